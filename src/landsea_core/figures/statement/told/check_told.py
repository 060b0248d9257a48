"""Each relation of the lexicon against the figures between whose words it is told."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from landsea_core.figures.quantities import Interval
from landsea_core.figures.statement.common_sense.nearby import make_outcome
from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.told.formulas import Formula
from landsea_core.figures.statement.told.letter_values import (
    make_point,
    read_bare,
    read_values,
)
from landsea_core.figures.statement.told.masked_text import MaskedText, mask_text
from landsea_core.figures.statement.told.ranks_named import check_ranks_named
from landsea_core.figures.statement.told.relation_words import say_letter, say_relation
from landsea_core.figures.statement.told.wordings import (
    CLOCKS,
    COUNTED,
    DATES,
    NUMBERS,
    WEEKDAYS,
    YEARS,
    Relation,
    list_counting_words,
    list_relations,
)
from landsea_core.sentences import Sentence
from landsea_core.text.units.unit import PERCENT, PLAIN, POINTS, TIMES

_A_DAY = 24.0
_WEEK = 7
_MOST_PLAIN = 2
_SETTLING = 3
"""Figures of a relation from which on its percentage is that of the others."""
_PERCENTS = "PIJ"
_NOTHING = 1e-9
_MORE = "多"
_MOST_FOUND = 40
"""Wordings that are computed, of one relation: more are no paragraph."""


def check_told(read: ReadStatement) -> Iterator[Outcome]:
    """Yield whether each relation that is told fits its figures."""
    masked = mask_text(read)
    told: set[tuple[str, frozenset[int]]] = set()
    for relation in list_relations():
        for wording in relation.wordings:
            for match in find_all(wording, masked.text):
                outcome = judge_match(relation, match, masked, read)
                if outcome is not None and (key := (outcome.finding.rule, outcome.items)) not in told:
                    told.add(key)
                    yield outcome
    yield from check_ranks_named(read)


def drop_told_otherwise(outcomes: Iterable[Outcome], told: Iterable[Outcome], read: ReadStatement) -> list[Outcome]:
    """Return the outcomes without those that contradict what words tell of all their figures (a bare "one" is none), or take
    a percentage that words tell of two others for a growth or share of something else: "412 million, an increase of 52
    million, or 14.4 percent" is no growth from the 330 million of the next sentence.
    """
    ones = frozenset(at for at, item in enumerate(read.items) if item.figure.value == 1)
    right = [one.items for one in told if one.fits and len(one.items) > 1]
    settled = {at for items in right if len(items) >= _SETTLING for at in items if read.items[at].unit == PERCENT}
    return [
        one
        for one in outcomes
        if one.fits
        or not one.items
        or not (
            any(one.items <= items | ones for items in right)
            or (one.finding.rule in ("growth", "share") and not settled.isdisjoint(one.items))
        )
    ]


def find_all(wording: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield the matches of a wording, also those that overlap, but not more than a paragraph has."""
    place = 0
    for _ in range(_MOST_FOUND):
        match = wording.search(text, place)
        if match is None:
            return
        yield match
        place = match.start() + 1


def judge_match(relation: Relation, match: re.Match[str], masked: MaskedText, read: ReadStatement) -> Outcome | None:
    """Return whether the figures of a match keep their relation; None where it is told of something else."""
    if relation.unless and relation.unless.search(_sentences_around(match, masked.text)):
        return None
    formula, found = relation.formula, {name: got for name, got in match.groupdict().items() if got is not None}
    items = {
        name: _take_plain(masked.items[int(got)])
        for name, got in found.items()
        if len(name) == 1 and name.isupper() and name not in DATES + CLOCKS
    }
    counted = items.get(COUNTED) if relation.counts else None
    if counted and round(counted.figure.value / counted.unit.factor) != relation.counts:
        return None
    if not _can_be_joined(relation, items) or (formula.is_sum and _has_unread(match)):
        return None
    values = read_values(formula, found, items, masked)
    if values is None:
        return None
    if formula.sign != "=":
        return _compare_order(relation, values, items, match, masked, read)
    outcome = _compare(relation, values, items, match, masked, read)
    return outcome if outcome is None or outcome.fits or not relation.is_excuse else None


def _compare(
    relation: Relation,
    values: Mapping[str, Interval],
    items: Mapping[str, Item],
    match: re.Match[str],
    masked: MaskedText,
    read: ReadStatement,
) -> Outcome | None:
    """Return whether what is said meets what the formula makes; None where it is told of something else."""
    formula = relation.formula
    right, said = formula.compute({name: values[name] for name in formula.letters}), values[formula.said]
    if formula.said in CLOCKS or set("TU") <= formula.letters:
        right, said = _turn_clock(right, said)
    if set(WEEKDAYS) & formula.letters and right.high <= 0:
        right = Interval(right.low + _WEEK, right.high + _WEEK)  # from Friday to Monday
    if relation.is_apart and right.high < 0:
        right = right.scale(-1)
    middle, told = (right.low + right.high) / 2, (said.low + said.high) / 2
    fits = right.meets(said, relation.slack + abs(middle) * relation.room + _NOTHING)
    is_other = formula.said not in DATES + CLOCKS and not _is_near(relation, middle, told)
    used = [masked.items[int(match[name])] for name in sorted(items)]
    if is_other or not (used or formula.letters & set(YEARS)) or (fits and relation.is_apart):
        return None  # nor is told which of two is the larger one, where that may be either
    plain = formula.compute({name: make_point((values[name].low + values[name].high) / 2) for name in formula.letters})
    words = say_relation(relation, match, items, masked, abs(plain.low) if relation.is_apart else plain.low)
    return make_outcome(fits, relation.rule, words, read, *used)


def _compare_order(
    relation: Relation,
    values: Mapping[str, Interval],
    items: Mapping[str, Item],
    match: re.Match[str],
    masked: MaskedText,
    read: ReadStatement,
) -> Outcome | None:
    """Return the contradiction of "A < B" where A is surely the larger one, however both are rounded; None else."""
    formula = relation.formula
    right, said = formula.compute({name: values[name] for name in formula.letters}), values[formula.said]
    small, large = (said, right) if formula.sign == "<" else (right, said)
    middle, told = (right.low + right.high) / 2, (said.low + said.high) / 2
    if not _is_near(relation, middle, told) or small.low <= large.high + abs(middle) * relation.room + relation.slack:
        return None
    used = [masked.items[int(match[name])] for name in sorted(items)]
    words = Sentence(
        "%(one)s and %(other)s do not go together",
        one=say_letter(formula.said, match, items, masked),
        other=formula.print_with(lambda name: say_letter(name, match, items, masked)),
    )
    return make_outcome(False, relation.rule, words, read, *used)


def _is_near(relation: Relation, made: float, told: float) -> bool:
    """Say whether a figure may be a slip for what its relation makes: one farther off is told of something else."""
    return 0 < made < relation.near * told and told < relation.near * made


def _take_plain(item: Item) -> Item:
    """ "比800箱多|三分之一": what stands behind the unit is "more" of the next figure, and no bound of this one."""
    is_more = item.figure.bound == "over" and item.figure.text.endswith(_MORE)
    return replace(item, figure=replace(item.figure, bound="")) if is_more else item


def _sentences_around(match: re.Match[str], text: str) -> str:
    start = max(text.rfind(sign, 0, match.start()) for sign in (". ", "。", "; ")) + 1
    ends = [at for sign in (". ", "。") if (at := text.find(sign, match.end())) >= 0]
    return text[start : min(ends, default=len(text))]


def _can_be_joined(relation: Relation, items: Mapping[str, Item]) -> bool:
    """Say whether the figures that must be of one unit are, and none is a range or only a bound."""
    if not _are_bounds_right(relation, items):
        return False
    if not all(_is_of_its_letter(name, one, relation.formula) for name, one in items.items()):
        return False
    joined = set(items) - {COUNTED} if relation.formula.is_sum else set(relation.alike)
    together = joined & set(items)
    kinds = {items[name].unit.kind for name in together} - {PLAIN.kind}
    if kinds == {PERCENT.kind, POINTS.kind}:
        return True
    if len(together) > _MOST_PLAIN and not kinds and not relation.formula.is_sum:
        return False  # "headings 5204, 5205 and 5206" are numbers of nothing
    return len(kinds) <= 1 or all(kind.startswith("count:") for kind in kinds)


def _are_bounds_right(relation: Relation, items: Mapping[str, Item]) -> bool:
    """Say whether the figure told is a bound where the relation has one, no other is, and lengths of time are such."""
    said = items.get(relation.formula.said)
    if relation.bound and (said is None or said.figure.bound != relation.bound):
        return False
    free = [one for one in items.values() if not (relation.bound and one is said)]
    are_times = all(one.unit.kind == "time" for name, one in items.items() if name in relation.times)
    return are_times and not any(one.figure.is_range or one.figure.bound in ("over", "under") for one in free)


def _is_of_its_letter(name: str, item: Item, formula: Formula) -> bool:
    """Say whether a figure is what its letter stands for: P, I and J percentages, N and M numbers of things."""
    if name in NUMBERS and not formula.has_only_numbers_leading:
        if read_bare(item):
            return True
        return item.unit == PLAIN or item.unit.kind.startswith("count:") or formula.is_sum or item.unit == TIMES
    return (item.unit == PERCENT) == (name in _PERCENTS)


def _has_unread(match: re.Match[str]) -> bool:
    """ "Twenty joined, five left and | three died": a number word that is no figure, so that the account is not whole."""
    taken = [match.span(name) for name in match.groupdict() if match[name] is not None]
    words = list_counting_words().finditer(match.string, *match.span())
    return any(not any(start <= word.start() < end for start, end in taken) for word in words)


def _turn_clock(right: Interval, said: Interval) -> tuple[Interval, Interval]:
    """Return both as hours of one day, where midnight lies between two times."""
    turns = round(((said.low + said.high) - (right.low + right.high)) / 2 / _A_DAY)
    return Interval(right.low + turns * _A_DAY, right.high + turns * _A_DAY), said
