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
    path("keep", plan.keep, name="keep_plan"),
    path("kept/<str:secret>/", kept.kept_plan, name="kept_plan"),
    path("network/", pages.network, name="network"),
    path("network/data/", open_data.about, name="network_open_data"),
    path("network/landsea.<str:form>", open_data.open_data, name="network_data"),
    path("places/<str:code>/", rows.place_page, name="corridor_place"),
    path("services/<str:service>/", rows.service_page, name="corridor_service"),
    path("performance/", performance.performance, name="performance"),
    path("performance/<str:origin>/<str:destination>/<str:mode>/", performance.stretch, name="performance_stretch"),
    path("trips/", trips.trips, name="trips"),
    path("trips/<str:secret>/", trips.trip, name="trip"),
    path("disruptions/", disruptions.disruptions, name="disruptions"),
    path("disruptions/new", disruptions.new_disruption, name="new_disruption"),
    path("disruptions/<int:disruption_id>/end", disruptions.end, name="end_disruption"),
    path("edit/", edit.editing, name="network_editing"),
    path("edit/trips/", held_trips.held_trips, name="held_trips"),
    path("edit/timetable/", edit_import.import_timetable, name="import_timetable"),
    path("edit/timetable/<int:timetable_id>/", edit_import.timetable, name="held_timetable"),
    path("edit/editions/<int:pk>/undo", edit_history.undo, name="undo_network_edition"),
    path("edit/corrections/<int:pk>/settle", edit.settle_network_correction, name="settle_network_correction"),
    path("edit/<str:rows>/<str:key>/", edit.edit_row, name="edit_network_row"),
    path("edit/<str:rows>/<str:key>/retire", edit.retire_row, name="retire_network_row"),
    path("edit/<str:rows>/<str:key>/revert/<int:number>", edit_history.revert, name="revert_network_row"),
    path("changes/", edit_history.changes, name="network_changes"),
    path("history/<str:rows>/<str:key>/", edit_history.history, name="network_history"),
    path("suggest/<str:rows>/<str:key>/", rows.suggest, name="suggest_network_correction"),
]
