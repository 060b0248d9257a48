"""One figure as it is weighed."""

from dataclasses import dataclass

from landsea_core.figures.quantities import Interval

COUNTED = "count:"
PERCENT, POINTS, TIMES, PLAIN, TIME = "percent", "points", "times", "plain", "time"
_COUNTED_POINTS = "count:points"


@dataclass(frozen=True)
class SeenFigure:
    """A figure with what is weighed of it. `kind` is its unit's kind; `step` what it is printed in.

    `place` is its place in the list of items, None for a number or a word that is no item; `start` and `end` are places in
    the text. `order` counts the figures of a text from 0: two that share it are one figure read in two ways ("35 people in 14
    days" may share a unit or not). `is_made` says that figures around make it in one step or two, whether that is told or not.
    """

    value: float
    interval: Interval
    step: float
    kind: str
    start: int
    end: int
    sentence: int
    place: int | None = None
    order: int = 0
    role: str = ""
    sign: int = 1
    per: str = ""
    is_total: bool = False
    bound: str = ""
    is_range: bool = False
    period: str = ""
    is_made: bool = False

    @property
    def family(self) -> str:
        """The kind, with all that is counted as one."""
        return "count" if self.kind.startswith(COUNTED) else self.kind

    @property
    def is_points(self) -> bool:
        """True for percentage points."""
        return self.kind in (POINTS, _COUNTED_POINTS)

    @property
    def is_relation(self) -> bool:
        """True for a percentage, points and multiples: no amount of something."""
        return self.kind in (PERCENT, TIMES) or self.is_points


def find_likeness(one: SeenFigure, other: SeenFigure) -> str:
    """Return how two figures may be of one thing: "same" kind, two "counts", one "plain", percent and points; "" for not."""
    if one.kind == other.kind:
        return "same"
    if PLAIN in (one.kind, other.kind):
        return "plain"
    if one.family == other.family == "count":
        return "counts"
    is_part = all(some.kind == PERCENT or some.is_points for some in (one, other))
    return "points" if is_part else ""
