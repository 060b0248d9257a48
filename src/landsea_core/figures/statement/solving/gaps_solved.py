"""Differences and percentage points between the only two figures of the sentences before, told in a sentence of their own."""

import re
from dataclasses import replace

from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.quantities import Interval
from landsea_core.figures.statement.common_sense.nearby import find_clause_before, find_clause_behind, list_around
from landsea_core.figures.statement.differences import say_difference
from landsea_core.figures.statement.following.operands import Operands, is_alike
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.solving.solution import Solution
from landsea_core.figures.statement.subjects import read_subject
from landsea_core.text.units.unit import PERCENT, PLAIN, POINTS, TIMES

_BOTH, _FEW = 2, 4
_TRIP = ("", "trip", "person", "truck", "lorry", "container")
"""What a saving may be told for besides: "26 hours on each trip"."""
_STEM = 5
_JOINS = re.compile(r"[,，;；、]|\band\b|和")


def solve_gap(operands: Operands, read: ReadStatement) -> Solution | None:
    """ "It used to take 70 hours. Now it needs 54. Drivers save | 26 hours" cannot be: the only two figures of their unit."""
    said = operands.said
    if margin := _solve_margin(said, read):
        return margin
    if said.figure.bound or said.per not in _TRIP or said.unit in (PERCENT, TIMES):
        return None
    lead = read.text[read.sentences[said.sentence][0] : said.figure.start]
    if read_statement_cues().other_step.search(lead + " # " + find_clause_behind(said)):
        return None
    if said.unit == POINTS:
        return _solve_points(said, lead, read)
    return _solve_than(said, read) or _solve_difference(said, lead, read) or _solve_excess(operands, lead)


def _solve_excess(operands: Operands, lead: str) -> Solution | None:
    """ "Up to 40 tonnes are allowed. A lorry of 46 is | nine tonnes too heavy": a limit, and what is beyond it."""
    said, cues = operands.said, read_statement_cues()
    is_beyond = cues.exceeds_before.search(find_clause_before(said)) or cues.exceeds_behind.match(
        find_clause_behind(said)
    )
    ends = [one for one in operands.near if is_alike(one, said) and one.role in ("", "base", "result")]
    if not is_beyond or len(ends) != _BOTH or said.unit == PLAIN or ends[1].figure.bound:
        return None
    if ends[0].figure.bound not in ("", "under") or ends[0].figure.value >= ends[1].figure.value:
        return None
    found = _say(replace(ends[0], figure=replace(ends[0].figure, bound="")), ends[1], said, tuple(ends))
    return replace(found, is_closed=True)


def _solve_difference(said: Item, lead: str, read: ReadStatement) -> Solution | None:
    cues, ends = read_statement_cues(), _list_ends(said, read)
    is_saved = cues.saves_before.search(find_clause_before(said)) or cues.saves_behind.match(find_clause_behind(said))
    is_compared = cues.compared_behind.match(find_clause_behind(said)) and _names_one(lead, ends)
    if len(ends) != _BOTH or not (is_saved or is_compared) or any(one.figure.bound for one in ends):
        return None
    if said.figure.value >= max(one.figure.value for one in ends) or _are_of_other_goods(ends, said, read):
        return None
    return _say(ends[0], ends[1], said)


def _solve_than(said: Item, read: ReadStatement) -> Solution | None:
    """ "3,000 a day, | 1,000 | more than the 2,500 that it was before": three in a row, the last is compared with."""
    here = read.items_of_sentence(said.sentence)
    at = here.index(said)
    if said.role != "delta" or not 0 < at < len(here) - 1:
        return None
    first, base = here[at - 1], here[at + 1]
    kinds = {one.unit.kind for one in (first, base)}
    if base.role != "base" or first.role not in ("", "result") or len(kinds) > 1 or len(here) > _FEW:
        return None
    if not read_statement_cues().than_the.fullmatch(read.gap_between(said, base)) or said.unit.kind not in kinds:
        return None
    return _say(base, first, said)


def _list_ends(said: Item, read: ReadStatement) -> list[Item]:
    """Return the amounts of its unit before a figure that stands alone in its sentence, or two rates of it in its own."""
    here = [one for one in read.items_of_sentence(said.sentence) if one is not said and one.unit.kind == said.unit.kind]
    if len(here) == _BOTH and here[0].per == here[1].per != "" and here[1].figure.end <= said.figure.start:
        return here
    around = [one for one in list_around(read, said.sentence, before=2) if one.sentence < said.sentence]
    return [] if here else [one for one in around if is_alike(one, said) and one.role in ("", "base", "result")]


def _solve_margin(said: Item, read: ReadStatement) -> Solution | None:
    """ "Bought at 400 a tonne and sold at 460, | earning | 80 a tonne" cannot be: what lies between two prices, or shares."""
    before = [one for one in read.items_of_sentence(said.sentence) if one.figure.end <= said.figure.start]
    if said.unit == POINTS:
        ends = [
            one
            for one in list_around(read, said.sentence)
            if one.unit == PERCENT and one.figure.end <= said.figure.start
        ]
        is_told = read_statement_cues().leads_by.search(find_clause_before(said)) and said.role == "points"
        is_told = is_told and all(one.role in ("", "share") for one in ends)
    else:
        ends = [one for one in before if one.unit.kind == said.unit.kind and one.role in ("", "base", "result")]
        is_told = read_statement_cues().earns_margin.search(find_clause_before(said)) and len(before) == _BOTH
    pers = {one.per for one in (*ends, said)} - {""}
    is_earlier = any(
        one.earlier and ends and ends[-1].figure.end <= one.start < said.figure.start for one in read.periods
    )
    is_open = is_earlier or len(pers) != (said.unit != POINTS) or any(one.figure.bound for one in (*ends, said))
    if len(ends) != _BOTH or not is_told or is_open:
        return None
    return _say(ends[0], ends[1], said)


def _solve_points(said: Item, lead: str, read: ReadStatement) -> Solution | None:
    """ "From 15 percent to 8 percent. The cut of | nine points": a change told in the sentence before, and how far it went."""
    ends = [one for one in read.items_of_sentence(said.sentence - 1) if one.unit == PERCENT] if said.sentence else []
    here = [one for one in read.items_of_sentence(said.sentence) if one is not said and one.unit == PERCENT]
    if len(ends) != _BOTH or here or {ends[0].role, ends[1].role} != {"base", "result"}:
        return None
    if not read_statement_cues().this_step.search(lead):
        return None
    between = abs(ends[0].figure.value - ends[1].figure.value)
    room = sum(one.figure.step for one in (*ends, said)) / 2 if any(one.figure.decimals for one in ends) else 0.0
    words = say_difference(ends[0].figure.print_value(), ends[1], said.figure.print_value(between), said)
    right = Interval(between - room, between + room)
    return Solution("points", right, Interval(said.figure.value, said.figure.value), words, tuple(ends), is_closed=True)


def _names_one(lead: str, ends: list[Item]) -> bool:
    """Say whether a claim names what only one of the figures is of: "... one to Jakarta 790. The | Jakarta | box is"."""
    told = [(one.before + " " + _JOINS.split(one.after)[0]).lower() for one in ends]
    stems = {word.lower()[:_STEM] for word in lead.replace(",", " ").split() if len(word) >= _STEM}
    return any(sum(stem in words for words in told) == 1 for stem in stems - read_statement_cues().not_telling)


def _are_of_other_goods(ends: list[Item], said: Item, read: ReadStatement) -> bool:
    goods = [read_subject(one, read).get("goods", frozenset()) for one in (*ends, said)]
    return bool(goods[-1]) and all(some and some.isdisjoint(goods[-1]) for some in goods[:-1])


def _say(first: Item, last: Item, said: Item, used: tuple[Item, ...] = ()) -> Solution:
    low, high = sorted((first.figure, last.figure), key=lambda one: one.value)
    inside, around = low.make_interval(), high.make_interval()
    right = Interval(around.low - inside.high, around.high - inside.low)
    words = say_difference(first.figure.print_value(), last, said.figure.print_value(high.value - low.value), said)
    return Solution("difference", right, said.figure.make_interval(), words, used or (first, last))
