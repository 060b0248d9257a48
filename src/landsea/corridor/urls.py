"""Addresses of the corridor, below /plan/."""

from django.urls import path

from landsea.corridor.views import disruptions, kept, pages, plan, trips

urlpatterns = [
    path("", plan.plan_page, name="plan"),
    path("cut-offs.ics", plan.cut_offs, name="plan_cut_offs"),
    path("keep", plan.keep, name="keep_plan"),
    path("kept/<str:secret>/", kept.kept_plan, name="kept_plan"),
    path("network/", pages.network, name="network"),
    path("network/landsea.<str:form>", pages.open_data, name="network_data"),
    path("places/<str:code>/", pages.place_page, name="corridor_place"),
    path("services/<str:service>/", pages.service_page, name="corridor_service"),
    path("performance/", trips.performance, name="performance"),
    path("trips/", trips.trips, name="trips"),
    path("trips/<str:secret>/", trips.trip, name="trip"),
    path("disruptions/", disruptions.disruptions, name="disruptions"),
    path("disruptions/new", disruptions.new_disruption, name="new_disruption"),
    path("disruptions/<int:disruption_id>/end", disruptions.end, name="end_disruption"),
]
