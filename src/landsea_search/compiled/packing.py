"""Four whole numbers in one machine word, so that "no worse in all four" is one subtraction and one test.

From low to high: time, risk, CO2e, cost, each under a guard bit that is 0 in every label. For words x and y with the
guard bits `guards`, y is no worse than x in everything exactly when ((x | guards) - y) & guards == guards: no field
had to borrow. Adding two words adds all fields at once; a guard bit that becomes 1 says that a field ran over.

An example with fields of three bits and no others: x = 0 101 0 011 is (5, 3) and y = 0 100 0 011 is (4, 3). With the guard
bits set, x is 1 101 1 011; less y that is 1 001 1 000. Both guard bits stayed, so y is no worse than x.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from landsea_search.compiled.loops import Array

WORD = 63  # the sign bit stays out of it
RISK_BITS = 12
MOST_IN_ROW = 10_000  # the greatest number in a row of what lies ahead: three times as much still fits sixteen bits


class Shape(NamedTuple):
    """A layout as the compiled loops take it."""

    guards: int
    time_mask: int
    risk_shift: int
    co2_shift: int
    cost_shift: int
    most_risk_bound: int
    keep: int  # the bits by which labels of one node are compared: all of them for an exact front
    with_risk: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the fields of a word are: width in bits of the time field, of the risk field (0: none), of the others."""

    time_bits: int
    risk_bits: int
    money_bits: int

    @classmethod
    def fit(cls, longest: int, with_risk: bool) -> "Layout":
        """Return the layout whose time field holds `longest` minutes and leaves the most room for cost and CO2e."""
        time_bits = max(1, longest.bit_length())
        risk_bits = RISK_BITS if with_risk else 0
        rest = WORD - (time_bits + 1) - (risk_bits + 1) - 2
        return cls(time_bits, risk_bits, rest // 2)

    @property
    def risk_shift(self) -> int:
        """Position of the risk field's lowest bit."""
        return self.time_bits + 1

    @property
    def co2_shift(self) -> int:
        """Position of the CO2e field's lowest bit."""
        return self.risk_shift + self.risk_bits + 1

    @property
    def cost_shift(self) -> int:
        """Position of the cost field's lowest bit."""
        return self.co2_shift + self.money_bits + 1

    @property
    def guards(self) -> int:
        """All guard bits."""
        return (
            1 << self.time_bits
            | 1 << (self.risk_shift + self.risk_bits)
            | 1 << (self.co2_shift + self.money_bits)
            | 1 << (self.cost_shift + self.money_bits)
        )

    @property
    def time_mask(self) -> int:
        """The bits of the time field."""
        return (1 << self.time_bits) - 1

    @property
    def most(self) -> int:
        """The greatest cost or CO2e that fits."""
        return (1 << self.money_bits) - 1

    @property
    def most_risk_bound(self) -> int:
        """The greatest risk that a bound gets."""
        return ((1 << self.risk_bits) - 1) >> 1

    def make_shape(self, without: tuple[int, int, int, int]) -> Shape:
        """Return what the compiled loops take; labels are compared `without` so many lowest bits (`mask_without`)."""
        return Shape(
            guards=self.guards,
            time_mask=self.time_mask,
            risk_shift=self.risk_shift,
            co2_shift=self.co2_shift,
            cost_shift=self.cost_shift,
            most_risk_bound=self.most_risk_bound,
            keep=self.mask_without(*without),
            with_risk=self.risk_bits > 0,
        )

    def mask_without(self, minutes: int, cost: int, co2: int, risk: int) -> int:
        """Return the mask that clears so many of the lowest bits of each field."""
        cleared = (1 << minutes) - 1 | ((1 << cost) - 1) << self.cost_shift | ((1 << co2) - 1) << self.co2_shift
        return ~(cleared | ((1 << min(risk, self.risk_bits)) - 1) << self.risk_shift)

    def pack(self, cost: Array, co2: Array) -> Array:
        """Return words with these costs and emissions, which must not be above `most`; time and risk are 0."""
        return (cost.astype(np.int64) << self.cost_shift) | (co2.astype(np.int64) << self.co2_shift)

    def unpack(self, words: Array) -> tuple[Array, Array, Array, Array]:
        """Return times, costs, CO2e and risks of words."""
        return (
            words & self.time_mask,
            words >> self.cost_shift & self.most,
            words >> self.co2_shift & self.most,
            words >> self.risk_shift & ((1 << self.risk_bits) - 1),
        )
