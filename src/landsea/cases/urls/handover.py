"""Addresses of handing work over."""

from django.urls import path

from landsea.cases.views import handover

urlpatterns = [
    path("handover/", handover.hand_over, name="hand_over"),
    path("handover/<int:handover_id>/", handover.handover, name="handover"),
    path("handover/<int:handover_id>/back", handover.take_back, name="take_back"),
    path("handover/leave/<int:user_id>", handover.end_service, name="end_service"),
]
