"""A statement read: its figures with their parts, which is the beginning, which the end, which a difference, a share, ...

A part is read from the words around a figure (`roles`), then from the figure before it (`neighbours`), and where words say
nothing, from the periods. Nothing is computed here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from landsea_core.figures.glosses import gloss_statement
from landsea_core.figures.quantities import find_quantities
from landsea_core.figures.quantities.normal_text import trace_normal_text
from landsea_core.figures.statement.figure_periods import add_years, find_free_results, take_first_of_span
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.neighbours import settle_by_neighbours
from landsea_core.figures.statement.roles import read_item
from landsea_core.figures.statement.sentence_ends import split_sentences
from landsea_core.figures.statement.shared_units import share_units
from landsea_core.text.periods import Period, find_periods
from landsea_core.text.traced_text import TracedText

MOST_FIGURES = 200
"""Figures are compared with each other, so their number bounds the time."""


@dataclass(frozen=True)
class ReadStatement:
    """A statement read: its normal text, items, periods, and the sentences as (start, end)."""

    text: str
    items: tuple[Item, ...]
    periods: tuple[Period, ...]
    sentences: tuple[tuple[int, int], ...]

    @cached_property
    def subjects(self) -> dict[int, Mapping[str, frozenset[str]]]:
        """What its items are about, by their `id`: `read_subject` fills it once, for they are compared pair by pair."""
        return {}

    def sentence_text(self, at: int) -> str:
        """Return the words of one sentence."""
        start, end = self.sentences[at]
        return self.text[start:end].strip()

    def lower_sentence(self, at: int) -> str:
        """Return one sentence in lower case, for looking for words."""
        return self.sentence_text(at).lower()

    def items_of_sentence(self, at: int) -> list[Item]:
        """Return the items of one sentence, in their order."""
        return list(self._by_sentence.get(at, ()))

    @cached_property
    def _by_sentence(self) -> Mapping[int, list[Item]]:
        found: dict[int, list[Item]] = {}
        for item in self.items:
            found.setdefault(item.sentence, []).append(item)
        return found

    def places_of(self, *items: Item) -> frozenset[int]:
        """Return the places of these items in the list of all."""
        return frozenset(self.items.index(item) for item in items)

    def gap_between(self, one: Item, other: Item) -> str:
        """Return the words between two figures."""
        return self.text[one.figure.end : other.figure.start]


def respell_statement(text: str) -> TracedText:
    """Return a statement as typed in the spelling that is read, words of other languages as English ones."""
    return gloss_statement(trace_normal_text(TracedText.of(text)))


def read_statement(text: str) -> ReadStatement:
    """Read a statement as respelled: "up from 6.59 to 8.59 bn yuan" has a base and a result, both in billions of yuan.

    Of more than `MOST_FIGURES` one more is read, so that whoever asks sees that they are too many.
    """
    periods = add_years(find_periods(text), text)
    figures = share_units(find_quantities(text, periods)[: MOST_FIGURES + 1], text)
    sentences = split_sentences(text)
    items = [read_item(at, figures, periods, sentences, text) for at in range(len(figures))]
    items = find_free_results(settle_by_neighbours(take_first_of_span(items, periods, text), text), periods, text)
    return ReadStatement(text, tuple(items), tuple(periods), tuple(sentences))
