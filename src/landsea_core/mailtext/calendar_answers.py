"""What a calendar program answers to an invitation: whose answer, to which event, and which (RFC 5546, 6047).

Read with the icalendar package from the part that `kinds.calendar_replies` found. A proposal of another time (COUNTER) is no
answer yet; a person looks at it.
"""

from dataclasses import dataclass

from icalendar import Calendar

from landsea_core.mailtext.opening.opening import Unopenable, open_mail
from landsea_core.mailtext.opening.parts import Part

_CALENDARS = frozenset({"text/calendar", "application/ics", "text/x-vcalendar"})


@dataclass(frozen=True)
class CalendarAnswer:
    """The event's UID, the attendee's address in small letters, and PARTSTAT in capitals (ACCEPTED, DECLINED, TENTATIVE)."""

    event: str
    attendee: str
    said: str


def calendar_answers(raw: bytes) -> tuple[CalendarAnswer, ...]:
    """Return the answers of all calendar parts with METHOD REPLY in a raw mail; none for what cannot be read."""
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
    if str(calendar.get("METHOD", "")).upper() != "REPLY":
        return []
    found = []
    for event in calendar.walk("VEVENT"):
        attendees = event.get("ATTENDEE", [])
        for one in attendees if isinstance(attendees, list) else [attendees]:
            said = str(one.params.get("PARTSTAT", "")).upper()
            found.append(CalendarAnswer(str(event.get("UID", "")), _address_of(str(one)), said))
    return found


def _address_of(written: str) -> str:
    return written.lower().removeprefix("mailto:").strip()
