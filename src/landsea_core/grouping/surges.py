"""When cases of one kind pile up beyond the usual: a warning with a stated chance of being a false alarm.

Of a kind with k cases in the 8 weeks before, the cases of a week that is like those are taken to follow the negative binomial
distribution with size k + 1/2 and probability 8/9: a Poisson week whose rate is known from those eight weeks only (the
predictive distribution under Jeffreys' prior; A. Gelman et al., Bayesian Data Analysis, 3rd ed. 2013, section 2.6). A week of n
cases is a surge when n or more would come less than once in a thousand such weeks, and at least five parties filed them.
So a kind that is always busy needs more than a kind that was quiet, and one firm that files often is no surge.
"""

from dataclasses import dataclass
from datetime import timedelta

WEEK = timedelta(days=7)
WEEKS_BEFORE = 8
LEAST_PARTIES = 5
RARE = 0.001


@dataclass(frozen=True)
class Surge:
    """`cases` and `parties` of this week, the `usual` number of cases a week, and the `chance` of so many in a usual week."""

    cases: int
    parties: int
    usual: float
    chance: float


def compute_chance(cases: int, before: int, weeks: int = WEEKS_BEFORE) -> float:
    """Return the chance of at least `cases` in a week when the `weeks` before it had `before` in all; 1 for none.

    Raises ValueError for numbers below nought or no week before.
    """
    if cases < 0 or before < 0 or weeks < 1:
        raise ValueError("Count cases from nought, over at least one week before.")
    size, stays = before + 0.5, weeks / (weeks + 1)
    term, below = stays**size, 0.0
    for number in range(cases):
        below += term
        term *= (number + size) / (number + 1) * (1 - stays)
    return max(0.0, 1.0 - below)


def find_surge(*, cases: int, parties: int, before: int) -> Surge | None:
    """Return the surge that a week of `cases` from `parties` is, after eight weeks with `before` in all, or None."""
    if parties < LEAST_PARTIES:
        return None
    chance = compute_chance(cases, before)
    return Surge(cases, parties, before / WEEKS_BEFORE, chance) if chance < RARE else None
