"""Addresses of waking: the page with the button, and the coordinator's list."""

from django.urls import path

from landsea.waking.views import wakes

urlpatterns = [
    path("wake/", wakes.show_wakes, name="wakes"),
    path("wake/<str:secret>", wakes.show_wake, name="wake_link"),
    path("wake/<str:secret>/take", wakes.take_wake, name="take_wake"),
]
