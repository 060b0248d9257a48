"""Growth in percent: between two intervals, and as it was printed."""

from landsea_core.figures.quantities.interval import Interval
from landsea_core.figures.quantities.quantity import Quantity

PERCENT_ROUNDING = 1.2
"""How much wider than its last digit a percentage is taken: some are cut off and not rounded."""


def find_growth(base: Interval, result: Interval) -> Interval | None:
    """Return the growth in percent that two rounded figures may stand for; None where the beginning may be nothing.

    From 6.59 to 8.59 (each give or take half of 0.01) it is between 30.2 and 30.5 %.
    """
    if base.low <= 0:
        return None
    return Interval((result.low / base.high - 1) * 100, (result.high / base.low - 1) * 100)


def widen_percentage(said: Quantity, sign: int = 1) -> Interval:
    """Return what a printed percentage may stand for; `sign` is -1 for a fall."""
    inside = said.make_interval(PERCENT_ROUNDING)
    return inside if sign > 0 else inside.scale(-1)
