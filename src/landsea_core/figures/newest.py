"""Which figure of a series is its newest, what it is compared with, and by how much it changed; and a small line of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

YEAR = 12


@dataclass(frozen=True)
class Dated:
    """One figure that nothing revises: `first` month of its period, counted from the year 0, and how many `months` it has;
    both ends of its interval; `growth` in per cent against the year before, as it was printed.
    """

    code: str
    first: int
    months: int
    low: float
    high: float
    growth: float | None = None

    @property
    def end(self) -> int:
        """Return the month after its period."""
        return self.first + self.months

    @property
    def value(self) -> float:
        """Return the middle of its interval."""
        return (self.low + self.high) / 2


@dataclass(frozen=True)
class Newest:
    """The newest figure, the one it is compared with, and the change in per cent; `is_said`: the change is the printed one,
    since there is nothing to reckon it from.
    """

    figure: Dated
    before: Dated | None
    change: float | None
    is_said: bool = False


def is_full_year(one: Dated) -> bool:
    """Say whether a figure is of twelve months from January."""
    return one.months == YEAR and one.first % YEAR == 0


def find_newest(figures: Iterable[Dated], *, is_stock: bool) -> Newest | None:
    """Return the newest figure with its change; None where there is none.

    1. Of what flows, full years count before parts of years: nine months of 2025 stand below 2024, not beside it.
    2. The newest is the one whose period ends last.
    3. It is compared with the same months one year before; of a stock (ports that are served) with the figure before it.
    4. Where that is missing, the printed growth counts.

    1,425,000 in 2025 after 960,000 in 2024 is +48.4 %, whatever was printed.
    """
    found = list(figures)
    if not is_stock and any(map(is_full_year, found)):
        found = [one for one in found if is_full_year(one)]
    if not found:
        return None
    newest = max(found, key=lambda one: (one.end, one.first))
    before = _find_before(newest, found, is_stock)
    if before is not None and before.value > 0:
        return Newest(newest, before, (newest.value / before.value - 1) * 100)
    return Newest(newest, None, newest.growth, is_said=newest.growth is not None)


def _find_before(newest: Dated, found: Sequence[Dated], is_stock: bool) -> Dated | None:
    if is_stock:
        earlier = [one for one in found if one.end < newest.end]
        return max(earlier, key=lambda one: one.end, default=None)
    wanted = (newest.first - YEAR, newest.months)
    return next((one for one in found if (one.first, one.months) == wanted), None)


def draw_small_line(
    points: Sequence[tuple[float, float]], width: float, height: float, edge: float = 3.0
) -> tuple[tuple[float, float], ...]:
    """Return (x, y) of a line through (month, value) points in a box, zero at its foot; nothing where two times are missing.

    `draw_small_line([(0, 0), (12, 10)], 120, 32)` is ((3.0, 29.0), (117.0, 3.0)).
    """
    points = sorted(points)
    if len(points) < 2 or points[0][0] == points[-1][0]:
        return ()
    first, last = points[0][0], points[-1][0]
    most = max(value for _month, value in points) or 1.0
    return tuple(
        (
            round(edge + (month - first) / (last - first) * (width - 2 * edge), 1),
            round(height - edge - max(value, 0.0) / most * (height - 2 * edge), 1),
        )
        for month, value in points
    )
