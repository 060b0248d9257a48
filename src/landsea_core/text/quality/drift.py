"""Whether the reader has become worse than it says: what people corrected, against its confidence and its model card.

For one language, of n suggestions with the mean confidence m, of which k were corrected, the share left standing is
r = (n - k) / n. What could be expected is e = min(m, c), where c is the share that was right on the card's test set (e = m
where the card has no figure). We warn when n >= 20 and both hold:

    e - r >= 0.05                                    the difference is worth looking at
    e - r > 2.33 * sqrt(e * (1 - e) / n)             chance alone would show it less than once in a hundred times

The second is the one-sided test of a share by the normal approximation (2.33 is the 99th percentile). The figures 20 and 0.05
are ours. A suggestion left standing need not be right: nobody may have looked. So the rule can miss drift, and seldom
cries out for nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import sqrt

SHOWN_FROM = 10
"""A share of fewer suggestions than this is not shown: it says little, and may tell of one case."""
JUDGED_FROM = 20
_WORTH_LOOKING = 0.05
_ONE_IN_A_HUNDRED = 2.33


@dataclass(frozen=True)
class Tally:
    """Suggestions in one language in one week (`week` is its Monday): how many, how many were corrected, and the sum of
    their confidences.
    """

    language: str
    week: date
    count: int
    corrected: int
    confidence_sum: float

    @property
    def is_shown(self) -> bool:
        """Whether there are enough to show a share."""
        return self.count >= SHOWN_FROM

    @property
    def share_corrected(self) -> float:
        """The share that a person changed."""
        return self.corrected / self.count if self.count else 0.0

    @property
    def share_standing(self) -> float:
        """The share that nobody changed."""
        return 1 - self.share_corrected

    @property
    def confidence(self) -> float:
        """The mean confidence."""
        return self.confidence_sum / self.count if self.count else 0.0


@dataclass(frozen=True)
class Drift:
    """A warning about one language: the share that stood, and the one that could be expected."""

    language: str
    count: int
    standing: float
    expected: float


def add_up_tallies(tallies: Iterable[Tally]) -> dict[str, Tally]:
    """Return one tally a language of several weeks; `week` is the first of them."""
    found: dict[str, Tally] = {}
    for one in tallies:
        other = found.get(one.language)
        found[one.language] = (
            one
            if other is None
            else Tally(
                one.language,
                min(one.week, other.week),
                one.count + other.count,
                one.corrected + other.corrected,
                one.confidence_sum + other.confidence_sum,
            )
        )
    return found


def find_drift(tally: Tally, on_the_card: float | None = None) -> Drift | None:
    """Return a warning by the rule of this module, or None. `on_the_card` is the share right on the card's test set."""
    if tally.count < JUDGED_FROM:
        return None
    expected = tally.confidence if on_the_card is None else min(tally.confidence, on_the_card)
    short = expected - tally.share_standing
    by_chance = _ONE_IN_A_HUNDRED * sqrt(expected * (1 - expected) / tally.count)
    if short < _WORTH_LOOKING or short <= by_chance:
        return None
    return Drift(tally.language, tally.count, tally.share_standing, expected)
