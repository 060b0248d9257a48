"""Days as legal acts and press give them: a full date, only a month, only a year, or nothing at all."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from landsea_core.sentences import Faulty, Sentence

_SHAPE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class PartialDay:
    """A day as far as it is known, in the calendar of the country that made the rule.

    `text`: "", "2026", "2026-06" or "2026-06-01". `earliest` and `latest` are the first and last day it can mean;
    both are None when nothing is known.
    """

    text: str = ""
    earliest: date | None = None
    latest: date | None = None

    @property
    def known(self) -> bool:
        """Whether anything is known."""
        return self.earliest is not None

    @property
    def exact(self) -> bool:
        """Whether it is one day."""
        return self.known and self.earliest == self.latest

    def may_be(self, day: date) -> bool:
        """Whether it can mean this day; False when nothing is known."""
        return self.earliest is not None and self.latest is not None and self.earliest <= day <= self.latest

    def is_surely_before(self, other: "PartialDay") -> bool:
        """Whether every day it can mean lies before every day the other can; False when either is not known."""
        return self.latest is not None and other.earliest is not None and self.latest < other.earliest


UNKNOWN_DAY = PartialDay()


@lru_cache(maxsize=4096)
def read_partial_day(text: str) -> PartialDay:
    """Read a day from its text; raises ValueError with a sentence when it is no day."""
    if not text:
        return UNKNOWN_DAY
    found = _SHAPE.fullmatch(text)
    try:
        if not found:
            raise ValueError
        year, month, day = (int(part) if part else 0 for part in found.groups())
        if day:
            exact = date(year, month, day)
            return PartialDay(text, exact, exact)
        if month:
            return PartialDay(text, date(year, month, 1), date(year, month, monthrange(year, month)[1]))
        return PartialDay(text, date(year, 1, 1), date(year, 12, 31))
    except ValueError:
        raise Faulty(
            Sentence(
                "'%(said)s' is no day; write 2026-06-01, or 2026-06 or 2026 when no more is known, or leave it empty.",
                said=text,
            )
        ) from None
