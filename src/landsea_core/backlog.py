"""What the open cases of a mechanism are like as a whole: where those lie that are late, how old they are, how many came and
ended week by week.

Cases come in as tallies: how many open ones share a desk, a post, a country, a lane and an age, and how many of them are late.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

AGES = (3, 10, 30, 90)
"""The first day since filing of each age but the youngest."""


@dataclass(frozen=True)
class Tally:
    """So many open cases (`open`, `late` of them late) that share all else. `age`: how many of AGES have begun for them."""

    desk: str
    place: str
    country: str
    lane: str
    age: int
    open: int
    late: int


@dataclass(frozen=True)
class Share:
    """What one desk, post, country, lane or age holds of the open and of the late cases."""

    key: Hashable
    open: int
    late: int


@dataclass(frozen=True)
class Week:
    """Seven days from `begins` on: how many cases were filed and ended in them, and how many were open at their end."""

    begins: date
    filed: int
    ended: int
    open: int


def sum_shares(tallies: Iterable[Tally], key_of: Callable[[Tally], Hashable]) -> list[Share]:
    """Return the shares by a key, those with most late cases first, then those with most open ones. An empty key is left out:
    what nobody said lies nowhere.
    """
    opened: dict[Hashable, int] = {}
    late: dict[Hashable, int] = {}
    for one in tallies:
        key = key_of(one)
        if key in ("", None):
            continue
        opened[key] = opened.get(key, 0) + one.open
        late[key] = late.get(key, 0) + one.late
    shares = [Share(key, opened[key], late[key]) for key in opened]
    return sorted(shares, key=lambda one: (-one.late, -one.open, str(one.key)))


def find_culprits(shares: Sequence[Share], late: int, most: int = 3) -> tuple[int, int]:
    """Return how many of the first shares are enough for half of what is late, at most `most`, and the percent they hold.

    Example: shares of 30, 20, 5 and 5 late cases of 60: the first one holds 50 percent, so (1, 50).
    """
    held = 0
    for number, share in enumerate(shares[:most], 1):
        held += share.late
        if 2 * held >= late:
            return number, round(100 * held / late) if late else 0
    return min(most, len(shares)), round(100 * held / late) if late else 0


def count_weeks(
    open_now: int, filed: Mapping[date, int], ended: Mapping[date, int], today: date, weeks: int
) -> list[Week]:
    """Return the last `weeks` stretches of seven days up to and with `today`, the oldest first.

    `filed` and `ended` count cases by day. How many were open at a week's end is counted back from those open now.
    """
    found: list[Week] = []
    open_at_end = open_now
    for number in range(weeks):
        begins = today - timedelta(days=7 * number + 6)
        days = [begins + timedelta(days=day) for day in range(7)]
        came, went = (sum(counts.get(day, 0) for day in days) for counts in (filed, ended))
        found.append(Week(begins, came, went, open_at_end))
        open_at_end += went - came
    return found[::-1]
