"""Relations told in whole wordings: "each barge carries 350 tonnes, four brought 1,600", computed by a formula of its row.

Where the solver looks for what units can be joined, here the words between the figures say which figure is what. A relation is
a row "figure_relation" of `data/lexicon/figure_relations.jsonl`: a formula ("C = A * B") and the wordings it is told in, with
places for its figures, dates and times of the clock. What fits a wording lets off what other checks said of the same figures.
"""

from landsea_core.figures.statement.told.check_told import check_told, drop_told_otherwise
from landsea_core.figures.statement.told.typed_relations import check_typed_relations

__all__ = ["check_told", "check_typed_relations", "drop_told_otherwise"]
