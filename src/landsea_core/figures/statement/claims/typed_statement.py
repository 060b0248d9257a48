"""A statement as typed with the figures that were read in it, each with its place there."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.text.traced_text import TracedText

_CLAUSE_END = re.compile(r"[,，;；。:：、()（）—]|\.(?=\s|$)|\b(?:while|whereas|but|and)\b|而(?!且)")
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
    """A text as typed, in lines of the reading: its figures and sentences."""

    text: str
    figures: Sequence[TypedFigure]
    sentences: Sequence[tuple[int, int]]
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
        return cls(text, figures, sentences, read)

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
        """The words of its own before each figure and behind it: those between two figures are cut where they are joined."""
        found = []
        for at, one in enumerate(self.figures):
            begin, end = self.sentences[one.sentence]
            before = self.figures[at - 1] if at and self.figures[at - 1].sentence == one.sentence else None
            behind = self.figures[at + 1] if at + 1 < len(self.figures) else None
            behind = behind if behind and behind.sentence == one.sentence else None
            lead = self.text[before.end if before else begin : one.start]
            rest = self.text[one.end : behind.start if behind else end]
            found.append((_take_own_lead(lead) if before else lead, _take_own_rest(rest)))
        return found


_JOIN = re.compile(r"[,，;；。、()（）]|\s(?:and|while|whereas|but|against|to|from|còn|và|lên|xuống)\s|和|及|而|到|至")


def _take_own_lead(gap: str) -> str:
    match = _JOIN.search(gap)
    return gap[match.start() :] if match else gap


def _take_own_rest(gap: str) -> str:
    match = _JOIN.search(gap)
    return gap[: match.start()] if match else gap
