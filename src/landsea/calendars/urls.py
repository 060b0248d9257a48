"""Addresses of calendars, below /calendar/."""

from django.urls import path

from landsea.calendars.views import pages

urlpatterns = [
    path("", pages.show_calendars, name="calendars"),
    path("<str:country>/<int:year>/", pages.calendar_year, name="calendar_year"),
    path("<str:country>/<int:year>.ics", pages.calendar_feed, name="calendar_feed"),
]
