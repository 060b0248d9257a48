"""What several trips come to: each sender and each house weighs the same, and few trips are hidden."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from landsea_core.planner.network.trip_events import TripEvent

HIDDEN_BELOW = 5

LEAST_SENDERS, LEAST_HOUSES = 5, 3
"""So many senders of so many houses must have gone all of a line before plans count with their times."""

_ALMOST = 1e-9


@dataclass(frozen=True, slots=True)
class TripFacts:
    """One trip: its mode, its milestones by time, what it cost in all where that was said, and who stands behind it.

    `sender` and `house` are names that only need to differ where the senders do; both empty: nobody vouches for it.
    `ruling` is what an editor decided of it, empty for nothing. `weight` is what it weighs among its sender's trips, by
    its age (`sort_by_standing` gives it).
    """

    mode: str
    milestones: tuple[TripEvent, ...]
    cost_usd: float | None = None
    sender: str = ""
    house: str = ""
    ruling: str = ""
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Voice:
    """A figure that a trip gives, mostly hours, who says so, and what it weighs among what they say: above 0, at most 1."""

    value: float
    sender: str
    house: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Sample:
    """Hours (or dollars) of several trips. Hidden where fewer than five: then only the numbers are known.

    `n` trips, by `senders` accounts of `houses` houses; both are 1 where nobody vouches for them. An account that moved
    from house to house is one sender.
    """

    n: int
    median: float | None
    p90: float | None
    low: float | None
    senders: int = 0
    houses: int = 0

    @property
    def enough_for_plans(self) -> bool:
        """Whether so many stand behind it that plans may count with it."""
        return self.median is not None and self.senders >= LEAST_SENDERS and self.houses >= LEAST_HOUSES


def make_voice(trip: TripFacts, value: float) -> Voice:
    """Return what a trip says of something, with who says so."""
    return Voice(value, trip.sender, trip.house, trip.weight)


def make_sample(voices: Sequence[Voice]) -> Sample:
    """Return the weighed median, ninth of ten (nearest rank) and least of what voices say; hidden below five.

    From three houses on the ninth of ten and the least are those that stand whichever house is left out, so that the far
    ends do not rest on one house either.
    """
    people = {one.sender for one in voices}
    houses = {one.house for one in voices}
    if len(voices) < HIDDEN_BELOW:
        return Sample(len(voices), None, None, None, len(people), len(houses))
    ranked = _weigh_voices(voices)
    middle = _find_median(ranked)
    parts = [ranked]
    if len(houses) >= LEAST_HOUSES:
        parts = [_weigh_voices([one for one in voices if one.house != out]) for out in houses]
    p90 = max(middle, min(_find_ninth_of_ten(part) for part in parts))
    low = min(middle, max(part[0][0] for part in parts))
    return Sample(len(voices), middle, p90, low, len(people), len(houses))


def _weigh_voices(voices: Sequence[Voice]) -> list[tuple[float, float]]:
    """Return (value, weight) by value; the weights of all make one."""
    senders: dict[str, set[str]] = defaultdict(set)
    trips: dict[tuple[str, str], float] = defaultdict(float)
    for one in voices:
        senders[one.house].add(one.sender)
        trips[one.house, one.sender] += one.weight
    return sorted(
        (one.value, one.weight / (len(senders) * len(senders[one.house]) * trips[one.house, one.sender]))
        for one in voices
    )


def _find_median(ranked: list[tuple[float, float]]) -> float:
    """Return where half the weight lies below; midway between two values where it lies exactly between them."""
    below = 0.0
    for number, (value, weight) in enumerate(ranked):
        below += weight
        if abs(below - 0.5) < _ALMOST and number + 1 < len(ranked):
            return (value + ranked[number + 1][0]) / 2
        if below > 0.5:
            return value
    return ranked[-1][0]


def _find_ninth_of_ten(ranked: list[tuple[float, float]]) -> float:
    below = 0.0
    for value, weight in ranked:
        below += weight
        if below >= 0.9 - _ALMOST:
            return value
    return ranked[-1][0]
