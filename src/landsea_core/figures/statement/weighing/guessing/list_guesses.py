"""All relations that the figures of a stretch of text could have."""

from collections.abc import Sequence
from itertools import chain

import numpy as np

from landsea_core.figures.statement.weighing.guessing.figure_table import FigureTable
from landsea_core.figures.statement.weighing.guessing.guess import Guess
from landsea_core.figures.statement.weighing.guessing.percentages import (
    guess_chains,
    guess_hundreds,
    guess_multiples,
    guess_parts_of_two,
    guess_percentages,
)
from landsea_core.figures.statement.weighing.guessing.products import (
    guess_longer_products,
    guess_products,
    guess_proportions,
)
from landsea_core.figures.statement.weighing.guessing.sums import guess_balances, guess_means, guess_same, guess_sums
from landsea_core.figures.statement.weighing.seeing import SeenFigure

FEWEST_FIGURES, MOST_FIGURES = 3, 14
"""Of fewer figures no relation is told; among more one may be met by chance."""
_MOST_READINGS, MOST_GUESSES = 20, 600
_KINDS = (
    guess_percentages,
    guess_multiples,
    guess_sums,
    guess_means,
    guess_balances,
    guess_products,
    guess_longer_products,
    guess_proportions,
    guess_parts_of_two,
    guess_chains,
    guess_hundreds,
    guess_same,
)


def list_guesses(figures: Sequence[SeenFigure]) -> list[Guess]:
    """Return what fits or nearly does; nothing where figures or relations are too many, or figures too few."""
    count = len({one.order for one in figures})
    if not FEWEST_FIGURES <= count <= MOST_FIGURES or len(figures) > _MOST_READINGS:
        return []
    with np.errstate(divide="ignore", invalid="ignore"):
        table = FigureTable(figures)
        guesses = list(chain.from_iterable(guess(table) for guess in _KINDS))
    return guesses if len(guesses) <= MOST_GUESSES else []
