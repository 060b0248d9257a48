"""Addresses of receivers of webhooks."""

from django.urls import path

from landsea.webhooks.views import receivers

urlpatterns = [
    path("webhooks/", receivers.show_own_receivers, name="own_receivers"),
    path("webhooks/<int:receiver_id>/", receivers.show_receiver, name="receiver"),
    path("webhooks/<int:receiver_id>/<str:act>", receivers.press_receiver, name="receiver_act"),
]
