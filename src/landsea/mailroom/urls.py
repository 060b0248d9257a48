"""Addresses of the mailroom: held mails, the words of our mails, and what is done with one press out of a mail."""

from django.urls import path

from landsea.mailroom.views import choices, held, presses, templates

urlpatterns = [
    path("held/", held.show_mails, name="held_mails"),
    path("held/<int:mail_id>/", held.show_mail, name="held_mail"),
    path("held/<int:mail_id>/original", held.download_mail, name="held_mail_original"),
    path("held/<int:mail_id>/do", held.do_with_mail, name="held_mail_do"),
    path("mine/", choices.choose_hours, name="mail_choice"),
    path("words/", templates.show_templates, name="mail_templates"),
    path("words/<str:name>/", templates.show_template, name="mail_template"),
    path("stop/<str:word>/", presses.end_subscription, name="end_subscription"),
    path("yours/<str:word>/", presses.is_it_yours, name="mail_is_it_yours"),
]
