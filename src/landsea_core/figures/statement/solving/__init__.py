"""Figures that nothing judged, solved for from the few around them by what they measure, across sentences.

Where the checks of one wording end, this begins: gather the figures near one that is claimed to follow, keep those whose units
can be joined, and call the figure wrong only where words name a relation, the operands of that relation are the only ones of
their kind, and no other relation of the near figures gives what is said. Else it keeps silent.
"""

from landsea_core.figures.statement.solving.solve import solve_open_figures

__all__ = ["solve_open_figures"]
