"""What can happen that tells something about a contact. What follows from it is decided in `freshness`."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Kind(StrEnum):
    """A kind of evidence."""

    CONFIRMED = "confirmed"
    ANSWERED = "answered"
    CHANGED = "changed"
    BOUNCED = "bounced"
    MISSED = "missed"
    SUGGESTED = "suggested"


@dataclass(frozen=True)
class Fact:
    """One dated fact about one contact; `at` is aware."""

    kind: Kind
    at: datetime


VOUCHING = frozenset({Kind.CONFIRMED, Kind.ANSWERED, Kind.CHANGED})
"""Somebody who knows stood for the contact on that day: its holder, or whoever mended it with a reason."""

DOUBTING = frozenset({Kind.MISSED, Kind.SUGGESTED})
"""Something speaks against it, until somebody vouches again."""

TELLS_WHETHER_MAIL_ARRIVES = VOUCHING | {Kind.BOUNCED}
"""The last of these says whether mail reaches the contact. A missed deadline and a reader's doubt do not tell."""
