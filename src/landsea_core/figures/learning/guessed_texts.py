"""Labelled texts read and guessed, with the names of their guesses in one table."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from landsea_core.figures.learning.labelled_texts import LabelledText
from landsea_core.figures.statement.outcomes import list_outcomes
from landsea_core.figures.statement.read_statement import read_statement, respell_statement
from landsea_core.figures.statement.weighing.accusing import Accusation
from landsea_core.figures.statement.weighing.guessing import Guess, list_guesses
from landsea_core.figures.statement.weighing.hashed_model import hash_names
from landsea_core.figures.statement.weighing.judging import WeighedFigures, WeighedGuess
from landsea_core.figures.statement.weighing.listening import HeardText
from landsea_core.figures.statement.weighing.seeing import SeenFigure
from landsea_core.figures.statement.weighing.stretches import cut_into_stretches, list_accusations
from landsea_core.figures.statement.weighing.words_around import WordedFigures


@dataclass(frozen=True)
class GuessedText:
    """A text of one stretch with its guesses; `rows` are their places in the table of all.

    `wrong` is the order of its wrong figure, None where it is not known or not seen. `accusations` are those of the checks
    with written wordings.
    """

    label: LabelledText
    figures: tuple[SeenFigure, ...]
    guesses: tuple[Guess, ...]
    rows: range
    wrong: int | None
    heard: HeardText | None
    accusations: tuple[Accusation, ...]

    def weigh(self, told: np.ndarray) -> WeighedFigures:
        """Return its figures weighed; `told` is how likely each guess of all texts is told."""
        weighed = [WeighedGuess(one, float(told[row])) for one, row in zip(self.guesses, self.rows, strict=True)]
        return WeighedFigures(self.figures, weighed)


def guess_texts(texts: Sequence[LabelledText], width: int) -> tuple[list[GuessedText], np.ndarray]:
    """Return the texts of one stretch, and the hashed names of all their guesses, a row each (`hash_names`)."""
    guessed: list[GuessedText] = []
    tables: list[np.ndarray] = []
    count = 0
    for label in texts:
        respelled = respell_statement(label.text)
        read = read_statement(respelled.text)
        stretches = cut_into_stretches(read)
        if len(stretches) != 1:
            continue
        figures = stretches[0]
        guesses = tuple(list_guesses(figures))
        wrong = None
        if label.wrong:
            start, end = label.wrong
            origins = [(respelled.find_origin(one.start, one.end), one.order) for one in figures]
            wrong = next((order for (first, last), order in origins if first < end and start < last), None)
        accusations = list_accusations(figures, list_outcomes(read))
        worded = WordedFigures(read.text, figures)
        rows = range(count, count + len(guesses))
        count += len(guesses)
        tables.append(hash_names([worded.name_features(guess) for guess in guesses], width))
        heard = HeardText.hear(read.text, figures, guesses)
        accused = tuple(one for _outcome, one in accusations)
        guessed.append(GuessedText(label, figures, guesses, rows, wrong, heard, accused))
    return guessed, _join(tables, width)


def _join(tables: Sequence[np.ndarray], width: int) -> np.ndarray:
    longest = max((table.shape[1] for table in tables), default=0)
    joined = np.full((sum(len(table) for table in tables), longest), width + 1, dtype=np.int32)
    at = 0
    for table in tables:
        joined[at : at + len(table), : table.shape[1]] = table
        at += len(table)
    return joined
