"""Addresses of talks: below the case for its people; below the mailbox for its filer and below the link's page for a desk
without an account, whose cookies are sent only there.
"""

from django.urls import path

from landsea.talks.views import talk

urlpatterns = [
    path("cases/<str:ref>/talk/", talk.show_case_talk, name="case_talk"),
    path("answer/<str:ref>/talk/", talk.answer_talk, name="answer_talk"),
    path("my/<str:ref>/talk/", talk.show_mailbox_talk, name="mailbox_talk"),
]
