"""Addresses of handing work over."""

from django.urls import path

from landsea.cases.views import desk_handover, handover

urlpatterns = [
    path("handover/", handover.hand_over, name="hand_over"),
    path("handover/<int:handover_id>/", handover.show_handover, name="handover"),
    path("handover/<int:handover_id>/back", handover.take_back, name="take_back"),
    path("handover/desks/<str:code>/", desk_handover.hand_desk_over, name="hand_desk_over"),
    path("handover/desk/<int:handover_id>/", desk_handover.show_desk_handover, name="desk_handover"),
    path("handover/desk/<int:handover_id>/back", desk_handover.take_desk_back, name="take_desk_back"),
    path("handover/leave/<int:user_id>", handover.end_service, name="end_service"),
]
