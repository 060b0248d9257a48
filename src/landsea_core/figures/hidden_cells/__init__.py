"""Hiding small cells of published tables, so that they cannot be found by differences of all tables together.

A cell is named by what it counts ({topic: visas, outcome: fixed}); a total counts fewer things ({topic: visas}, {} for all).
Tables that share a dimension share those totals, so everything published is one system of sums. Small cells are hidden,
then others besides, until the system gives none of the hidden ones away. Zeros are shown: nobody is behind them.
"""

from landsea_core.figures.hidden_cells.counting import Key, count_cells
from landsea_core.figures.hidden_cells.equations import Sum, list_equations
from landsea_core.figures.hidden_cells.hiding import THRESHOLD, Published, hide_cells, publish_tables
from landsea_core.figures.hidden_cells.solving import find_given_away

__all__ = [
    "THRESHOLD",
    "Key",
    "Published",
    "Sum",
    "count_cells",
    "find_given_away",
    "hide_cells",
    "list_equations",
    "publish_tables",
]
