"""A figure as somebody wrote it: its value, how finely it was rounded, its unit, and where in the text it stands.

Printed figures are rounded, so each stands for an interval; two of them agree when their intervals meet.
"""

from dataclasses import dataclass, replace

from landsea_core.figures.quantities.interval import Interval
from landsea_core.figures.quantities.printing import count_useful_decimals, print_number
from landsea_core.figures.quantities.rounding import WHOLE_BELOW, find_coarse_step
from landsea_core.text.units.unit import Unit

ABOUT = 0.05
"""How far "about", "nearly" and the like may be off, as a part of the value: our assumption, wide enough for newspapers."""
LOOSE = 10.0
"""For averages and conversions, where a small whole number is a rounded one: 24 a day is 23.5 to 24.5."""
_MARKS = {"over": "over ", "under": "under ", "about": "about ", "nearly": "nearly "}


@dataclass(frozen=True)
class Quantity:
    """A figure: `low` and `high` in the unit's base (equal unless a range was written), `step` the rounding of each.

    `bound` is "", "over" (at least), "under" (at most), "about" or "nearly". `scale` is what one printed unit is in the
    base (a billion yuan: 1e9; a day: 24 hours), `words` the magnitude and unit as printed, `decimals` as printed.
    """

    low: float
    high: float
    step: float
    unit: Unit
    text: str
    start: int = 0
    end: int = 0
    bound: str = ""
    scale: float = 1.0
    words: str = ""
    decimals: int = 0
    signed: bool = False

    @property
    def value(self) -> float:
        """The middle of what was written."""
        return (self.low + self.high) / 2

    @property
    def is_range(self) -> bool:
        """True when two ends were written."""
        return self.low != self.high

    def make_interval(self, rounding: float = 1.0) -> Interval:
        """Return what the figure may stand for; `rounding` widens the rounding of its last digit.

        8.59 bn is 8.585 to 8.595 bn, "over 46" 46 to 47, "about 100" 95 and less to 105 and more.
        """
        half = self.step / 2 * rounding
        low, high = self.low - half, self.high + half
        if self.bound == "over":
            low, high = self.low, self.high + self._coarse_step(self.high)
        elif self.bound == "under":
            low, high = self.low - self._coarse_step(self.low), self.high
        elif self.bound == "about":
            low, high = low - abs(self.low) * ABOUT, high + abs(self.high) * ABOUT
        elif self.bound == "nearly":
            low = low - abs(self.low) * 2 * ABOUT
        return Interval(low, high)

    def make_loose_interval(self) -> Interval:
        """Return the interval for averages and conversions: a small whole number is a rounded one there."""
        is_small = not self.decimals and abs(self.high / self.scale) < WHOLE_BELOW
        return self.make_interval(LOOSE if is_small else 1.0)

    def print_value(self, value: float | None = None) -> str:
        """Return this figure, or another value in its unit and with its decimals, as words: "over 8.59 bn yuan"."""
        if value is not None:
            scaled = value / self.scale
            return f"{print_number(scaled, max(self.decimals, count_useful_decimals(scaled)))}{self._tail}"
        apart = " – " if self.high < 0 else "–"  # no dash beside a minus
        ends = (self.low, self.high) if self.is_range else (self.low,)
        numbers = apart.join(print_number(end / self.scale, self.decimals) for end in ends)
        return f"{_MARKS.get(self.bound, '')}{numbers}{self._tail}"

    def in_unit_of(self, other: "Quantity") -> "Quantity":
        """Return this figure read in the unit of another one, and its magnitude unless it has one ("from 6.59 to 8.59 bn")."""
        if self.scale != 1:
            return replace(self, unit=other.unit, words=f"{self.words} {other.words.split()[-1]}")
        factor = other.scale / self.scale
        return replace(
            self,
            low=self.low * factor,
            high=self.high * factor,
            step=self.step * factor,
            unit=other.unit,
            scale=other.scale,
            words=other.words,
        )

    @property
    def _tail(self) -> str:
        """Magnitude and unit after a number: set apart by a space, except before Chinese."""
        return "" if not self.words else self.words if not self.words[0].isascii() else f" {self.words}"

    def _coarse_step(self, end: float) -> float:
        return max(self.step, find_coarse_step(end / self.scale) * self.scale)
