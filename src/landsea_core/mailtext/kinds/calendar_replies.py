"""Is this the answer to an invitation? A calendar object with METHOD REPLY, or COUNTER for another time (RFC 5546, 6047)."""

import re

from landsea_core.mailtext.kinds.seen import Finding, Seen
from landsea_core.mailtext.mail_facts import Kind
from landsea_core.mailtext.opening.parts import Part
from landsea_core.sentences import Sentence

_METHOD = re.compile(rb"^METHOD\s*:\s*([A-Za-z-]+)\s*$", re.MULTILINE | re.IGNORECASE)
_PARTSTAT = re.compile(rb"PARTSTAT\s*=\s*\"?([A-Za-z-]+)", re.IGNORECASE)
_ANSWERS = frozenset({"REPLY", "COUNTER"})


def is_calendar_reply(seen: Seen) -> Finding | None:
    """Return calendar_reply, or None."""
    for part in seen.mail.root.walk():
        if _is_calendar(part) and find_method(part) in _ANSWERS:
            said = _PARTSTAT.search(part.content.replace(b"\r\n ", b""))
            answer = said[1].decode("ascii").lower() if said else "-"
            return Finding(
                Kind.CALENDAR_REPLY, (Sentence("A calendar object answers an invitation: %(answer)s.", answer=answer),)
            )
    return None


def find_method(part: Part) -> str:
    """Return the method of a calendar object, from its inside first: there it was written by whoever answers."""
    inside = _METHOD.search(part.content.replace(b"\r\n", b"\n"))
    return inside[1].decode("ascii").upper() if inside else part.parameters.get("method", "").upper()


def _is_calendar(part: Part) -> bool:
    if part.type in {"text/calendar", "application/ics", "text/x-vcalendar"} or part.name.lower().endswith(
        (".ics", ".vcs")
    ):
        return True
    return not part.is_multipart and part.content[:60].lstrip().upper().startswith(b"BEGIN:VCALENDAR")
