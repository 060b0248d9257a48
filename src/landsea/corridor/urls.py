"""Addresses of the corridor, below /plan/."""

from django.urls import path

from landsea.corridor.views import (
    disruptions,
    edit,
    edit_history,
    edit_import,
    held_trips,
    kept,
    open_data,
    pages,
    performance,
    plan,
    rows,
    trips,
)

urlpatterns = [
    path("", plan.plan_page, name="plan"),
    path("cut-offs.ics", plan.cut_offs, name="plan_cut_offs"),
    path("keep", plan.keep_way, name="keep_plan"),
    path("kept/<str:secret>/", kept.show_kept_plan, name="kept_plan"),
    path("network/", pages.show_network, name="network"),
    path("network/data/", open_data.show_open_data, name="network_open_data"),
    path("network/landsea.<str:form>", open_data.open_data, name="network_data"),
    path("places/<str:code>/", rows.place_page, name="corridor_place"),
    path("services/<str:service>/", rows.show_service, name="corridor_service"),
    path("performance/", performance.show_performance, name="performance"),
    path(
        "performance/<str:origin>/<str:destination>/<str:mode>/", performance.show_stretch, name="performance_stretch"
    ),
    path("trips/", trips.show_trips, name="trips"),
    path("trips/<str:secret>/", trips.show_trip, name="trip"),
    path("disruptions/", disruptions.show_disruptions, name="disruptions"),
    path("disruptions/new", disruptions.report_disruption, name="new_disruption"),
    path("disruptions/<int:disruption_id>/end", disruptions.close_disruption, name="end_disruption"),
    path("edit/", edit.show_editing, name="network_editing"),
    path("edit/trips/", held_trips.show_held_trips, name="held_trips"),
    path("edit/timetable/", edit_import.import_timetable, name="import_timetable"),
    path("edit/timetable/<int:timetable_id>/", edit_import.show_timetable, name="held_timetable"),
    path("edit/editions/<int:pk>/undo", edit_history.undo_edition, name="undo_network_edition"),
    path("edit/corrections/<int:pk>/settle", edit.settle_network_correction, name="settle_network_correction"),
    path("edit/<str:rows>/<str:key>/", edit.edit_row, name="edit_network_row"),
    path("edit/<str:rows>/<str:key>/retire", edit.retire_row, name="retire_network_row"),
    path("edit/<str:rows>/<str:key>/revert/<int:number>", edit_history.revert_row, name="revert_network_row"),
    path("changes/", edit_history.show_changes, name="network_changes"),
    path("history/<str:rows>/<str:key>/", edit_history.show_history, name="network_history"),
    path("suggest/<str:rows>/<str:key>/", rows.take_correction, name="suggest_network_correction"),
]
