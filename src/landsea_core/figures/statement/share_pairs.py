"""Which two amounts of a sentence a share is about: a part, and the whole of it."""

from collections.abc import Iterator
from itertools import pairwise

from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.subjects import find_subject
from landsea_core.text.units.unit import PERCENT

Pair = tuple[Item, Item]
_REGIONS = frozenset({"ASEAN", "RCEP", "EU"})
"""Places that others are parts of."""
_FARTHEST = 20
JOINS = ("of", "of the", "out of", "out of the")
"""What joins a part to its whole."""


def find_pair(share: Item, amounts: list[Item], read: ReadStatement) -> Pair | None:
    """Return (part, whole) that a share is about: two amounts of one unit, the larger one the whole."""
    beside = next((item for item in amounts if _equals_share(share, item, read)), None)
    if beside:
        larger = [
            item for item in amounts if item.unit.kind == beside.unit.kind and item.figure.value > beside.figure.value
        ]
        return (beside, max(larger, key=lambda item: item.figure.value)) if larger else None
    groups: dict[str, list[Item]] = {}
    for item in amounts:
        groups.setdefault(item.unit.kind, []).append(item)
    return next((pair for group in groups.values() if (pair := _find_in_group(share, group))), None)


def find_pairs_of(amounts: list[Item], items: list[Item], read: ReadStatement) -> Iterator[tuple[Pair, Item]]:
    """ "46 of 150 cases is 31 %": two figures joined by "of", and a percentage that is nothing else."""
    share = next((item for item in items if item.unit == PERCENT and item.role in ("", "result", "share")), None)
    for part, whole in pairwise(amounts):
        if share is None or part.unit.kind != whole.unit.kind:
            continue
        if read.gap_between(part, whole).strip().lower() in JOINS:
            yield (part, whole), share
            continue
        is_led = read_statement_cues().of_all.search(part.before) and whole.figure.value <= part.figure.value
        is_of_which = read_statement_cues().of_which.search(read.gap_between(part, whole))
        if is_led or (is_of_which and _is_apposed(whole, share, read)):
            yield (whole, part), share


def _is_apposed(part: Item, share: Item, read: ReadStatement) -> bool:
    """ "of which 3.4 square kilometres, | 40 percent, are built over": nothing but a comma or a bracket between."""
    return (
        share.role == ""
        and share.figure.start > part.figure.end
        and read.gap_between(part, share).strip() in (",", "(")
    )


def _equals_share(share: Item, item: Item, read: ReadStatement) -> bool:
    """ "60 %, that is 30 bn", 60%即30亿元."""
    gap = read.gap_between(share, item)
    is_near = share.figure.end <= item.figure.start and len(gap) < _FARTHEST
    return is_near and bool(gap.strip()) and bool(read_statement_cues().equal_gap.match(gap))


def _find_in_group(share: Item, group: list[Item]) -> Pair | None:
    """Return part and whole of the amounts of one unit: of two the larger is the whole, of more the one said to be all."""
    if len(group) == 2:
        part, whole = sorted(group, key=lambda item: item.figure.value)
        return (part, whole) if _may_be_within(part, whole) and not _are_side_by_side(part, whole) else None
    wholes = [item for item in group if item.is_total]
    if len(group) < 3 or not wholes:
        return None
    others = [item for item in group if item is not wholes[0]]
    if _is_of_something_else(share, wholes[0], others):
        return None
    before = [item for item in others if item.figure.start < share.figure.start]
    nearest = min(others, key=lambda item: abs(item.figure.start - share.figure.start))
    return (before[-1] if before else nearest), wholes[0]


def _is_of_something_else(share: Item, whole: Item, others: list[Item]) -> bool:
    """ "142 from Vietnam, 98 from Thailand, 240 together, 90 % of imports": the share is of the total, in a whole not named."""
    is_behind = all(one.figure.end <= whole.figure.start for one in others) and whole.figure.end <= share.figure.start
    return is_behind and not read_statement_cues().of_which.search(share.before)


def _are_side_by_side(one: Item, other: Item) -> bool:
    """ "Thailand supplied 860,000 tonnes and Vietnam 940,000, 45 % of all": neither is the whole of the other."""
    first, second = (find_subject(item.before).get("place", frozenset()) for item in (one, other))
    if read_statement_cues().of_which.search(one.before) or (first | second) & _REGIONS:
        return False
    return bool(first and second) and first.isdisjoint(second)


def _may_be_within(part: Item, whole: Item) -> bool:
    """Say whether one may be part of the other: two periods that do not contain each other make no part and whole."""
    if part.period and whole.period and not part.period.is_same(whole.period):
        return whole.period.contains(part.period)
    return part.role != "base" or whole.role != "result" or "of" in part.before
