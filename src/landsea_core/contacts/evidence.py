"""What can happen that tells something about a contact. What follows from it is decided in `freshness`."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class EvidenceKind(StrEnum):
    """A kind of evidence."""

    CONFIRMED = "confirmed"
    ANSWERED = "answered"
    CHANGED = "changed"
    BOUNCED = "bounced"
    MISSED = "missed"
    SUGGESTED = "suggested"


@dataclass(frozen=True)
class EvidenceFact:
    """One dated fact about one contact; `at` is aware."""

    kind: EvidenceKind
    at: datetime


VOUCHING = frozenset({EvidenceKind.CONFIRMED, EvidenceKind.ANSWERED, EvidenceKind.CHANGED})
"""Somebody who knows stood for the contact on that day: its holder, or whoever mended it with a reason."""

DOUBTING = frozenset({EvidenceKind.MISSED, EvidenceKind.SUGGESTED})
"""Something speaks against it, until somebody vouches again."""

TELLS_WHETHER_MAIL_ARRIVES = VOUCHING | {EvidenceKind.BOUNCED}
"""The last of these says whether mail reaches the contact. A missed deadline and a reader's doubt do not tell."""
