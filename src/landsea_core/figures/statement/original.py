"""What was found, shown in the text that somebody typed: sentences quoted from it, and where its figures stand.

A statement is read in another spelling, and that of other languages in English words; people are shown their own.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from landsea_core.figures.glosses.glossing import FOREIGN_WORD
from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.sentences import Sentence
from landsea_core.text.traced_text import TracedText

WRONG, FITS, READ = "wrong", "fits", "read"
"""What came of a figure: it contradicts another, it was recomputed and fits, or it was only read."""


@dataclass(frozen=True)
class FigureMark:
    """A figure's place in the text as typed, in characters from 0, what came of it, and how it was read."""

    start: int
    end: int
    verdict: str
    read_as: str

    def as_json(self) -> dict[str, int | str]:
        """Return it for a program."""
        return {"start": self.start, "end": self.end, "verdict": self.verdict, "read_as": self.read_as}


@dataclass(frozen=True)
class Original:
    """A text as typed, as respelled, and as read."""

    text: str
    respelled: TracedText
    read: ReadStatement

    def quote(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return findings with their words as typed; a text that reads as typed is left alone."""
        return tuple(
            replace(one, text=self._typed.get(one.text, one.text), explanation=self._put_back(one.explanation))
            for one in findings
        )

    def mark_figures(self, outcomes: Iterable[Outcome]) -> tuple[FigureMark, ...]:
        """Return the place of each figure with a unit or with an outcome, in the order in which they stand."""
        verdicts: dict[int, str] = {}
        for outcome in outcomes:
            for at in outcome.items:
                if not outcome.fits or at not in verdicts:
                    verdicts[at] = FITS if outcome.fits else WRONG
        return tuple(
            FigureMark(
                *self._find_typed(item.figure.start, item.figure.end),
                verdicts.get(at, READ),
                self._put_back_in(item.figure.print_value()),
            )
            for at, item in enumerate(self.read.items)
            if item.unit.is_known or at in verdicts
        )

    @cached_property
    def _typed(self) -> dict[str, str]:
        """The words as typed of each sentence and each figure as read."""
        if self.respelled.text == self.text:
            return {}
        stretches = [(self.read.sentence_text(at), *span) for at, span in enumerate(self.read.sentences)]
        stretches += [(item.figure.text, item.figure.start, item.figure.end) for item in self.read.items]
        return {words: self.text[slice(*self._find_typed(start, end))] for words, start, end in stretches}

    @cached_property
    def _foreign(self) -> dict[str, str]:
        """Words that nobody glossed, as they are read and as somebody typed them."""
        found = FOREIGN_WORD.finditer(self.read.text)
        return {one.group().lower(): self.text[slice(*self._find_typed(one.start(), one.end()))] for one in found}

    def _put_back(self, explanation: Sentence) -> Sentence:
        """Return a sentence with the words that nobody glossed as they were typed."""
        values = {
            name: tuple(map(self._put_back, value))
            if isinstance(value, tuple)
            else self._put_back(value)
            if isinstance(value, Sentence)
            else self._put_back_in(value)
            for name, value in explanation.values.items()
        }
        return explanation.fill(**values)

    def _put_back_in(self, words: str) -> str:
        if not self._foreign or not FOREIGN_WORD.search(words):
            return words
        return FOREIGN_WORD.sub(lambda one: self._foreign.get(one.group().lower(), one.group()), words)

    def _find_typed(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch stands in the text as typed, without spaces at its ends."""
        first, last = self.respelled.find_origin(start, end)
        words = self.text[first:last]
        return first + len(words) - len(words.lstrip()), last - (len(words) - len(words.rstrip()))
