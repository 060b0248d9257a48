"""The two figures of a contradiction that cannot both be true, as numbers of one unit, so that they can stand on one scale."""

from dataclasses import dataclass, replace

from landsea_core.figures.facts.contradiction import Contradiction
from landsea_core.figures.quantities import Quantity, find_quantities, normalize_statement

SIDES = {
    "same_figure": ("one", "other"),
    "two_readings": ("one", "other"),
    "route": ("one", "other"),
    "leap": ("one", "other"),
    "rates": ("slow", "fast"),
    "promise": ("said", "took"),
    "best_case": ("said", "stood"),
    "above_capacity": ("capacity", "figure"),
    "growth": ("said", "right"),
    "growth_of_parts": ("grew", "right"),
}
"""By rule, the two values of its sentence that are to be compared. Other rules compare no two numbers."""
COMPUTED = {("growth", "right"), ("growth_of_parts", "right"), ("rates", "slow"), ("rates", "fast")}
"""What nobody printed: our arithmetic from what was."""


@dataclass(frozen=True)
class Side:
    """One side: the figure as the sentence has it, both ends of it in the unit's base, and whether it is our arithmetic."""

    printed: str
    low: float
    high: float
    is_computed: bool

    @property
    def value(self) -> float:
        """Return the middle of what was written."""
        return (self.low + self.high) / 2


def find_sides(contradiction: Contradiction) -> tuple[Side, Side] | None:
    """Return the two sides; None for a rule that compares no two numbers, and for figures of two kinds.

    Of "72 hours and 2.5 days are both given" they are 72 and 60 hours.
    """
    names = SIDES.get(contradiction.rule)
    if names is None:
        return None
    read = [_read_one(str(contradiction.explanation.values.get(name, ""))) for name in names]
    first, second = read
    if first is None or second is None:
        return None
    if first.unit.kind != second.unit.kind:
        if second.words or not first.words:
            return None
        second = second.in_unit_of(first)
    sides = [
        Side(str(contradiction.explanation.values[name]), one.low, one.high, (contradiction.rule, name) in COMPUTED)
        for name, one in zip(names, (first, second), strict=True)
    ]
    return (sides[0], sides[1]) if sides[0].value != sides[1].value else None


def _read_one(printed: str) -> Quantity | None:
    """Return the figure of a printed amount; what stands in brackets behind it says who said it."""
    found = find_quantities(normalize_statement(printed.partition(" (")[0]), ())
    if len(found) == 2 and " – " in printed:  # two negative ends are written apart
        ends = [one.value for one in found]
        return replace(found[1], low=min(ends), high=max(ends))
    return found[0] if len(found) == 1 else None


def place_on_scale(sides: tuple[Side, Side], width: float) -> tuple[float, float, float | None]:
    """Return where both marks stand on a scale of this width, and where zero does (None: the scale does not reach it).

    The scale begins at zero, but for two figures that lie within a fifth of each other: there it shows the difference.
    10 and 20 stand at 50 and 100 of 100, with zero at 0.
    """
    values = [one.value for one in sides]
    low, high = min(values), max(values)
    if low * high > 0 and high - low < 0.2 * max(abs(low), abs(high)):
        low, high = low - (high - low), high + (high - low)
    else:
        low, high = min(low, 0.0), max(high, 0.0)

    def place(value: float) -> float:
        return round((value - low) / (high - low) * width, 1)

    return place(values[0]), place(values[1]), place(0.0) if low <= 0.0 <= high else None
