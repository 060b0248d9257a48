"""A statement as typed with the figures that were read in it, each with its place there."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.text.periods import Period
from landsea_core.text.traced_text import TracedText

_CLAUSE_END = re.compile(
    r"[;；。、()（）—]|(?<!\d)[,，:：]|[,，:：](?!\d)|\.(?=\s|$)|\b(?:while|whereas|but|and)\b|而(?!且)"
)
"""A comma or a colon between digits ends no clause: "1,240", "8:30"."""
_RELATIONS = frozenset({"percent", "points", "times"})


@dataclass(frozen=True)
class TypedFigure:
    """A figure with its place in the text as typed."""

    item: Item
    start: int
    end: int
    order: int

    @property
    def kind(self) -> str:
        """What it is measured in."""
        return self.item.unit.kind

    @property
    def sentence(self) -> int:
        """The number of its sentence, from 0."""
        return self.item.sentence

    @property
    def value(self) -> float:
        """Its value."""
        return self.item.figure.value

    @property
    def is_amount(self) -> bool:
        """True for what is no percentage, no multiple and no difference."""
        return self.kind not in _RELATIONS and self.item.role not in ("delta", "growth", "points", "multiple")


@dataclass(frozen=True)
class TypedStatement:
    """A text as typed, in lines of the reading: its figures, sentences and periods, each with its begin and end there."""

    text: str
    figures: Sequence[TypedFigure]
    sentences: Sequence[tuple[int, int]]
    periods: Sequence[tuple[int, int, Period]]
    read: ReadStatement

    @classmethod
    def of(cls, text: str, respelled: TracedText, read: ReadStatement) -> "TypedStatement":
        """Return the statement of a text, its respelling and what was read in that."""
        figures: list[TypedFigure] = []
        for item in read.items:
            start, end = respelled.find_origin(item.figure.start, item.figure.end)
            words = text[start:end]
            first, last = start + len(words) - len(words.lstrip()), start + len(words.rstrip())
            figures.append(TypedFigure(item, first, last, len(figures)))
        sentences = [respelled.find_origin(start, end) for start, end in read.sentences]
        periods = [(*respelled.find_origin(one.start, one.end), one) for one in read.periods]
        return cls(text, figures, sentences, periods, read)

    def list_periods(self, start: int, end: int) -> list[Period]:
        """Return the periods named in a stretch."""
        return [one for first, last, one in self.periods if start <= first and last <= end]

    def find_sentence(self, place: int) -> int:
        """Return the number of the sentence in which a place stands."""
        return next((at for at, (start, end) in enumerate(self.sentences) if start <= place < end), 0)

    def find_clause(self, place: int) -> tuple[int, int]:
        """Return where the clause around a place begins and ends."""
        start, end = self.sentences[self.find_sentence(place)]
        ends = [match.end() for match in _CLAUSE_END.finditer(self.text, start, place)]
        behind = _CLAUSE_END.search(self.text, place, end)
        return (ends[-1] if ends else start), (behind.start() if behind else end)

    def is_inside_figure(self, start: int, end: int) -> bool:
        """Say whether a stretch stands inside a figure as read: the "half" of "half a million"."""
        return any(one.start < end and start < one.end for one in self.figures)

    @cached_property
    def gaps(self) -> Sequence[tuple[str, str]]:
        """The words of its own before each figure and behind it (`own_spans`)."""
        return [(self.text[slice(*before)], self.text[slice(*behind)]) for before, behind in self.own_spans]

    @cached_property
    def own_spans(self) -> Sequence[tuple[tuple[int, int], tuple[int, int]]]:
        """Where each figure has words of its own, before it and behind it: those between two are cut where they are joined."""
        found = []
        for at, one in enumerate(self.figures):
            begin, end = self.sentences[one.sentence]
            before = self.figures[at - 1] if at and self.figures[at - 1].sentence == one.sentence else None
            behind = self.figures[at + 1] if at + 1 < len(self.figures) else None
            behind = behind if behind and behind.sentence == one.sentence else None
            lead = (self._find_join(before.end, one.start, before.end) if before else begin, one.start)
            last = behind.start if behind else end
            found.append((lead, (one.end, self._find_join(one.end, last, last))))
        return found

    def _find_join(self, start: int, end: int, otherwise: int) -> int:
        """Return where two figures are joined in the words between them."""
        match = _JOIN.search(self.text[start:end])
        return start + match.start() if match else otherwise


_JOIN = re.compile(r"[,，;；。、()（）]|\s(?:and|while|whereas|but|against|to|from|còn|và|lên|xuống)\s|和|及|而|到|至")
