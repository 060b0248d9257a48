"""Addresses of talks: below the case for its people, below the mailbox for its filer, whose cookie is sent only there."""

from django.urls import path

from landsea.talks.views import talk

urlpatterns = [
    path("cases/<str:ref>/talk/", talk.case_talk, name="case_talk"),
    path("my/<str:ref>/talk/", talk.mailbox_talk, name="mailbox_talk"),
]
