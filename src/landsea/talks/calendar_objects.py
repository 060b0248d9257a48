"""A talk as a calendar object for one side (RFC 5545, RFC 5546): nobody learns the other side's name or address by it.

What is agreed is confirmed. A single time that is offered, while nothing is agreed, is tentative, and a calendar program
answers it; of several times none is put into a calendar before one is chosen.
"""

import re
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from icalendar import Event

from landsea.base.outbox.invitations import Attendee, write_invitation
from landsea.talks.models import Talk, TalkState

UID = re.compile(r"talk-([0-9]{1,9})@")


def write_time(talk: Talk) -> datetime | None:
    """Return the time at which a talk stands in calendars; None for one of which several times are offered."""
    if talk.starts_at is not None:
        return talk.starts_at
    return talk.times[0] if len(talk.times) == 1 else None


def write_talk_as_calendar(
    talk: Talk, address: str, page: str, language: str, *, now: datetime, is_cancelled: bool
) -> str:
    """Return the invitation of one side, or its cancellation, as text; empty for a talk that stands in no calendar. `page` is
    where that side looks; `now` (aware) is when it is made.
    """
    at = write_time(talk) or (talk.times[0] if is_cancelled and talk.times else None)
    if at is None:
        return ""
    is_offer = talk.starts_at is None
    event = Event()
    event.add("uid", f"talk-{talk.pk}@{settings.MAIL_DOMAIN}")
    event.add("sequence", talk.sequence)
    event.add("dtstamp", now)
    event.add("dtstart", at.astimezone(UTC))
    event.add("dtend", at.astimezone(UTC) + timedelta(minutes=talk.minutes))
    with translation.override(language):
        event.add("summary", _("Talk about %(ref)s") % {"ref": talk.case.ref})
    if talk.call_link:
        event.add("location", talk.call_link)
    event.add("url", page)
    attendee = Attendee(address, status="NEEDS-ACTION" if is_offer else "ACCEPTED", asks_reply=True)
    state = "" if is_cancelled or not is_offer else "TENTATIVE"
    return write_invitation("Talks", event, attendee, is_cancelled=is_cancelled, state=state)


def find_talk_of_event(uid: str) -> int | None:
    """Return the number of the talk that a calendar's UID names; None for another event."""
    found = UID.match(uid)
    return int(found[1]) if found else None


def was_offered_in_calendars(talk: Talk) -> bool:
    """Whether a calendar may hold a talk by the single time that was offered, before anything was agreed."""
    return talk.state == TalkState.OFFERED and talk.starts_at is None and len(talk.times) == 1
