"""Amounts in an order that is said: the largest may not be smaller than the second."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.figures.statement.flows import list_counted
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.subjects import Subject, read_subject
from landsea_core.sentences import Sentence

_CLAUSE_END = re.compile(r"[,，;；。]|\.(?=\s|$)")
_MOST_APART = 2
"""Sentences between two ranks of one list."""
_OF_ONE_LIST = ("flow", "way", "measure")
"""What two places of one list have in common; in countries and goods they differ."""


@dataclass(frozen=True)
class _Ranked:
    item: Item
    rank: int
    subject: Subject


def check_ranks(read: ReadStatement) -> Iterator[Outcome]:
    """Yield whether amounts go down with their ranks: "the largest, 18 bn; Thailand came second with 22 bn" cannot be."""
    for one, other in pairwise(_list_ranked(read)):
        if other.rank != one.rank + 1 or not _are_of_one_list(one, other):
            continue
        words = Sentence(
            "%(one)s is called larger than %(other)s",
            one=one.item.figure.print_value(),
            other=other.item.figure.print_value(),
        )
        fits = one.item.figure.make_interval().high >= other.item.figure.make_interval().low
        finding = Finding("rank", read.sentence_text(other.item.sentence), words)
        yield Outcome(fits, finding, read.places_of(one.item, other.item))


def _list_ranked(read: ReadStatement) -> list[_Ranked]:
    """Return the amounts of which a rank is said, in their order; "followed by" is one more than the rank before.

    The rank that is said last before a figure counts, or else the one right behind it in its clause, which is then none of
    the next: 以312亿元居首位, 以298亿元居第二位.
    """
    found: list[_Ranked] = []
    was_behind = False
    for item in list_counted(list(read.items)):
        before = _CLAUSE_END.split(item.before, maxsplit=1)[-1] if was_behind else item.before
        previous = found[-1].rank if found else 0
        rank = read_statement_cues().ranks.find_number(before, previous)
        was_behind = not rank
        rank = rank or read_statement_cues().ranks.find_number(_find_clause_behind(item), previous)
        if rank:
            found.append(_Ranked(item, rank, read_subject(item, read)))
    return found


def _find_clause_behind(item: Item) -> str:
    """Return the words right behind a figure, or the next clause where it ends before another figure: 690万吨, | 位居首位."""
    first, *others = _CLAUSE_END.split(item.after)
    return f"{first} {others[0]}" if len(others) > 1 else first


def _are_of_one_list(one: _Ranked, other: _Ranked) -> bool:
    if one.item.unit.kind != other.item.unit.kind or other.item.sentence - one.item.sentence > _MOST_APART:
        return False
    if one.item.period and other.item.period and not one.item.period.is_same(other.item.period):
        return False
    return all(
        not (one.subject.get(part) and other.subject.get(part) and one.subject[part].isdisjoint(other.subject[part]))
        for part in _OF_ONE_LIST
    )
