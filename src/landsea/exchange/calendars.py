"""Events of the board as calendar objects (RFC 5545)."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.conf import settings
from django.urls import reverse
from icalendar import Calendar, Event

from landsea.base.outbox.invitations import Attendee, write_invitation
from landsea.directory.models.names import choose_title, name_in
from landsea.exchange.models import Listing, Registration
from landsea_core.matching import parse_day


def write_feed(listings: Iterable[Listing], *, now: datetime, language: str) -> str:
    """Return events with known days as all-day events; those without a first day are left out."""
    calendar = Calendar()
    calendar.add("prodid", "-//Landsea//Exchange//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Landsea")
    for listing in listings:
        event = _event_of(listing, now, language)
        if event is not None:
            calendar.add_component(event)
    return calendar.to_ical().decode()


def make_invitation(registration: Registration, *, now: datetime, is_cancelled: bool = False) -> str:
    """Return the event for the calendar of somebody who has a place there, or its cancellation, as text.

    Empty while its first day is not known.
    """
    listing = registration.listing
    event = _event_of(listing, now, registration.language) if len(listing.starts) == len("2026-03-18") else None
    if event is None:
        return ""
    event.add("sequence", int(is_cancelled))
    guest = Attendee(registration.email, registration.name)
    return write_invitation("Exchange", event, guest, is_cancelled=is_cancelled)


def _event_of(listing: Listing, now: datetime, language: str) -> Event | None:
    """Return an event of whole days; None for one whose first day is not known, or no day of our times."""
    try:
        first, last = parse_day(listing.starts), parse_day(listing.ends, end=True)
    except ValueError:  # a year that is a slip: nobody's calendar is told
        return None
    if first is None:
        return None
    event = Event()
    event.add("uid", f"listing-{listing.pk}@{settings.MAIL_DOMAIN}")
    event.add("dtstamp", now)
    event.add("dtstart", first)
    event.add("dtend", (last or first) + timedelta(days=1))
    event.add("summary", choose_title(listing, language))
    event.add("location", listing.place_text or (name_in(listing.place.names, language) if listing.place else ""))
    event.add("url", settings.PUBLIC_ADDRESS + reverse("listing", args=[listing.pk]))
    return event
