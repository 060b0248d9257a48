"""One figure of a statement and its part in it."""

from dataclasses import dataclass

from landsea_core.figures.quantities import Quantity
from landsea_core.text.periods import Period
from landsea_core.text.units.unit import Unit

AMOUNT_ROLES = ("", "result", "base")
"""Roles of amounts that stand by themselves: a sum or a share may be made of them."""


@dataclass(frozen=True)
class Item:
    """One figure. `role` is base, result, delta, growth, share, attained (of a plan), points, multiple, same (an amount again
    in another unit) or "" (an amount, part unknown).

    `sign` is -1 for falls; `yearly` that it is said against the year before, `compared` the period that a growth names ("since
    2020"); `per` for what unit a rate is given ("day"); `before` and `after` are the words around it without periods;
    `sentence` counts from 0.
    """

    figure: Quantity
    role: str
    sentence: int
    period: Period | None
    before: str
    after: str
    sign: int = 1
    yearly: bool = False
    compared: Period | None = None
    per: str = ""
    is_total: bool = False
    is_peak: bool = False

    @property
    def unit(self) -> Unit:
        """The figure's unit."""
        return self.figure.unit

    @property
    def is_amount(self) -> bool:
        """True for what growth is computed with."""
        return self.role in (*AMOUNT_ROLES, "delta")

    @property
    def signed_value(self) -> float:
        """The value, below zero for falls."""
        return self.figure.value * self.sign
