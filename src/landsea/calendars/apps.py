"""Names the app to Django, and puts turns of duty into private calendars."""

from django.apps import AppConfig


class CalendarsConfig(AppConfig):
    """Calendars of the twelve countries, and one's own."""

    name = "landsea.calendars"
    label = "calendars"

    def ready(self) -> None:
        """Put turns of duty into private calendars; say what this room keeps about people."""
        from landsea.base.personal_data import keep_about_people
        from landsea.calendars import duty_moments  # noqa: F401  (registers them)
        from landsea.calendars.personal_tables import TABLES

        keep_about_people(*TABLES)
