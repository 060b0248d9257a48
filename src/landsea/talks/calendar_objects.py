"""A talk as a calendar object for one side (RFC 5545, RFC 5546): nobody learns the other side's name or address by it."""

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, vCalAddress, vText

from landsea.talks.models import Talk


def talk_as_calendar(talk: Talk, address: str, page: str, language: str, *, now: datetime, is_cancelled: bool) -> str:
    """Return the invitation (METHOD:REQUEST) of one side, or its cancellation (METHOD:CANCEL), as text. The same UID with a
    higher SEQUENCE is a change of the same talk. `page` is where that side looks. `now` (aware) is when it is made.
    """
    event = Event()
    event.add("uid", f"talk-{talk.pk}@{settings.MAIL_DOMAIN}")
    event.add("sequence", talk.sequence)
    event.add("dtstamp", now)
    event.add("dtstart", talk.starts_at.astimezone(UTC))
    event.add("dtend", talk.starts_at.astimezone(UTC) + timedelta(minutes=talk.minutes))
    with translation.override(language):
        event.add("summary", _("Talk about %(ref)s") % {"ref": talk.case.ref})
    if talk.call_link:
        event.add("location", talk.call_link)
    event.add("url", page)
    event.add("status", "CANCELLED" if is_cancelled else "CONFIRMED")
    organizer = vCalAddress(f"MAILTO:{settings.DEFAULT_FROM_EMAIL.rpartition('<')[2].rstrip('>')}")
    organizer.params["CN"] = vText("Landsea")
    event.add("organizer", organizer)
    attendee = vCalAddress(f"MAILTO:{address}")
    attendee.params["ROLE"] = vText("REQ-PARTICIPANT")
    attendee.params["PARTSTAT"] = vText("ACCEPTED")
    event.add("attendee", attendee)
    calendar = Calendar()
    calendar.add("prodid", "-//Landsea//Talks//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if is_cancelled else "REQUEST")
    calendar.add_component(event)
    return calendar.to_ical().decode()
