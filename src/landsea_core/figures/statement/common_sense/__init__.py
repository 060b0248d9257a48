"""What anybody can check of a statement without knowing the trade: clocks, ages, speeds, lists, order, averages, loads.

Each check takes the few figures that stand alone in a sentence or in two of them, and is silent where a third one could be
meant, or where any reading of them fits.
"""

from landsea_core.figures.statement.common_sense.check_sense import check_common_sense

__all__ = ["check_common_sense"]
