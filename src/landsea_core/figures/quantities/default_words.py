"""The words and patterns of figures from the files of this checkout, made when first needed, once in a process."""

from functools import cache

from landsea_core.figures.quantities.figure_words import FigureWords
from landsea_core.text.default_lexicons import read_statement_lexicon


@cache
def read_default_figure_words() -> FigureWords:
    """Return the words with which figures are written."""
    return FigureWords(read_statement_lexicon())
