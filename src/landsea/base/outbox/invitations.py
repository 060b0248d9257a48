"""Invitations as calendar objects (RFC 5545, RFC 5546): one for each address, so that nobody learns by it who else comes."""

from dataclasses import dataclass

from django.conf import settings
from icalendar import Calendar, Event, vCalAddress, vText


@dataclass(frozen=True)
class Attendee:
    """The only attendee of an invitation. `role` and `status` are what the standard calls ROLE and PARTSTAT; `asks_reply`:
    whether the calendar program offers to answer.
    """

    address: str
    name: str = ""
    role: str = "REQ-PARTICIPANT"
    status: str = "ACCEPTED"
    asks_reply: bool = False


def write_invitation(kind: str, event: Event, attendee: Attendee, *, is_cancelled: bool, state: str = "") -> str:
    """Return an invitation (METHOD:REQUEST) to an event, or its cancellation (METHOD:CANCEL), as text. The same UID with a
    higher SEQUENCE is a change of the same event. `kind` ("Talks") names what it is about to calendar programs; `state` is
    another STATUS than confirmed.
    """
    event.add("status", "CANCELLED" if is_cancelled else state or "CONFIRMED")
    organizer = vCalAddress(f"MAILTO:{settings.DEFAULT_FROM_EMAIL.rpartition('<')[2].rstrip('>')}")
    organizer.params["CN"] = vText("Landsea")
    event.add("organizer", organizer)
    guest = vCalAddress(f"MAILTO:{attendee.address}")
    if attendee.name:
        guest.params["CN"] = vText(attendee.name)
    guest.params["ROLE"] = vText(attendee.role)
    guest.params["PARTSTAT"] = vText(attendee.status)
    if attendee.asks_reply:
        guest.params["RSVP"] = vText("TRUE")
    event.add("attendee", guest)
    calendar = Calendar()
    calendar.add("prodid", f"-//Landsea//{kind}//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if is_cancelled else "REQUEST")
    calendar.add_component(event)
    return str(calendar.to_ical().decode())
