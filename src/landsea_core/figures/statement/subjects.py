"""What a figure of a statement is about: of which country or place, which way, by what, of which goods, and what is measured.

Two figures are compared only when nothing in these tells them apart. The words are the rows "statement_subject" of the
lexicon; a part that the words around a figure do not name goes on from the figure before it in its sentence.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from landsea_core.figures.cues.notation import rank_term, write_terms
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.text.default_lexicons import read_statement_lexicon

Subject = Mapping[str, frozenset[str]]
"""The values that are named of each part ("place", "flow", "way", "goods", "measure"); a part that is not named is missing."""
_NOTHING = "-"
"""The value of words that look like those of a part and are none: the "Land-Sea" of the corridor's name is no way."""
_CLAUSE_END = re.compile(r"[,，;；。()]|\b(?:while|whereas|but)\b")
_NAMED_ON_BOTH = frozenset({"price", "cost", "time", "tariff", "rate", "companies", "investment", "profit"})
"""What is measured and has to be named of both figures: a price is never what somebody who names none speaks of."""


@dataclass(frozen=True)
class _PartWords:
    """The words of one part as one pattern; its groups stand for `values` in their order."""

    part: str
    words: re.Pattern[str]
    values: tuple[str, ...]

    def find_values(self, text: str) -> frozenset[str]:
        """Return the values that a text names."""
        found = (self.values[(match.lastindex or 1) - 1] for match in self.words.finditer(text))
        return frozenset(value for value in found if value != _NOTHING)


def read_subject(item: Item, read: ReadStatement) -> Subject:
    """Return what a figure is about: its own words first, then what goes on from the figures before it in its sentence."""
    if not read.subjects:
        carried = _list_carried(read)
        read.subjects.update((id(one), _put_together(one, carried)) for one in read.items)
    known = read.subjects.get(id(item))
    return _put_together(item, _list_carried(read)) if known is None else known


def _list_carried(read: ReadStatement) -> list[tuple[Item, Subject]]:
    """Return what the words before each figure name, which goes on to the figures behind it."""
    return [(one, find_subject(one.before + " ")) for one in read.items]


def _put_together(item: Item, carried: list[tuple[Item, Subject]]) -> Subject:
    found: dict[str, frozenset[str]] = {}
    for one, subject in reversed(carried):
        if one.sentence == item.sentence and _begins(one) <= _begins(item):
            for part, values in (read_own_subject(one) if one is item else subject).items():
                found.setdefault(part, values)
    return found


def read_own_subject(item: Item) -> Subject:
    """Return what the words right around a figure name."""
    return find_subject(item.before + " " + _CLAUSE_END.split(item.after)[0])


def read_words_behind(item: Item) -> Subject:
    """Return what the words behind a figure name, up to the end of its clause: the "by rail" of "2 days by rail"."""
    return find_subject(_CLAUSE_END.split(item.after)[0])


@lru_cache(maxsize=1024)
def find_subject(words: str) -> Subject:
    """Return what some words name: "exports of durian to China" of flow and goods, and no place (China is in all).

    The same words are asked about many times within one statement; `check_statement` forgets them at its end.
    """
    return {one.part: values for one in _part_words() if (values := one.find_values(words))}


def may_be_compared(one: Subject, other: Subject) -> bool:
    """Say whether nothing tells two figures apart.

    Trade with Laos and trade with Thailand are two things; "its exports" and trade with Laos may be one. A price is compared
    only with what is named a price.
    """
    if any(one[part].isdisjoint(other[part]) for part in one.keys() & other.keys()):
        return False
    return _strict_measures(one) == _strict_measures(other)


def may_be_of_one_thing(one: Item, other: Item, read: ReadStatement) -> bool:
    """Say whether nothing but what is measured tells two figures apart: "it costs 200, with tax the buyer pays 226"."""
    first, last = (
        {part: values for part, values in read_subject(item, read).items() if part != "measure"}
        for item in (one, other)
    )
    return may_be_compared(first, last)


def are_of_one_subject(one: Subject, other: Subject) -> bool:
    """Say whether two figures name the very same."""
    return dict(one) == dict(other)


def _strict_measures(subject: Subject) -> frozenset[str]:
    return subject.get("measure", frozenset()) & _NAMED_ON_BOTH


def _begins(item: Item) -> int:
    return item.figure.start


@cache
def _part_words() -> tuple[_PartWords, ...]:
    terms: dict[str, list[tuple[str, str]]] = {}
    for row in read_statement_lexicon().list_rows("statement_subject"):
        terms.setdefault(row["part"], []).extend((term, row["value"]) for term, _weight in row["terms"])
    return tuple(_make_words(part, of_part) for part, of_part in terms.items())


def _make_words(part: str, terms: list[tuple[str, str]]) -> _PartWords:
    ordered = sorted(terms, key=lambda pair: rank_term(pair[0]))
    pattern = write_terms([term for term, _value in ordered])
    return _PartWords(part, re.compile(pattern, re.IGNORECASE), tuple(value for _term, value in ordered))
