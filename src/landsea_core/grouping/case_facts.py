"""What the rules of grouping know of a case: its fields and its parties, never a word of it."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class CaseFacts:
    """What the rule knows of a case. Empty text: not known. `chapter` is the first two digits of its HS code;
    `parties` are keys by which the filing party is told from others (see `count_distinct_parties`).
    """

    id: Hashable
    filed_at: datetime
    matter: str = ""
    country: str = ""
    place: str = ""
    chapter: str = ""
    parties: frozenset[str] = frozenset()
