"""The picture of the last weeks: two bars a week, filed and ended, and a line of how many were open at its end."""

from collections.abc import Sequence
from dataclasses import dataclass

from landsea_core.backlog import Week

WIDTH, HEIGHT, FLOOR, TOP = 480, 150, 124, 16
BAR = 0.34
"""The width of a bar, as a part of its week's."""


@dataclass(frozen=True)
class WeekBars:
    """A week as drawn: where its two bars begin and how high they are; `middle` is where its line's point and its day stand."""

    week: Week
    filed_x: float
    filed_height: float
    ended_x: float
    ended_height: float
    bar: float
    middle: float
    open_y: float

    @property
    def filed_y(self) -> float:
        """Where the bar of filed cases begins."""
        return FLOOR - self.filed_height

    @property
    def ended_y(self) -> float:
        """Where the bar of ended cases begins."""
        return FLOOR - self.ended_height


@dataclass(frozen=True)
class WeeksDrawing:
    """The whole picture. `line` is "x,y x,y"; bars and line have a scale each, whose tops are `most` cases and `most_open`."""

    width: int
    height: int
    floor: int
    bars: list[WeekBars]
    line: str
    most: int
    most_open: int


def draw_weeks(weeks: Sequence[Week]) -> WeeksDrawing:
    """Return weeks as a drawing, the oldest at the left."""
    most = max([1, *(max(one.filed, one.ended) for one in weeks)])
    most_open = max([1, *(one.open for one in weeks)])
    step, room = WIDTH / max(1, len(weeks)), FLOOR - TOP
    bars = []
    for number, one in enumerate(weeks):
        middle = (number + 0.5) * step
        bars.append(
            WeekBars(
                week=one,
                filed_x=middle - BAR * step,
                filed_height=room * one.filed / most,
                ended_x=middle,
                ended_height=room * one.ended / most,
                bar=BAR * step - 1,
                middle=middle,
                open_y=FLOOR - room * one.open / most_open,
            )
        )
    line = " ".join(f"{one.middle:.1f},{one.open_y:.1f}" for one in bars)
    return WeeksDrawing(WIDTH, HEIGHT, FLOOR, bars, line, most, most_open)
