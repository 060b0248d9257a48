"""Totals over sentences: "the three together", exports and imports and their sum, the parts of a whole named before."""

import re
from collections.abc import Iterator

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.flows import is_flow, list_counted
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.subjects import find_subject
from landsea_core.figures.statement.sums import add_up

_TOTAL = frozenset({"total"})
_CLAUSE = re.compile(r"[,，;；。]")
_BESIDE = 20
_HALF = 0.5
_BARE = re.compile(r"[\d.,]+|[A-Za-z-]+")


def check_totals(read: ReadStatement) -> Iterator[Outcome]:
    """Yield whether a total fits the parts that sentences before name.

    "Exports were 7.9 bn and imports 12.6 bn. Total trade was 22.5 bn" does not; nor "the three together 900" that make 867.
    """
    for whole in list_counted(list(read.items)):
        parts = _list_pair(whole, -1, read) or _list_pair(whole, 1, read) or _list_opposites(whole, read)
        parts = parts or _list_counted_parts(whole, read)
        if parts:
            yield add_up(parts, whole, read, read.sentence_text(whole.sentence), exact=True)


def check_parts_of_whole_before(read: ReadStatement) -> Iterator[Outcome]:
    """Yield whether parts exceed the whole of the sentence before: "62 containers. 28 had fruit, 19 fish and 21 rubber"."""
    for number in range(1, len(read.sentences)):
        wholes = list_counted(read.items_of_sentence(number - 1))
        parts = list_counted(read.items_of_sentence(number))
        is_said = read_statement_cues().of_these.search(read.sentence_text(number)[:40])
        if is_said and len(wholes) == len(parts) == 1 and _is_above(parts[0], wholes[0]):
            yield add_up(parts, wholes[0], read, read.sentence_text(number), exact=False)
            continue
        if len(wholes) == 1 and _are_opposites(parts, wholes[0]):
            yield add_up(parts, wholes[0], read, read.sentence_text(number), exact=True)
            continue
        if len(wholes) != 1 or len(parts) < 2 or not all(_is_part_of(part, wholes[0]) for part in parts):
            continue
        is_end = read_sense_cues().says_so.search(parts[-1].before)
        if not is_said and (is_end or read_sense_cues().stock_came.search(read.sentence_text(number))):
            continue  # what came in is no part of what was there
        if is_said or all(_BARE.fullmatch(part.figure.text) for part in parts):
            yield add_up(parts, wholes[0], read, read.sentence_text(number), exact=False)


def check_present_and_absent(read: ReadStatement) -> Iterator[Outcome]:
    """ "22 people, 17 people present, 8 absent": a whole and two opposites behind it in one sentence."""
    for number in range(len(read.sentences)):
        items = list_counted(read.items_of_sentence(number))
        if read_sense_cues().excepts.search(read.sentence_text(number)):
            continue  # "628 passed at first and 32 failed at the second test"
        if len(items) == 2 and number + 1 < len(read.sentences):
            items += list_counted(read.items_of_sentence(number + 1))
        if len(items) == 3 and _HALF * items[0].figure.value > sum(one.figure.value for one in items[1:]):
            continue  # "of the 40 cartons six were wet and two missing": they are not all of them
        if len(items) == 3 and not items[0].is_total and _are_opposites(items[1:], items[0]):
            yield add_up(items[1:], items[0], read, read.sentence_text(number), exact=True)


def _is_above(part: Item, whole: Item) -> bool:
    """Say whether a part has its whole's unit and is more, at once and not by a few: no other reading makes it one."""
    is_alike = part.unit.kind == whole.unit.kind and part.role in ("", "result") and not part.figure.bound
    return is_alike and part.figure.make_interval().low > whole.figure.make_interval().high


def _are_opposites(parts: list[Item], whole: Item) -> bool:
    """Say whether two figures are called opposites that leave nothing out, as present and absent."""
    if len(parts) != 2 or any(not _are_alike(one, whole) or one.role not in ("", "result") for one in parts):
        return False
    first, last = (one.before[-_BESIDE:] + " " + _CLAUSE.split(one.after[:_BESIDE])[0] for one in parts)
    return any(
        pair.one.search(first) and pair.other.search(last) and not pair.other.search(first)
        for pair in read_statement_cues().present_absent
    )


def _are_alike(part: Item, whole: Item) -> bool:
    """Say whether both count the same; 个 counts whatever the other does."""
    kinds = {part.unit.kind, whole.unit.kind}
    if {kind.removeprefix("count:") for kind in kinds} <= read_statement_cues().counts_people:
        return True
    return len(kinds) == 1 or ("count:things" in kinds and all(kind.startswith("count:") for kind in kinds))


def _is_part_of(part: Item, whole: Item) -> bool:
    has_same_unit = part.unit.kind == whole.unit.kind and is_flow(part) and not part.is_total
    is_within = not part.period or not whole.period or part.period.is_same(whole.period)
    return has_same_unit and is_within and part.role in ("", "result") and part.figure.value < whole.figure.value


def _list_pair(whole: Item, step: int, read: ReadStatement) -> list[Item]:
    """Return exports and imports of the sentence before or behind, when a sentence names their total alone of that unit."""
    if not find_subject(whole.before).get("flow", frozenset()) <= _TOTAL or read_statement_cues().target.search(
        whole.before
    ):
        return []
    beside = [
        one for one in list_counted(read.items_of_sentence(whole.sentence + step)) if one.unit.kind == whole.unit.kind
    ]
    here = [one for one in list_counted(read.items_of_sentence(whole.sentence)) if one.unit.kind == whole.unit.kind]
    if len(beside) != 2 or len(here) != 1 or not read_statement_cues().total_trade.search(whole.before):
        return []
    if not whole.is_total or whole.figure.value < max(one.figure.value for one in beside):
        return []  # "Its trade with China was 2.8 bn" is no total of exports and imports to all
    flows = [find_subject(one.before).get("flow", frozenset()) for one in beside]
    is_pair = {"export"} in flows and {"import"} in flows
    return beside if is_pair and all(_may_be_of_one_period(one, whole) for one in beside) else []


def _list_opposites(whole: Item, read: ReadStatement) -> list[Item]:
    """ "701,000 TEU southbound and 724,000 northbound. In total 1.425 million": two opposites of the sentence before."""
    cues = read_statement_cues()
    if not cues.together.search(whole.before) or whole.sentence == 0:
        return []
    before = read.sentence_text(whole.sentence - 1)
    beside = [
        one for one in list_counted(read.items_of_sentence(whole.sentence - 1)) if one.unit.kind == whole.unit.kind
    ]
    is_pair = any(pair.one.search(before) and pair.other.search(before) for pair in cues.pairs)
    is_total = len(beside) == 2 and is_pair and whole.figure.value >= max(one.figure.value for one in beside)
    return beside if is_total and all(_may_be_of_one_period(one, whole) for one in beside) else []


def _may_be_of_one_period(part: Item, whole: Item) -> bool:
    return part.period is None or whole.period is None or part.period.is_same(whole.period)


def _list_counted_parts(whole: Item, read: ReadStatement) -> list[Item]:
    """Return as many amounts before a total as it says: "the three together", 三国合计."""
    start = read.sentences[whole.sentence][0]
    number = read_statement_cues().counts_together.find_number(read.text[start : whole.figure.start])
    if number and (rates := _list_rates_before(whole, read)):
        return rates if len(rates) == number and len({one.per for one in rates}) == 1 else []
    if not number or whole.sentence == 0:
        return []
    before = [
        one
        for one in list_counted(list(read.items))
        if one.figure.end <= whole.figure.start and one.unit.kind == whole.unit.kind and one.sentence < whole.sentence
    ]
    return before if len(before) == number else []


def _list_rates_before(whole: Item, read: ReadStatement) -> list[Item]:
    """ "860 lorries a day at Mohan and 1,100 a day at Ruili, both together 1,960": rates add up to a rate."""
    return [
        one
        for one in read.items_of_sentence(whole.sentence)
        if one.per and one.unit.kind == whole.unit.kind and one.figure.end <= whole.figure.start and not one.is_peak
    ]
