"""A total of a list that stands before it, and a whole that its parts of one kind are more than."""

from dataclasses import replace
from itertools import pairwise

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.quantities import Interval
from landsea_core.figures.statement.closing_totals import closes_periods
from landsea_core.figures.statement.explanations import explain_sum
from landsea_core.figures.statement.following.operands import Operands, is_alike
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.solving.solution import Solution, compute_lead, read_count
from landsea_core.text.units.unit import PERCENT, POINTS, TIMES

_MOST_PARTS = 6
_LEAST_PARTS = 2
_LONGEST_GAP = 60
_A_MONTH = 729.6
"""Hours."""


def solve_sum(operands: Operands, read: ReadStatement) -> Solution | None:
    """ "1,200 billion, 900 billion and 700 billion. The total of the three provinces reached 3,100 billion" cannot be."""
    said = operands.said
    if said.per or said.unit in (PERCENT, POINTS, TIMES) or said.role not in ("", "result") or said.figure.bound:
        return None
    parts = _list_parts(operands, read) or _list_months(operands, read)
    if not (
        said.is_total or read_sense_cues().says_total.search(compute_lead(said, read)) or _names_all(parts, said, read)
    ):
        return None
    if not _LEAST_PARTS <= len(parts) <= _MOST_PARTS or any(said.figure.value <= one.figure.value for one in parts):
        return None
    inside = [one.figure.make_interval() for one in parts]
    return Solution(
        "sum",
        Interval(sum(one.low for one in inside), sum(one.high for one in inside)),
        said.figure.make_interval(),
        explain_sum(parts, said),
        tuple(parts),
    )


def _list_months(operands: Operands, read: ReadStatement) -> list[Item]:
    """ "From 48 in March to 36 in April and 30 in May. In the | three months | together 114": as many as months are named."""
    said = operands.said
    lengths = [one for one in operands.here if one.unit.kind == "time"]
    before = [one for one in operands.near if one.sentence == said.sentence - 1 and is_alike(one, said)]
    if len(lengths) != 1 or len(operands.here) != 1 or not closes_periods(replace(said, is_total=True), before):
        return []
    months = sum(one.period.months for one in before if one.period)
    return before if round(lengths[0].figure.value / _A_MONTH) == months else []


def _names_all(parts: list[Item], said: Item, read: ReadStatement) -> bool:
    """ "Over | both weeks | it took in 3,100 tonnes": a sentence on all that the one before told apart, and on nothing else."""
    lead = read.text[read.sentences[said.sentence][0] : said.figure.start]
    is_alone = len(read.items_of_sentence(said.sentence)) == 1 and said.sentence > 0
    if (
        not is_alone
        or not parts
        or parts[0].sentence == said.sentence
        or read_statement_cues().other_total.search(lead)
    ):
        return False
    found = read_statement_cues().all_named.search(lead)
    number = read_count(found) if found else 0
    return number == len(parts) and not any(one.unit.kind == "time" for one in parts)


def _list_parts(operands: Operands, read: ReadStatement) -> list[Item]:
    """Return the list right before a total: figures of its unit in one sentence, apart from each other by few words."""
    said = operands.said
    for number in (said.sentence, said.sentence - 1):
        here = [one for one in operands.near if one.sentence == number and is_alike(one, said)]
        if len(here) < _LEAST_PARTS:
            continue
        text = read.text[here[0].figure.start : here[-1].figure.end]
        is_open = read_statement_cues().incomplete.search(text) or any(one.is_total or one.figure.bound for one in here)
        is_told_again = any(one.role in ("base", "delta") or _is_reached(one) for one in here)
        are_near = all(len(read.gap_between(one, other)) <= _LONGEST_GAP for one, other in pairwise(here))
        is_other_time = len({str(one.period) for one in here}) > 1 and not said.is_total
        return here if are_near and not (is_open or is_told_again or is_other_time) else []
    return []


def _is_reached(item: Item) -> bool:
    """ "130 in the morning, down to | 85 at noon": the same ones again."""
    return bool(
        read_statement_cues().to_before.search(item.before) or read_statement_cues().grown_to.search(item.before)
    )


def solve_part(operands: Operands, read: ReadStatement) -> Solution | None:
    """ "48 people, including 29 traders and 31 officials" cannot be: people of some kind are parts of the people."""
    said = operands.said
    people = read_statement_cues().counts_people
    if (
        said.unit.kind.removeprefix("count:") not in people
        or said.per
        or said.figure.bound
        or said.role not in ("", "result")
    ):
        return None
    before = [one for one in operands.here if one.unit.kind.removeprefix("count:") in people and not one.per]
    if len(before) < _LEAST_PARTS or before[0].figure.bound or said is not _find_last_person(said, read):
        return None
    whole, *parts = before
    opened = read.text[whole.figure.end : parts[0].figure.start]
    total = sum(one.figure.value for one in (*parts, said))
    if not read_statement_cues().incomplete.search(opened) or total <= whole.figure.value:
        return None
    rest = Interval(0, max(0.0, whole.figure.value - total + said.figure.value))
    return Solution("sum", rest, said.figure.make_interval(), explain_sum([*parts, said], whole), (whole, *parts))


def _find_last_person(said: Item, read: ReadStatement) -> Item:
    kind = said.unit.kind
    return [one for one in read.items_of_sentence(said.sentence) if one.unit.kind == kind][-1]
