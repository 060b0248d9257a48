"""The same thing said twice with two figures that have nothing in common."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.subjects import are_of_one_subject, read_subject
from landsea_core.sentences import Sentence
from landsea_core.text.units.unit import POINTS, TIMES

_WORD = re.compile(r"[a-z]{3,}|[\u4e00-\u9fff]", re.IGNORECASE)
_ALIKE = 0.8
"""The part of the words of the shorter sentence that the other must have too."""


@dataclass(frozen=True)
class _Words:
    """The words around a figure that tell what it is, and those that say how, when or which way, in their order."""

    telling: frozenset[str]
    ways: list[str]


def check_repetitions(read: ReadStatement) -> Iterator[Outcome]:
    """Yield two figures for the same thing, in the same words, that cannot both be right: "takes 17 days", later "12 days"."""
    plain = [
        item
        for item in read.items
        if item.role in ("", "result") and item.unit.is_known and item.unit not in (POINTS, TIMES)
    ]
    told = {id(item): _read_words(_words_around(item, read)) for item in plain}
    for one, other in combinations(plain, 2):
        if not _are_comparable(one, other) or one.figure.make_interval().meets(other.figure.make_interval()):
            continue
        if not are_of_one_subject(read_subject(one, read), read_subject(other, read)):
            continue
        if not _are_same_words(told[id(one)], told[id(other)]):
            continue
        if _are_rows_of_table(one, other, read) or _is_of_both(other, read):
            continue
        words = Sentence(
            "for the same thing both %(one)s and %(other)s are said",
            one=one.figure.print_value(),
            other=other.figure.print_value(),
        )
        finding = Finding("said_twice", read.sentence_text(other.sentence), words)
        yield Outcome(False, finding, read.places_of(one, other))


def _are_comparable(one: Item, other: Item) -> bool:
    if one.sentence == other.sentence or one.unit.kind != other.unit.kind or bool(one.per) != bool(other.per):
        return False
    if one.period is None or other.period is None:
        return one.period is other.period
    return one.period.is_same(other.period)


def _are_rows_of_table(one: Item, other: Item, read: ReadStatement) -> bool:
    """ "8.50 % 30 days; 8.48 % 60 days", "first prize 1,000 yuan; second 500 yuan": rows that differ in all figures."""
    first, second = (
        [item for item in read.items_of_sentence(said.sentence) if item is not said] for said in (one, other)
    )
    if not first or len(first) != len(second):
        return False
    pairs = zip(first, second, strict=True)
    return all(a.unit.kind == b.unit.kind and a.figure.value != b.figure.value for a, b in pairs)


def _is_of_both(item: Item, read: ReadStatement) -> bool:
    """ "Hekou answered 410. Both answered 695": what is said of both is no second figure of one."""
    start = read.sentences[item.sentence][0]
    return bool(read_statement_cues().both.search(read.text[start : item.figure.start]))


def _words_around(item: Item, read: ReadStatement) -> str:
    start, end = read.sentences[item.sentence]
    return read.text[start : item.figure.start] + " " + read.text[item.figure.end : end]


def _read_words(words: str) -> _Words:
    telling = frozenset(word.lower() for word in _WORD.findall(words)) - read_statement_cues().not_telling
    return _Words(telling, _list_ways(words))


def _are_same_words(one: _Words, other: _Words) -> bool:
    if one.ways != other.ways or not (one.telling and other.telling):
        return False
    return len(one.telling & other.telling) / min(len(one.telling), len(other.telling)) >= _ALIKE


def _list_ways(words: str) -> list[str]:
    """Return the words that say how, when or which way goods go, in their order."""
    return [match.group().lower() for match in read_statement_cues().other_way.finditer(words)]
