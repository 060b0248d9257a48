"""Names the app to Django."""

from django.apps import AppConfig


class CalendarsConfig(AppConfig):
    """Calendars of the twelve countries, for people."""

    name = "landsea.calendars"
    label = "calendars"
