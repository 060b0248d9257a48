"""A person's deadlines and meetings as iCalendar (RFC 5545, RFC 7986): stable identifiers, so that programs move entries in
place, and a mark (ETag) that changes only when an entry does.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

from django.conf import settings
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from landsea.calendars.moments import Moment

READ_EVERY = timedelta(hours=1)
"""How often programs are asked to look again."""


def compute_mark(moments: Iterable[Moment], language: str) -> str:
    """Return the ETag of a calendar with these moments in a language."""
    return '"' + sha256(repr((language, [*moments])).encode()).hexdigest()[:32] + '"'


def write_feed(moments: Iterable[Moment], name: str, *, now: datetime) -> bytes:
    """Return these moments as a calendar to subscribe to, made at `now` (aware)."""
    calendar = Calendar()
    calendar.add("prodid", "-//Landsea//Private calendar//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", READ_EVERY, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", f"PT{int(READ_EVERY.total_seconds()) // 3600}H")
    for moment in moments:
        calendar.add_component(_event_of(moment, now))
    return bytes(calendar.to_ical())


def _event_of(moment: Moment, now: datetime) -> Event:
    event = Event()
    event.add("uid", f"{moment.uid}@{settings.MAIL_DOMAIN}")
    event.add("dtstamp", now)
    event.add("dtstart", _in_utc(moment.begins))
    event.add("dtend", _in_utc(moment.ends))
    event.add("summary", moment.title)
    event.add("url", settings.PUBLIC_ADDRESS + moment.page)
    event.add("description", _("More in Landsea: %(page)s") % {"page": settings.PUBLIC_ADDRESS + moment.page})
    if moment.place:
        event.add("location", moment.place)
    event.add("transp", "OPAQUE" if moment.is_busy else "TRANSPARENT")
    state = "CANCELLED" if moment.is_cancelled else "TENTATIVE" if moment.is_tentative else "CONFIRMED"
    event.add("status", state)
    event.add("class", "PRIVATE")
    return event


def _in_utc(at: datetime | date) -> datetime | date:
    return at.astimezone(UTC) if isinstance(at, datetime) else at
