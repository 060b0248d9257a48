"""The one table of the calendars app."""

from landsea.calendars.models.private_calendar import PrivateCalendar

__all__ = ["PrivateCalendar"]
