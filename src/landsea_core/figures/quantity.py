"""A figure as somebody wrote it: its value, how finely it was rounded, its unit, and where in the text it stands.

Printed figures are rounded, so each stands for an interval; two of them agree when their intervals meet. Reading figures
out of texts is in `reading`, units are in `units`.
"""

import math
from dataclasses import dataclass, replace

from landsea_core.figures.units import Unit

ABOUT = 0.05
"""How far "about", "nearly" and the like may be off, as a part of the value: our assumption, wide enough for newspapers."""
SURE_DIGITS = 3
"""Zeros at the end of a whole number count as rounding after so many digits: 1,425,000 is exact to 1,000 or better."""
WHOLE_BELOW = 1000
LOOSE = 10.0
"""For averages and conversions, where a small whole number is a rounded one: 24 a day is 23.5 to 24.5."""


@dataclass(frozen=True)
class Interval:
    """What a printed figure may stand for, both ends included."""

    low: float
    high: float

    def meets(self, other: "Interval", slack: float = 0.0) -> bool:
        """Say whether the two have a value in common, when each may be off by `slack` (absolute) besides."""
        return self.low <= other.high + slack and other.low <= self.high + slack

    def scaled(self, factor: float) -> "Interval":
        """Return the interval times a number."""
        ends = self.low * factor, self.high * factor
        return Interval(min(ends), max(ends))


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

    def interval(self, rounding: float = 1.0) -> Interval:
        """Return what the figure may stand for; `rounding` widens the rounding of its last digit."""
        half = self.step / 2 * rounding
        low, high = self.low - half, self.high + half
        if self.bound == "over":
            high = self.high + max(self.step, coarse_step(self.high / self.scale) * self.scale)
            low = self.low
        elif self.bound == "under":
            low, high = self.low - max(self.step, coarse_step(self.low / self.scale) * self.scale), self.high
        elif self.bound == "about":
            low, high = low - abs(self.low) * ABOUT, high + abs(self.high) * ABOUT
        elif self.bound == "nearly":
            low = low - abs(self.low) * 2 * ABOUT
        return Interval(low, high)

    def loose(self) -> Interval:
        """Return the interval for averages and conversions: a small whole number is a rounded one there."""
        return self.interval(LOOSE if not self.decimals and abs(self.high / self.scale) < WHOLE_BELOW else 1.0)

    def show(self, value: float | None = None) -> str:
        """Return this figure, or another value in its unit and with its decimals, as words."""
        if value is None:
            if self.is_range:
                apart = " – " if self.high < 0 else "–"  # no dash beside a minus
                numbers = apart.join(number(end / self.scale, self.decimals) for end in (self.low, self.high))
            else:
                numbers = number(self.low / self.scale, self.decimals)
            marks = {"over": "over ", "under": "under ", "about": "about ", "nearly": "nearly "}
            return f"{marks.get(self.bound, '')}{numbers}{self._tail}"
        return f"{number(value / self.scale, max(self.decimals, _useful_decimals(value / self.scale)))}{self._tail}"

    @property
    def _tail(self) -> str:
        """Magnitude and unit after a number: set apart by a space, except before Chinese."""
        return "" if not self.words else self.words if not self.words[0].isascii() else f" {self.words}"

    def as_unit(self, other: "Quantity") -> "Quantity":
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


def coarse_step(value: float) -> float:
    """Return the place of the last digit that is not zero: 12,000 -> 1,000; 60 -> 10; 8.59 -> 0.01; 0 -> 1."""
    if value == 0:
        return 1.0
    digits = f"{abs(value):.6f}".rstrip("0").rstrip(".")
    if "." in digits:
        return 10.0 ** -len(digits.split(".")[1])
    return 10.0 ** (len(digits) - len(digits.rstrip("0")))


def printed_step(value: float, decimals: int) -> float:
    """Return the rounding of a printed number: its last decimal, or for whole ones the zeros beyond `SURE_DIGITS`.

    A small whole number (3 bn, 46 cases) is meant as it stands: people write 3 and not 3.0.
    """
    if decimals or value == 0:
        return 10.0**-decimals
    if abs(value) < WHOLE_BELOW:
        return 0.1
    whole = int(math.log10(abs(value))) + 1
    zeros = int(math.log10(coarse_step(value)))
    return 10.0 ** max(0, min(zeros, whole - SURE_DIGITS))


def number(value: float, decimals: int) -> str:
    """Return a number with commas between thousands and a minus that is one sign."""
    return f"{value:,.{decimals}f}".replace("-", "−")


def percent(value: float, decimals: int = 1, sign: bool = True) -> str:
    """Return a percentage: `30.3` -> `+30.3 %`."""
    words = f"{value:+,.{decimals}f}" if sign else f"{value:,.{decimals}f}"
    return f"{words.replace('-', '−')} %"


def _useful_decimals(value: float) -> int:
    """Return how many decimals show three digits of a small number, none for numbers from 100."""
    return 0 if abs(value) >= 100 or value == int(value) else 1 if abs(value) >= 10 else 2
