"""A country's year as iCalendar, for a phone's or a mail program's own calendar."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from landsea.calendars.access import CountryYear
from landsea.calendars.shown_days import WHAT
from landsea_core.clock import DayReason


def write_icalendar(shown: CountryYear, title: str, at: datetime) -> bytes:
    """Return all days that are not ordinary as whole-day events; a predicted one is tentative. `at` (aware) is when it was
    asked for. The identifier of a day stays the same when it becomes official, so that programs change it in place.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Landsea//Calendars//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", title)
    place = f"{shown.country}-{shown.subdivision}" if shown.subdivision else shown.country
    for day in shown.days:
        event = Event()
        event.add("uid", f"{place}-{day.day.isoformat()}@calendars.landsea")
        event.add("dtstamp", at)
        event.add("dtstart", day.day)
        event.add("dtend", day.day + timedelta(days=1))
        words = day.name if day.why is DayReason.HOLIDAY and day.name else f"{day.name} ({WHAT[day.why]})".strip()
        event.add("summary", f"{words} ({_('predicted')})" if day.predicted else words)
        event.add("description", day.source)
        event.add("status", "TENTATIVE" if day.predicted else "CONFIRMED")
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return calendar.to_ical()
