"""What a calendar program answers to an invitation: whose answer, to which event, and which (RFC 5546, 6047).

Read with the icalendar package from the part that `kinds.calendar_replies` found. A proposal of another time (COUNTER) is no
answer yet, and is marked so.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from icalendar import Calendar

from landsea_core.mailtext.opening.opening import Unopenable, open_mail
from landsea_core.mailtext.opening.parts import Part
from landsea_core.text import clean_text

_CALENDARS = frozenset({"text/calendar", "application/ics", "text/x-vcalendar"})


@dataclass(frozen=True)
class CalendarAnswer:
    """The event's UID, the attendee's address in small letters, and PARTSTAT in capitals (ACCEPTED, DECLINED, TENTATIVE).

    `starts_at` and `ends_at` are when the event is (UTC), None where that is no instant: a whole day, or an hour on no clock.
    `words` came with the answer; with `proposes` the times are proposed, and not answered yet.
    """

    event: str
    attendee: str
    said: str
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    words: str = ""
    proposes: bool = False


def read_calendar_answers(raw: bytes) -> tuple[CalendarAnswer, ...]:
    """Return the answers and proposals of all calendar parts in a raw mail; none for what cannot be read."""
    try:
        parts = list(open_mail(raw).root.walk())
    except Unopenable:
        return ()
    found: list[CalendarAnswer] = []
    for part in parts:
        if part.type in _CALENDARS or part.name.lower().endswith(".ics"):
            found += _answers_in(part)
    return tuple(dict.fromkeys(found))


def _answers_in(part: Part) -> list[CalendarAnswer]:
    try:
        calendar = Calendar.from_ical(part.content)
    except (ValueError, KeyError, IndexError):  # what icalendar raises for broken objects
        return []
    method = str(calendar.get("METHOD", "")).upper()
    if method not in ("REPLY", "COUNTER"):
        return []
    found = []
    for event in calendar.walk("VEVENT"):
        begins, ends = _instant_of(event, "DTSTART"), _instant_of(event, "DTEND")
        uid, words = str(event.get("UID", "")), _words_of(event)
        attendees = event.get("ATTENDEE", [])
        for one in attendees if isinstance(attendees, list) else [attendees]:
            said = str(one.params.get("PARTSTAT", "")).upper()
            found.append(
                CalendarAnswer(uid, _address_of(str(one)), said, begins, ends, words, proposes=method == "COUNTER")
            )
    return found


def _instant_of(event: Any, name: str) -> datetime | None:
    """Return a moment of an event in UTC; None for a day, for an hour on no clock, and for what cannot be read."""
    try:
        at = event.decoded(name)
        return at.astimezone(UTC) if isinstance(at, datetime) and at.tzinfo is not None else None
    except (KeyError, ValueError, OverflowError, AttributeError):
        return None


def _words_of(event: Any) -> str:
    said = event.get("COMMENT", "")
    lines = said if isinstance(said, list) else [said]
    return clean_text("\n".join(str(one) for one in lines)).text.strip()


def _address_of(written: str) -> str:
    return written.lower().removeprefix("mailto:").strip()
