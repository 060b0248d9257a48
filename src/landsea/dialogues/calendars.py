"""Dialogues as calendar objects (RFC 5545, RFC 5546): an invitation to one seat, and a feed of what is coming."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.urls import reverse
from icalendar import Calendar, Event

from landsea.base.outbox.invitations import Attendee, write_invitation
from landsea.dialogues.models import Dialogue, Reply, Seat
from landsea.directory.models.names import choose_title

REPLIES = {
    Reply.NONE: "NEEDS-ACTION",
    Reply.ACCEPTED: "ACCEPTED",
    Reply.MAYBE: "TENTATIVE",
    Reply.DECLINED: "DECLINED",
}


def write_invitation_for_seat(
    dialogue: Dialogue, seat: Seat, *, now: datetime, language: str, cancel: bool = False
) -> str:
    """Return the invitation of one seat, or its cancellation, as text. `now` (aware) is when it is made."""
    role = "CHAIR" if seat.role == "chair" else "REQ-PARTICIPANT"
    attendee = Attendee(seat.email, seat.name, role, REPLIES[Reply(seat.reply)], asks_reply=True)
    return write_invitation("Dialogues", _event_of(dialogue, now, language), attendee, is_cancelled=cancel)


def write_feed(dialogues: Iterable[Dialogue], *, now: datetime, language: str) -> str:
    """Return dialogues as a feed (METHOD:PUBLISH): title, time and page. Names, and the room or the address of the
    video meeting, go to those who are invited only.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Landsea//Dialogues//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Landsea")
    for dialogue in dialogues:
        event = _event_of(dialogue, now, language, with_place=False)
        event.add("status", "CANCELLED" if dialogue.state == "cancelled" else "CONFIRMED")
        calendar.add_component(event)
    return calendar.to_ical().decode()


def _event_of(dialogue: Dialogue, now: datetime, language: str, *, with_place: bool = True) -> Event:
    event = Event()
    event.add("uid", f"dialogue-{dialogue.pk}@{settings.MAIL_DOMAIN}")
    event.add("sequence", dialogue.sequence)
    event.add("dtstamp", now)
    utc = ZoneInfo("UTC")
    event.add("dtstart", dialogue.starts_at.astimezone(utc))
    event.add("dtend", dialogue.ends_at.astimezone(utc))
    event.add("summary", choose_title(dialogue, language))
    if with_place:
        event.add("location", dialogue.where)
    event.add("url", settings.PUBLIC_ADDRESS + reverse("dialogue", args=[dialogue.pk]))
    return event
