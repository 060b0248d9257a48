"""The figures of a text as they are weighed: those that were read, words that were not, and how else one may be read."""

from landsea_core.figures.statement.weighing.seeing.seen_figure import SeenFigure, find_likeness
from landsea_core.figures.statement.weighing.seeing.seen_figures import see_figures

__all__ = ["SeenFigure", "find_likeness", "see_figures"]
