"""What only the figure before tells of a figure's part: an arrow, "or 60 %" after a difference, "24 % more than 120"."""

import re
from dataclasses import replace

from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.percentage_roles import find_last_way
from landsea_core.text.units.unit import PERCENT, PLAIN

_OF_IN_CHINESE = "的"
_ARROW = "->"
_CLAUSE = re.compile("[,，;]")
_COMPARES = re.compile(
    r"^\s*(?:(?:more|less|fewer|higher|lower|cheaper|dearer)\s+than|below|above)\s+the\s*$", re.IGNORECASE
)
_BELOW = re.compile(r"less|fewer|lower|cheaper|below", re.IGNORECASE)
_NAMES_GOODS = re.compile(r"\s*(?:of )?(?!or\b|that\b|i\.?e\b|equal)[a-z]", re.IGNORECASE)
_TIMES_THE = re.compile(r"\s*(?:as (?:many|much) as )?(?:the|its|their)(?:\s+(?:only|mere))?\s*", re.IGNORECASE)
""" "Three times | the | 42,000 of the year before": what a multiple is counted on."""
_CURRENCY = 3
_OPENS_BRACKET = re.compile(
    r"^\s*(?:[a-z]+\s*|[\u4e00-\u9fff]{0,6})\((?:or|about|some|equal to|约合|折合|合|约)?\s*$", re.IGNORECASE
)
_COMPARABLE = ("", "growth", "delta", "result", "share")
"""Roles of a figure behind which "more than" names what it is compared with."""


def settle_by_neighbours(items: list[Item], text: str) -> list[Item]:
    """Return the items with the roles that the figure before each of them tells."""
    out = list(items)
    for at, item in enumerate(items):
        if at and out[at - 1].sentence == item.sentence:
            out[at - 1], out[at] = _settle_pair(out[:at], item, text)
    for at, (item, following) in enumerate(zip(out, out[1:], strict=False)):
        if item.role == "share" and following.role == "base" and _are_points_apart(following, out):
            out[at] = replace(item, role="result")
            continue
        is_open = item.unit == PERCENT and item.role == "" and following.unit != PERCENT
        if is_open and read_statement_cues().equal_gap.match(text[item.figure.end : following.figure.start]):
            out[at] = replace(item, role="share")  # "60 %, that is 30 bn"
    return out


def _are_points_apart(base: Item, items: list[Item]) -> bool:
    """ "4.8 % of containers, compared with 6.3 % in 2024, a decline of 1.5 percentage points": two ends of a change."""
    return base.unit == PERCENT and any(one.role == "points" and one.sentence == base.sentence for one in items)


def _settle_pair(before: list[Item], item: Item, text: str) -> tuple[Item, Item]:
    """Return the last item before and this one, with what each tells of the other."""
    previous = before[-1]
    gap = text[previous.figure.end : item.figure.start]
    if per := _find_each(before, item, gap, text):
        return previous, _give_each(before, replace(item, role="", per=per))
    is_same_kind = previous.unit.kind == item.unit.kind and previous.figure.words != item.figure.words
    if _explains_in_bracket(item, gap, text) or (_is_same_again(before, item, gap) and is_same_kind):
        return previous, replace(item, role="same")
    if "multiple" in (previous.role, item.role):
        return _settle_multiple(previous, item, gap)
    if _ARROW in item.before and previous.is_amount:
        base = replace(previous, role="base") if previous.role in ("", "result") else previous
        return base, replace(item, role="result") if item.role != "growth" else item
    if _is_compared(previous, item, gap):
        return _settle_compared(previous, item, gap)
    return previous, _settle_percentage(before, item, gap, text) if item.unit == PERCENT else item


def _settle_multiple(previous: Item, item: Item, gap: str) -> tuple[Item, Item]:
    """ "Three times the | 42,000 of the year before", 42,000的三倍: what a multiple is counted on is a beginning."""
    if previous.role == "multiple" and item.role == "" and _TIMES_THE.fullmatch(gap):
        return previous, replace(item, role="base")
    if item.role == "multiple" and gap.strip() == _OF_IN_CHINESE:
        return replace(previous, role="base"), item
    return previous, item


def _is_same_again(before: list[Item], item: Item, gap: str) -> bool:
    """ "383 thousand tonnes | of rubber, or | 0.383 million"; but "38 % of 2.1 million tonnes of goods, or" is a share."""
    has_share = any(one.unit == PERCENT and one.sentence == item.sentence for one in before)
    return bool(read_statement_cues().equal_gap.match(gap)) and not (has_share and _NAMES_GOODS.match(gap))


def _explains_in_bracket(item: Item, gap: str, text: str) -> bool:
    """ "235 million guilders (| 113.2 million dollars)": the same amount in other money, whatever the first is called."""
    is_money = len(item.unit.kind) == _CURRENCY and item.unit.kind.isupper()
    return is_money and bool(_OPENS_BRACKET.match(gap)) and text[item.figure.end :].lstrip().startswith(")")


def _find_each(before: list[Item], item: Item, gap: str, text: str) -> str:
    """Return for what unit a figure is given when each of the things before it has so much; empty when it is none.

    "Each of the 46 stations handled 200,000 tonnes", "46 stations handled 9.2 million tonnes, 200,000 each": station.
    """
    cues, previous = read_statement_cues(), before[-1]
    each = cues.rates.each_carried.match(gap)
    if each and cues.each_of.search(text[: previous.figure.start]):
        return (each["thing"] or _name_counted(previous)).lower()
    if not cues.each_after.match(item.after) or item.per:
        return ""
    counted = [
        one
        for one in before
        if one.sentence == item.sentence and one.unit.kind.startswith("count:") and one.unit.kind != item.unit.kind
    ]
    return _name_counted(counted[-1]) if counted else ""


def _give_each(before: list[Item], item: Item) -> Item:
    """ "640 trains carried 25,600 containers, 50 each": a bare number counts what was named last, for each carrier."""
    counted = [one for one in before if one.sentence == item.sentence and one.unit.kind.startswith("count:")]
    if item.unit != PLAIN or len({one.unit.kind for one in counted}) < 2:
        return item
    carried = counted[-1]
    carrier = next(one for one in reversed(counted) if one.unit.kind != carried.unit.kind)
    return replace(item, figure=item.figure.in_unit_of(carried.figure), per=_name_counted(carrier))


def _name_counted(item: Item) -> str:
    return item.unit.kind.removeprefix("count:").rstrip("s")


def _begins_compared(words: str) -> bool:
    """Say whether a figure begins with "more than" or "less than"."""
    return bool(read_statement_cues().more_than.match(words) or read_statement_cues().less_than.match(words))


def _is_compared(previous: Item, item: Item, gap: str) -> bool:
    """Say whether a figure is what the one before is more or less than: "24 % | more than 120", "45 % below the | 26"."""
    if previous.role not in _COMPARABLE:
        return False
    is_told = previous.unit == PERCENT and item.unit != PERCENT and _COMPARES.match(gap)
    return bool(is_told) or (_begins_compared(item.figure.text) and not gap.strip())


def _settle_compared(previous: Item, item: Item, gap: str) -> tuple[Item, Item]:
    """ "24 % more than 120": a growth, or a difference, on a beginning."""
    sign = -1 if read_statement_cues().less_than.match(item.figure.text) or _BELOW.search(gap) else 1
    role = "growth" if previous.unit == PERCENT else "delta"
    return replace(previous, role=role, sign=sign), replace(item, role="base", figure=replace(item.figure, bound=""))


def _settle_percentage(before: list[Item], item: Item, gap: str, text: str) -> Item:
    """A percentage of a plan; or one that its own words leave open: 占…的50%, "by 40 %", "or 60 %" after a difference."""
    cues, previous = read_statement_cues(), before[-1]
    if gap.strip() == _OF_IN_CHINESE and cues.planned.search(previous.before):
        return replace(item, role="attained")
    if item.role:
        return item
    if cues.takes_up.search(_CLAUSE.split(text[: item.figure.start])[-1]):
        return replace(item, role="share")
    if cues.by_before.search(item.before):
        falls = cues.minus_before.search(item.before)
        return replace(item, role="growth", sign=-1 if falls else _find_way_of_sentence(before, item, text))
    if previous.role in ("delta", "growth") and cues.or_gap.match(gap):
        return replace(item, role="growth", sign=previous.sign)
    return item


def _find_way_of_sentence(before: list[Item], item: Item, text: str) -> int:
    """Return the way that the sentence said last before a percentage: "went up from 120 to 180, i.e. by 50 %"."""
    first = next((one for one in [*before, item] if one.sentence == item.sentence), item)
    start = first.figure.start - len(first.before)
    return find_last_way(text[start : item.figure.start]) or 1
