"""What each filter looks at, and what it answers. Values only: the filters ask no table and no clock.

`make_letter(...)` makes one for the examples: a reply from the person whose address it is, unless said otherwise.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from landsea.mailroom.addresses import Purpose
from landsea_core.mailtext import Kind, MailReading
from landsea_core.sentences import Sentence


class Way(StrEnum):
    """What is done with a mail: put aside, held for a person, or done as what it is."""

    ASIDE = "aside"
    HELD = "held"
    RETURNED = "returned"
    CALENDAR = "calendar"
    REPLY = "reply"
    FILING = "filing"


@dataclass(frozen=True)
class Letter:
    """A mail as it was read, the purpose of the address it came to, and what is known around it.

    `person` is the address of whom the reply address belongs to, empty when nobody left one; `is_known` is false for an address
    that was revoked after the mail was taken. `seen_before`: how often the same mail came to the same address. `lately`: how
    many mails of this sender in this case were done within the hour; `reopened`: how often this case was reopened by mail.
    """

    reading: MailReading
    purpose: Purpose
    person: str = ""
    is_known: bool = True
    is_at_dialogue: bool = False
    is_in_case: bool = False
    is_closed: bool = False
    seen_before: int = 0
    lately: int = 0
    reopened: int = 0


@dataclass(frozen=True)
class Verdict:
    """What a filter answers: the way, its own short name, and why."""

    way: Way
    code: str
    reasons: tuple[Sentence, ...] = field(default=())


def make_letter(kind: str = "reply", *, purpose: str = "reply", text: str = "It is solved.", **more) -> Letter:
    """Return a letter for an example: `make_letter("auto_reply")` is a vacation notice to a reply address."""
    sender = more.pop("sender", "filer@demo.example.org")
    reading = MailReading(Kind(kind), text=text, sender=sender, attachments=tuple(more.pop("papers", ())))
    return Letter(reading, Purpose(purpose), **{"person": "filer@demo.example.org", **more})
