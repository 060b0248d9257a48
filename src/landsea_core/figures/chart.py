"""A line of figures over time as geometry: where points, bars of intervals and marks of the axes stand in a box.

Whoever draws it (our templates draw SVG) needs no arithmetic. Months are the horizontal axis, so that years without a figure
stay empty and are not drawn over.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 640.0, 280.0
LEFT, RIGHT, TOP, BOTTOM = 72.0, 24.0, 16.0, 36.0
MOST_YEARS = 8


@dataclass(frozen=True)
class Point:
    """One figure: months from the year 0 (the middle of its period), ends of its interval, and how it is known. `is_part`: it
    is of a part of a year among full ones, as long as `months` say.
    """

    month: float
    low: float
    high: float
    grade: str
    label: str
    code: str = ""
    value: str = ""
    months: int = 12
    is_part: bool = False


@dataclass(frozen=True)
class Dot:
    """Where a point is drawn; `top` and `bottom` differ for an interval. A part of a year goes from `left` to `right` and is
    no point of the line. `code` names its row in the table, `value` is what is written beside it.
    """

    x: float
    y: float
    top: float
    bottom: float
    grade: str
    label: str
    code: str = ""
    value: str = ""
    left: float = 0.0
    right: float = 0.0

    @property
    def is_interval(self) -> bool:
        """True when two ends were given."""
        return self.bottom - self.top > 0.5


@dataclass(frozen=True)
class Mark:
    """A mark of an axis."""

    at: float
    words: str


@dataclass(frozen=True)
class Chart:
    """Everything to draw, in a box of WIDTH x HEIGHT."""

    dots: tuple[Dot, ...]
    years: tuple[Mark, ...]
    values: tuple[Mark, ...]
    line: str
    parts: tuple[Dot, ...] = ()

    width: float = WIDTH
    height: float = HEIGHT
    left: float = LEFT
    right: float = WIDTH - RIGHT
    floor: float = HEIGHT - BOTTOM


def draw_chart(points: Sequence[Point], on_axis: Callable[[float], str]) -> Chart | None:
    """Return the drawing of at least two points at different times; None when there is no line to draw. Parts of years are
    drawn beside the line: nine months are no year.

    `on_axis` puts the values beside the lines in words.
    """
    points = sorted(points, key=lambda point: point.month)
    whole = [point for point in points if not point.is_part]
    if len(whole) < 2 or whole[0].month == whole[-1].month:
        return None
    most = round_up_to_nice(max(point.high for point in points))
    first, last = math.floor(points[0].month / 12), math.floor(points[-1].month / 12) + 1
    span = (last - first) * 12

    def place_month(month: float) -> float:
        return round(LEFT + (month - first * 12) / span * (WIDTH - LEFT - RIGHT), 1)

    def place_value(value: float) -> float:
        return round(HEIGHT - BOTTOM - max(value, 0.0) / most * (HEIGHT - TOP - BOTTOM), 1)

    def place(point: Point) -> Dot:
        return Dot(
            place_month(point.month),
            place_value((point.low + point.high) / 2),
            place_value(point.high),
            place_value(point.low),
            point.grade,
            point.label,
            point.code,
            point.value,
            place_month(point.month - point.months / 2),
            place_month(point.month + point.months / 2),
        )

    dots = tuple(place(point) for point in whole)
    parts = tuple(place(point) for point in points if point.is_part)
    step = math.ceil((last - first) / MOST_YEARS)
    years = tuple(Mark(place_month(year * 12 + 6), str(year)) for year in range(first, last, step))
    values = tuple(Mark(place_value(most * part / 4), on_axis(most * part / 4)) for part in range(5))
    return Chart(dots, years, values, " ".join(f"{dot.x},{dot.y}" for dot in dots), parts)


def round_up_to_nice(value: float) -> float:
    """Return the next of 1, 2, 2.5, 4, 5, 8 x 10^n that is not below the value."""
    if value <= 0:
        return 1.0
    size = 10.0 ** math.floor(math.log10(value))
    return next(size * part for part in (1, 2, 2.5, 4, 5, 8, 10) if size * part >= value * 0.9999)
