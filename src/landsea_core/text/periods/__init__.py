"""Periods: the months that a figure is about, as English and Chinese statements name them ("the first half of 2025", 前三季度).

Days are in `landsea_core.text.days`: they are counted from a day that is given, a period stands by itself.
"""

from landsea_core.text.periods.finding import find_periods
from landsea_core.text.periods.period import Period

__all__ = ["Period", "find_periods"]
