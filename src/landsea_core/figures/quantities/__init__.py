"""Figures as they are printed: found in a text (`find_quantities`), with their units and how finely they were rounded.

Numbers, units and periods are read by the readers of `landsea_core.text`; here they become quantities that can be compared.
"""

from landsea_core.figures.quantities.finding import find_quantities
from landsea_core.figures.quantities.growth import PERCENT_ROUNDING, find_growth, widen_percentage
from landsea_core.figures.quantities.interval import Interval
from landsea_core.figures.quantities.normal_text import normalize_statement
from landsea_core.figures.quantities.printing import print_number, print_percent
from landsea_core.figures.quantities.quantity import Quantity
from landsea_core.figures.quantities.rounding import find_coarse_step

__all__ = [
    "PERCENT_ROUNDING",
    "Interval",
    "Quantity",
    "find_coarse_step",
    "find_growth",
    "find_quantities",
    "normalize_statement",
    "print_number",
    "print_percent",
    "widen_percentage",
]
