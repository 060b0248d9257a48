"""The mechanism's own record in a few numbers, for its page and for the first page. Everything is taken from what is published
(`mechanism`), so that no number here gives a hidden one away; what stands on too few cases is None.
"""

from dataclasses import dataclass
from datetime import timedelta

from landsea.figures.mechanism import Own
from landsea_core.figures.medians import LEAST


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


def count_own_record(own: Own) -> OwnRecord:
    """Return the record in a few numbers.

    Of 50 cases 10 are open, 20 fixed, 8 have a workaround and 12 were explained: `put_right` is 28 of 40.
    """
    brought = own.published.find_count()
    silent = own.published.find_count(silence="silent")
    return OwnRecord(
        brought,
        own.published.find_count(answered="answered"),
        share_put_right(own),
        _share(None if brought is None or silent is None else brought - silent, brought),
        own.to_first_answer.get(""),
        own.is_demo,
    )


def share_put_right(own: Own, **among: str) -> Share | None:
    """Return how many of the cases that came to an end were put right: fixed, or with a workaround; `among` names one topic or
    country.
    """
    right = own.published.find_count(result="put right", **among)
    otherwise = own.published.find_count(result="ended otherwise", **among)
    return _share(right, None if right is None or otherwise is None else right + otherwise)


def _share(part: int | None, whole: int | None) -> Share | None:
    return None if part is None or whole is None or whole < LEAST else Share(part, whole)
