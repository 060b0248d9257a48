"""Addresses of the outbox, all for operators."""

from django.urls import path

from landsea.base.outbox.views import deliveries as views

urlpatterns = [
    path("deliveries/", views.show_deliveries, name="deliveries"),
    path("deliveries/<int:delivery_id>/again/", views.send_again, name="send_again"),
    path("deliveries/again/", views.send_all_again, name="send_all_again"),
    path("mails/", views.mail_files, name="mail_files"),
    path("mails/<int:number>/", views.mail_file, name="mail_file"),
]
