"""The order in which troubles come onto an agenda, by a weighting that is stated and shown with every line.

| what counts | points |
|---|---|
| firms that have it | 10 for each doubling: 10 x log2(1 + firms) |
| days open | 1 for every 3 days, 30 at most |
| perishable goods | 15 |
| both sides affected | 15 |
| left without a solution when its time was over | 10 |

The numbers are ours (docs/decisions): a hundred firms outweigh one by 57 points, so that no single old case can stand
before a barrier that many share, while every case that waits long enough does come up.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from math import log2

DOUBLING, DAYS_PER_POINT, MOST_FOR_DAYS = 10, 3, 30
PERISHABLE = BOTH_SIDES = 15
OVERDUE = 10


@dataclass(frozen=True)
class Candidate:
    """A barrier or a case that could be talked about. `firms` are distinct parties, `days_open` whole days since its
    first case was filed.
    """

    id: Hashable
    firms: int
    days_open: int
    perishable: bool = False
    both_sides: bool = False
    overdue: bool = False


@dataclass(frozen=True)
class Points:
    """Why a candidate weighs what it does: a code (firms, days_open, perishable, both_sides, overdue), the points, and
    the number they come from where there is one.
    """

    code: str
    points: float
    number: int | None = None


@dataclass(frozen=True)
class Weighed:
    """A candidate with its weight, which is the sum of its points."""

    candidate: Candidate
    reasons: tuple[Points, ...]

    @property
    def weight(self) -> float:
        """The sum of the points, to one decimal."""
        return round(sum(reason.points for reason in self.reasons), 1)


def weigh_candidate(candidate: Candidate) -> Weighed:
    """Weigh one candidate. Raises ValueError for a negative count."""
    if candidate.firms < 0 or candidate.days_open < 0:
        raise ValueError("Firms and days are counted from nought.")
    reasons = [
        Points("firms", round(DOUBLING * log2(1 + candidate.firms), 1), candidate.firms),
        Points("days_open", float(min(candidate.days_open // DAYS_PER_POINT, MOST_FOR_DAYS)), candidate.days_open),
    ]
    reasons += [Points("perishable", PERISHABLE)] if candidate.perishable else []
    reasons += [Points("both_sides", BOTH_SIDES)] if candidate.both_sides else []
    reasons += [Points("overdue", OVERDUE)] if candidate.overdue else []
    return Weighed(candidate, tuple(reason for reason in reasons if reason.points))


def rank_candidates(candidates: Iterable[Candidate], *, most: int = 12) -> list[Weighed]:
    """Return at most `most` candidates, the heaviest first; equal ones by days open, then by id, so that the order is
    the same for everybody.
    """
    weighed = [weigh_candidate(candidate) for candidate in candidates]
    weighed.sort(key=lambda one: (-one.weight, -one.candidate.days_open, str(one.candidate.id)))
    return weighed[:most]
