"""Months as upright bars with, beneath, how many days something took: geometry of one chart of two parts on one axis.

Whoever draws it needs no arithmetic. A month whose number is not shown has no bar.
"""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 640.0, 300.0
LEFT, RIGHT = 8.0, 8.0
TOP, FLOOR = 24.0, 170.0
DAYS_TOP, DAYS_FLOOR = 206.0, 262.0
MOST_LABELS = 7
"""Months that can be named side by side, on a phone too."""


@dataclass(frozen=True)
class Month:
    """One month: its name in the table, short on the axis, its number (None: not shown) and days (None: too few)."""

    name: str
    short: str
    number: int | None
    days: float | None


@dataclass(frozen=True)
class Bar:
    """Where a month stands: the bar from `top` to `floor`, its middle `x`, and its words; `is_named`: the axis has its name."""

    left: float
    width: float
    top: float
    floor: float
    x: float
    month: Month
    is_named: bool

    @property
    def height(self) -> float:
        """Return how high the bar is."""
        return round(self.floor - self.top, 1)


@dataclass(frozen=True)
class Mark:
    """Where the days of a month stand."""

    x: float
    y: float
    days: float


@dataclass(frozen=True)
class Columns:
    """Everything to draw, in a box of WIDTH x HEIGHT."""

    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]
    line: str
    width: float = WIDTH
    height: float = HEIGHT
    floor: float = FLOOR
    days_floor: float = DAYS_FLOOR


def draw_columns(months: Sequence[Month]) -> Columns | None:
    """Return the drawing of at least two months in their order, None when no number is shown.

    The highest bar is as high as the chart; of two months with 10 and 5 cases the second is half as high.
    """
    if len(months) < 2 or all(one.number is None for one in months):
        return None
    most = max(one.number or 0 for one in months) or 1
    longest = max((one.days or 0.0 for one in months), default=0.0) or 1.0
    step = (WIDTH - LEFT - RIGHT) / len(months)
    every = -(-len(months) // MOST_LABELS)
    bars, marks = [], []
    for at, month in enumerate(months):
        x = round(LEFT + (at + 0.5) * step, 1)
        top = FLOOR - (month.number or 0) / most * (FLOOR - TOP)
        named = (len(months) - 1 - at) % every == 0
        bars.append(Bar(round(x - step * 0.36, 1), round(step * 0.72, 1), round(top, 1), FLOOR, x, month, named))
        if month.days is not None:
            y = DAYS_FLOOR - month.days / longest * (DAYS_FLOOR - DAYS_TOP)
            marks.append(Mark(x, round(y, 1), month.days))
    return Columns(tuple(bars), tuple(marks), " ".join(f"{one.x:g},{one.y:g}" for one in marks))
