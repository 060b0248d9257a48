"""Figures that are said to follow from others: an average, a total, a rest, a difference, an equal, a percentage.

Words say only that a figure follows ("an average of", "in all", "left", "that is"). What it may follow from is told by the
units: a mean of what is measured and what is counted, a total of its own unit, an amount at a price. A figure is called wrong
where words name one way to compute it, this way gives something else, and no other way from the figures around gives it either.
"""

from landsea_core.figures.statement.following.check_following import check_following
from landsea_core.figures.statement.following.other_ways import drop_made_otherwise

__all__ = ["check_following", "drop_made_otherwise"]
