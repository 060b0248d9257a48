"""The mechanism's own record in a few numbers, for its page and for the first page. Everything is taken from what is published
(`mechanism`), so that no number here gives a hidden one away; what stands on too few cases is None.
"""

from dataclasses import dataclass
from datetime import timedelta

from landsea.figures.mechanism import Own
from landsea_core.figures.medians import LEAST

PUT_RIGHT = ("fixed", "workaround")
"""Outcomes after which the filer's goods, papers or people went on."""


@dataclass(frozen=True)
class Share:
    """A part of cases: how many, of how many."""

    part: int
    whole: int

    @property
    def per_cent(self) -> int:
        """Return the share in whole per cent."""
        return round(100 * self.part / self.whole)


@dataclass(frozen=True)
class OwnRecord:
    """`brought`: all cases; `answered`: those with a first answer; `put_right`: of those with an outcome; `in_time`: those in
    which no deadline passed in silence; `to_first_answer`: the median. None where too few cases stand behind it.
    """

    brought: int | None
    answered: int | None
    put_right: Share | None
    in_time: Share | None
    to_first_answer: timedelta | None
    is_demo: bool


def own_record(own: Own) -> OwnRecord:
    """Return the record in a few numbers.

    Of 50 cases 10 are open, 20 fixed, 8 have a workaround and 12 were explained: `put_right` is 28 of 40.
    """
    brought = own.published.find_count()
    still_open = own.published.find_count(outcome="open")
    fixed = [own.published.find_count(outcome=outcome) for outcome in PUT_RIGHT]
    silent = own.published.find_count(silence="silent")
    ended = None if brought is None or still_open is None else brought - still_open
    right = None if None in fixed else sum(number for number in fixed if number is not None)
    return OwnRecord(
        brought,
        own.published.find_count(answered="answered"),
        _share(right, ended),
        _share(None if brought is None or silent is None else brought - silent, brought),
        own.to_first_answer,
        own.is_demo,
    )


def _share(part: int | None, whole: int | None) -> Share | None:
    return None if part is None or whole is None or whole < LEAST else Share(part, whole)
