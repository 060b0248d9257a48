"""What the sentences of a paragraph say together: totals, shares, ranks, records, journeys told over more than one sentence.

Each of these speaks only where words name the relation ("together", "the old record", "came second"): what one sentence leaves
open is not guessed from another.
"""

from landsea_core.figures.statement.across.check_across import check_across

__all__ = ["check_across"]
