"""The gates and departures of an itinerary as a calendar file (RFC 5545), in the reader's language."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from landsea.corridor.labels import KINDS, name_service, place_name
from landsea_core.planner.network.days import find_moment
from landsea_core.planner.network.drives import Drive, group_into_drives
from landsea_core.planner.network.itinerary import Itinerary
from landsea_core.planner.network.model import TRUCK, Corridor

LENGTH = timedelta(minutes=15)
"""How long an entry fills the calendar: it is a moment, but one that is to be seen."""


def cut_offs(corridor: Corridor, one: Itinerary, now: datetime) -> bytes:
    """Return the file: an entry for each gate that closes and each departure; what one lorry drives departs once."""
    calendar = Calendar()
    calendar.add("prodid", "-//Landsea//corridor//EN")
    calendar.add("version", "2.0")
    for number, drive in enumerate(group_into_drives(one.legs)):
        first = drive[0].vehicle
        moments = [("gate_closes", _("Gate closes"), first.gate)] if first.on_line else []
        for key, words, minute in (*moments, ("depart", _("Leaves"), first.depart)):
            calendar.add_component(_entry(corridor, drive, (key, str(number)), words, find_moment(minute), now))
    return calendar.to_ical()


def _entry(
    corridor: Corridor, drive: Drive, key: tuple[str, str], words: str, moment: datetime, now: datetime
) -> Event:
    first, last = drive[0], drive[-1]
    ends = [place_name(corridor.places[code]) for code in (first.vehicle.origin, last.vehicle.destination)]
    by = name_service(corridor, first.service) if len(drive) == 1 else str(KINDS[TRUCK])
    event = Event()
    event.add("uid", f"{first.service.id}-{key[0]}-{moment:%Y%m%dT%H%MZ}-{key[1]}@landsea")
    event.add("dtstamp", now)
    event.add("dtstart", moment)
    event.add("duration", LENGTH)
    event.add("summary", f"{words}: {' – '.join(ends)} ({by})")
    event.add("location", ends[0])
    return event
