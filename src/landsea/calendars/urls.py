"""Addresses of calendars, below /calendar/."""

from django.urls import path

from landsea.calendars.views import pages, private

urlpatterns = [
    path("", pages.show_calendars, name="calendars"),
    path("mine/", private.show_own_calendar, name="own_calendar"),
    path("private/<str:secret>.ics", private.read_private_calendar, name="private_calendar"),
    path("<str:country>/<int:year>/", pages.show_calendar_year, name="calendar_year"),
    path("<str:country>/<int:year>.ics", pages.send_calendar_feed, name="calendar_feed"),
]
