"""Every relation that figures near each other could be told to have, whether it is told or not, and whether it fits."""

from landsea_core.figures.statement.weighing.guessing.guess import Guess
from landsea_core.figures.statement.weighing.guessing.list_guesses import FEWEST_FIGURES, MOST_FIGURES, list_guesses

__all__ = ["FEWEST_FIGURES", "MOST_FIGURES", "Guess", "list_guesses"]
