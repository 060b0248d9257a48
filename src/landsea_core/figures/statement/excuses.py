"""What lets off a figure that a check called wrong: its text tells how it is meant in another way than the check took it.

A charge is told on its own base, a growth goes on ("doubled, and doubled again"), a figure is of a year long past, or another
figure of the text already says what the compared ones make. Whoever is let off is not called right: nothing is said of it.
"""

import re
from collections.abc import Iterable
from itertools import permutations

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.statement.common_sense.nearby import find_clause_before, list_around, read_stock_sign
from landsea_core.figures.statement.excuses_of_charges import (
    is_charged_otherwise,
    is_priced_otherwise,
    tell_items,
)
from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.text.units.unit import PERCENT, TIMES

_OVER_TIME = frozenset({"increment", "product", "part_above_whole", "sum"})
_NUMBER_WORD = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) "
    r"(?=(?:(?!there )[a-z]+ ){0,2}(?:[a-z]+ed|left|went|came|belong|go|come|are|were|to|for|from|in|at|by|serve|work)\b)",
    re.IGNORECASE,
)
_MORE_THAN = re.compile(r"\s*(?:[a-z]+ )?(?:more|fewer|less) than\b", re.IGNORECASE)
_EACH = re.compile(r"\beach\b[^,.;\d]{0,14}$|各有?$", re.IGNORECASE)
_OF_STOCKS = frozenset({"sum", "difference", "increment"})
_FEWEST_CLOSED, _MOST_CLOSED = 4, 7
"""Figures of one unit that may be what was, what came and went, and what is."""
_LEAST_PARTS = 2
_LONG_AGO = 3
"""Years from which on a figure is of another time than the newest ones."""


def drop_excused(outcomes: Iterable[Outcome], read: ReadStatement) -> list[Outcome]:
    """Return the outcomes without those whose figures the text means otherwise."""
    return [one for one in outcomes if one.fits or not _is_excused(one, read)]


def drop_growths_of_parts(outcomes: Iterable[Outcome], read: ReadStatement) -> list[Outcome]:
    """Return the outcomes without growths that seem wrong between a part and its whole: "1,753 bn, up 14.8 %, 58.6 % of the
    region's trade, which is 2,992 bn".
    """
    kept = list(outcomes)
    shares = [one.items for one in kept if one.fits and one.finding.rule == "share"]
    return [one for one in kept if one.fits or one.finding.rule != "growth" or not _is_between(one, shares, read)]


def _is_between(growth: Outcome, shares: list[frozenset[int]], read: ReadStatement) -> bool:
    ends = {at for at in growth.items if read.items[at].unit != PERCENT}
    return len(ends) == _LEAST_PARTS and any(ends <= items for items in shares)


def _is_excused(outcome: Outcome, read: ReadStatement) -> bool:
    rule, items = outcome.finding.rule, [read.items[at] for at in sorted(outcome.items)]
    if is_charged_otherwise(rule, items, read) or is_priced_otherwise(rule, items, read):
        return True
    if rule == "multiple":
        if any(read_statement_cues().happened_twice.search(read.sentence_text(one.sentence)) for one in items):
            return True
        is_chained = any(
            read_statement_cues().goes_on_doubling.search(read.sentence_text(one.sentence)) for one in items
        )
        return is_chained or _is_turned_multiple(outcome, items, read)
    if rule in _OF_STOCKS and (_is_closed(items, read) or _has_unread(items, read)):
        return True
    is_other = rule == "difference" and _is_change_of_another(items, read)
    is_other = is_other or rule == "difference" and _is_between_others(items, read)
    is_other = is_other or (rule == "sum" and (_is_mean(items[-1]) or any(_EACH.search(one.before) for one in items)))
    is_other = is_other or (rule == "sum" and any(_MORE_THAN.match(one.after) for one in items))
    is_other = is_other or (rule == "sum" and _has_rest_behind(items))
    is_other = is_other or (rule == "sum" and bool(read_statement_cues().counted_twice.search(tell_items(items, read))))
    is_other = is_other or (rule == "sum" and (_is_said_between(items, read) or _is_other_total(items, read)))
    is_other = is_other or (rule in ("sum", "difference") and _is_planned_later(items, read))
    return is_other or (rule in _OVER_TIME and _is_of_long_ago(items, read))


def _has_rest_behind(items: list[Item]) -> bool:
    """ "180,000 came, 85,000 in spring, 65,000 in autumn and | the rest | in December": parts that are not all of it."""
    whole, last = max(items, key=lambda one: one.figure.value), items[-1]
    told = sum(one.figure.value for one in items if one is not whole)
    is_less = last is not whole and told < whole.figure.value
    return is_less and bool(
        read_statement_cues().all_the_rest.search(last.after) or read_statement_cues().the_others.search(last.after)
    )


def _is_mean(item: Item) -> bool:
    """ "18, 20 and 22 a kilo, | on average | 23 over the year": no total of the others."""
    return bool(read_sense_cues().says_mean.search(find_clause_before(item)))


def _is_closed(items: list[Item], read: ReadStatement) -> bool:
    """ "310 members at first, 40 joined and 15 left, so it has 335": the last is what the others make, all of them used."""
    first, last = min(one.sentence for one in items), max(one.sentence for one in items)
    kind = items[0].unit.kind
    alike = [
        one for one in read.items if first - 1 <= one.sentence <= last + 1 and one.unit.kind == kind and not one.per
    ]
    if not _FEWEST_CLOSED <= len(alike) <= _MOST_CLOSED or any(one not in alike for one in items):
        return False
    room = sum(one.figure.make_interval().high - one.figure.high for one in alike)
    for end in range(_FEWEST_CLOSED - 1, len(alike)):
        made = alike[0].figure.value + sum(map(_sign, alike[1:end]))
        if abs(made - alike[end].figure.value) <= room:
            return True
    return False


def _has_unread(items: list[Item], read: ReadStatement) -> bool:
    """ "Twenty joined, five left and | three died": a number word that is no figure here, so the account is not whole."""
    start = min(one.figure.start for one in items)
    first, last = max(begin for begin, _end in read.sentences if begin <= start), max(one.figure.end for one in items)
    inside = (one for one in _NUMBER_WORD.finditer(read.text, first, last))
    return any(
        not any(one.figure.start <= word.start() < one.figure.end for one in read.items)
        and not any(one.start <= word.start() < one.end for one in read.periods)
        for word in inside
    )


def _sign(item: Item) -> float:
    """Return what a figure adds to a stock: below zero for what went, or is only counted out of it."""
    return item.figure.value if read_stock_sign(item) > 0 else -item.figure.value


def _is_turned_multiple(outcome: Outcome, items: list[Item], read: ReadStatement) -> bool:
    """ "The guarantee is 120,000, twice the duty, which is 60,000": what it is twice of stands behind."""
    amounts = [one for one in items if one.unit != TIMES]
    if len(amounts) != _LEAST_PARTS or amounts[0].role == "base" or amounts[0].figure.value <= amounts[1].figure.value:
        return False
    if outcome.finding.explanation.values.get("base") != amounts[0].figure.print_value():
        return False  # it was compared with what stands behind it
    between = read.gap_between(amounts[0], amounts[1])
    if read_statement_cues().as_before.search(between):
        return True  # "30 days, twice as long as before, when it was 15"
    return bool(read_statement_cues().multiple_of.search(between)) and not read_statement_cues().down.search(between)


def _is_change_of_another(items: list[Item], read: ReadStatement) -> bool:
    """ "Logs fell from 90,000 to 45,000. Sawn timber rose by | 8,000": another sentence, the other way, of another thing."""
    deltas = [one for one in items if one.role == "delta"]
    ends = [one for one in items if one not in deltas]
    if len(deltas) != 1 or len(ends) != _LEAST_PARTS or deltas[0].sentence == ends[-1].sentence:
        return False
    if [one.role for one in ends] != ["base", "result"] or read_sense_cues().says_so.search(deltas[0].before):
        return False
    cues, clause = read_statement_cues(), find_clause_before(deltas[0])
    rises, falls = bool(cues.up.search(clause)), bool(cues.down.search(clause))
    step = ends[1].figure.value - ends[0].figure.value
    return rises != falls and (step < 0 if rises else step > 0)


def _is_between_others(items: list[Item], read: ReadStatement) -> bool:
    """ "From 40 yuan a kilo to 44, then to 50: up 10 in all": two others of the sentence, rates or not, lie so far apart."""
    said = next((one for one in reversed(items) if one.role == "delta"), items[-1])
    around = [
        one
        for one in list_around(read, said.sentence)
        if one is not said and one.unit.kind == said.unit.kind and one.role != "delta"
    ]
    inside = said.figure.make_interval()
    return len(around) <= _MOST_CLOSED and any(
        inside.low <= abs(one.figure.value - other.figure.value) <= inside.high
        for one, other in permutations(around, 2)
        if one not in items or other not in items
    )


def _is_said_between(items: list[Item], read: ReadStatement) -> bool:
    """ "58 in April and 72 in May. Together 130 came in, of which | 104 were approved": what the parts make is said before."""
    *parts, said = items
    total = sum(one.figure.value for one in parts)
    if len(parts) < _LEAST_PARTS or not said.figure.value < total:
        return False
    between = (one for one in read.items if parts[-1].figure.end <= one.figure.start < said.figure.start)
    return any(one.unit.kind == said.unit.kind and one.figure.value == total for one in between)


def _is_other_total(items: list[Item], read: ReadStatement) -> bool:
    """ "14 hours, 6 hours and 10 hours, 30 hours in all": the last of them is the total, whatever the first was taken for."""
    if any(read_sense_cues().stock_went.search(read.sentence_text(one.sentence)) for one in items):
        return False  # what went away is no part of a total
    room = sum(one.figure.make_interval().high - one.figure.value for one in items)
    return any(
        len(some) > _LEAST_PARTS and abs(sum(one.figure.value for one in some) - 2 * total.figure.value) <= room
        for some in (items, items[:-1])
        for total in some[_LEAST_PARTS:]
    )


def _is_planned_later(items: list[Item], read: ReadStatement) -> bool:
    """ "They moved 120, 150 and 180 lorries. Next year | they plan to move 500 in all": a total of another time."""
    first, last = items[0].sentence, items[-1].sentence
    told = read.sentence_text(last)
    is_planned = read_statement_cues().target.search(told) or read_statement_cues().wanted.search(told)
    return first != last and bool(is_planned) and not read_statement_cues().target.search(read.sentence_text(first))


def _is_of_long_ago(items: list[Item], read: ReadStatement) -> bool:
    """ "Ten years ago it had 40 members. This year 12 joined, so that it has 180": the 40 are of another time than the rest."""
    newest = max((one.year for one in read.periods if one.year), default=0)
    far_back = [
        bool(read_statement_cues().far_back.search(read.sentence_text(one.sentence)))
        or bool(one.period and one.period.year and one.period.year <= newest - _LONG_AGO)
        for one in items
    ]
    return any(far_back) and not all(far_back) and len({one.sentence for one in items}) > 1
