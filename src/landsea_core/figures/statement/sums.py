"""Sums within a sentence: parts that make a total, and parts above their whole."""

import math
import re
from collections.abc import Iterator
from itertools import combinations

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.quantities import Interval
from landsea_core.figures.statement.closing_totals import closes_list, closes_periods
from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.figures.statement.flows import is_flow, list_counted
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.sentences import Sentence
from landsea_core.text.units.unit import PLAIN

_LIST_OPENS = re.compile(
    r"\s*(?:(?<=\s)[-–—](?=\s)|—|\((?=[^()]*\d)(?![^()]{0,12}\d\s*%?\s*(?:percent\s*)?\)))|[^\d.,;:()]{0,40},?\s*:"
)
""" "210,000 tonnes of cassava starch: ...", "48 cases (...)": what follows a whole is all of it; but not "48 cases (12 %)"."""
_FROM_A_NAME = re.compile(
    r"\s*(?:(?!from|to|in|at|for|by)[a-z]+\s+){0,2}(from|to|in|at|for|by)\s+(?:the\s+)?(?-i:[A-Z])", re.IGNORECASE
)
_COLON = re.compile(r"[^\d.,;:()]{0,40},?\s*:")
_BARE = re.compile(r"[\d.,]+")
_CLAUSE = re.compile(r"[,，;]")
_TWO, _ORDERS = re.compile("[两二2][次期批段场艘列]"), ("第一", "第二")
_EACH = re.compile(r"\beach\b[^,.;\d]{0,14}$|(?:每|各)[^,，。;\d]{0,4}$", re.IGNORECASE)
_EACH_BEHIND = re.compile(r"\s*(?:[a-z]+\s+){0,2}each\b", re.IGNORECASE)
_OF_THESE = re.compile(r"\s*(?:out )?of (?:all )?(?:the|these|those|its|their|our)?\s*$", re.IGNORECASE)
_LEADS = 2
_CAME_TO = re.compile(r"\b(?:came|comes|come|amounted|amounts|amount) to\s*$", re.IGNORECASE)
_FEWEST_NESTED, _MOST_NESTED = 4, 8
"""So many parts may divide one another; of three, two that make the whole are rather a slip."""


def check_sums(items: list[Item], read: ReadStatement) -> Iterator[Outcome]:
    """Yield the outcome of each sum of one sentence: "500 at Mohan, 250 at Boten and 50 at Ruili, 800 in all" fits."""
    cues = read_statement_cues()
    counted = list_counted(items)
    if any(read_sense_cues().but_only.search(find_last_clause(item)) for item in counted[_LEADS:]):
        return  # "of 250 firms 200 know of it, but only 60 have used it"
    amounts = [item for item in counted if is_flow(item) and not cues.surplus.search(find_last_clause(item))]
    standing = [item for item in counted if not is_flow(item)]
    if not amounts and standing and _leads_list(standing[0], standing, read):
        amounts = standing  # "96 companies: 54 from Vietnam and 42 from China"
    wholes = [
        item
        for item in amounts
        if (item.is_total and not _is_only_reached(item, amounts)) or _leads_list(item, amounts, read)
    ]
    text = read.sentence_text(items[0].sentence) if items else ""
    if not wholes:
        yield from _check_inside(counted, text, read)
        return
    whole = max(wholes, key=lambda item: item.figure.value)
    parts = [item for item in amounts if item is not whole and _is_part(item, whole, amounts, items)]
    is_yearly = len(parts) == 1 and any(item.role == "growth" and item.yearly for item in items)
    is_incomplete = bool(cues.incomplete.search(text)) and not closes_list(whole, parts, amounts, read)
    if not parts or (is_yearly and not is_incomplete) or _are_of_one_row(whole, parts) or _has_each(parts):
        return
    if len(parts) > 1 or is_incomplete:
        is_whole = _is_whole_list(text, whole, read) or closes_list(whole, parts, amounts, read)
        is_whole = is_whole or (not is_incomplete and amounts[-1] is whole and closes_periods(whole, parts))
        yield add_up(parts, whole, read, text, exact=len(parts) > 1 and is_whole)


def _is_only_reached(item: Item, amounts: list[Item]) -> bool:
    """ "Fish | came to | 54 million, shrimps to 36": what one of several came to is no total of the others."""
    return item is amounts[0] and is_what_it_came_to(item) and not read_sense_cues().says_total.search(item.before)


def is_what_it_came_to(item: Item) -> bool:
    """Say whether a figure is only what something came to: "fish | came to | 54 million"."""
    return bool(_CAME_TO.search(item.before))


def find_last_clause(item: Item) -> str:
    """Return the words before a figure, in its own clause."""
    return _CLAUSE.split(item.before)[-1]


def add_up(parts: list[Item], whole: Item, read: ReadStatement, text: str, *, exact: bool) -> Outcome:
    """Return whether parts make their whole; where they are not all of it (`exact` is false), whether they are no more.

    Roundings of many parts rarely all go one way: the sum may be off by the root of the sum of their squares.
    """
    around, total = whole.figure.make_interval(), sum(item.figure.value for item in parts)
    low = total - _find_room([item.figure.value - item.figure.make_interval().low for item in parts])
    high = total + _find_room([item.figure.make_interval().high - item.figure.value for item in parts])
    fits = Interval(low, high).meets(around) if exact else low <= around.high
    fits = fits or _is_made_by_some(parts, around)
    places = read.places_of(*parts, whole)
    if len(parts) == 1:
        return Outcome(fits, Finding("part_above_whole", text, _say_part(parts[0], whole, fits=fits)), places)
    words = _say_sum(parts, whole, total, is_said=fits and exact)
    return Outcome(fits, Finding("sum", text, words), places)


def _is_made_by_some(parts: list[Item], around: Interval) -> bool:
    """ "Of 435 people 8 were foreigners; of the other 427 three declined": 8 and 427 make it, the rest divides one of them."""
    if not _FEWEST_NESTED <= len(parts) <= _MOST_NESTED:
        return False
    for size in range(2, len(parts)):
        for some in combinations(parts, size):
            inside = [one.figure.make_interval() for one in some]
            if Interval(sum(one.low for one in inside), sum(one.high for one in inside)).meets(around):
                return True
    return False


def _say_part(part: Item, whole: Item, *, fits: bool) -> Sentence:
    values = {"part": part.figure.print_value(), "whole": whole.figure.print_value()}
    if fits:
        return Sentence("%(part)s is part of %(whole)s", **values)
    return Sentence("a part of %(part)s is more than its whole of %(whole)s", **values)


def _say_sum(parts: list[Item], whole: Item, total: float, *, is_said: bool) -> Sentence:
    values = {
        "parts": " + ".join(item.figure.print_value() for item in parts),
        "right": whole.figure.print_value(total),
        "whole": whole.figure.print_value(),
    }
    if is_said:
        return Sentence("%(parts)s make %(right)s, as said", **values)
    return Sentence("%(parts)s make %(right)s, said was %(whole)s", **values)


def _is_part(item: Item, whole: Item, amounts: list[Item], items: list[Item]) -> bool:
    if item.unit.kind != whole.unit.kind or (item.role == "base" and _has_growth(items)):
        return False
    return _may_be_within(item, whole) or _names_each_period(amounts, whole)


def _are_of_one_row(whole: Item, parts: list[Item]) -> bool:
    """ "Imports totalled 405 million from Taiwan, 400 million from Korea and 125 million from Hong Kong": no total of them."""
    joined = {found.group(1).lower() if (found := _FROM_A_NAME.match(one.after)) else "" for one in (whole, *parts)}
    return len(parts) > 1 and len(joined) == 1 and "" not in joined


def _has_each(parts: list[Item]) -> bool:
    """ "Three lots of 1,200 tonnes each and a last one of 1,400": a part that stands for several."""
    return any(_EACH.search(one.before) or _EACH_BEHIND.match(one.after) for one in parts)


def _has_growth(items: list[Item]) -> bool:
    return any(item.role in ("growth", "delta", "multiple") for item in items)


def _may_be_within(part: Item, whole: Item) -> bool:
    """Say whether nothing in their periods keeps one from being part of the other."""
    return not (part.period and whole.period) or part.period.is_same(whole.period) or whole.period.contains(part.period)


def _names_each_period(amounts: list[Item], whole: Item) -> bool:
    """ "45 in May, 52 in June and 49 in July: 146 in all": a total has all periods of its parts, not the one named last."""
    periods = [str(item.period) for item in amounts if item is not whole and item.period]
    return whole.is_total and len(periods) > 1 and len(set(periods)) == len(periods) == len(amounts) - 1


def _leads_list(item: Item, amounts: list[Item], read: ReadStatement) -> bool:
    """ "800 declarations: 500 at Mohan, 250 at Boten and 50 at Ruili"."""
    if item.unit == PLAIN and not _COLON.match(read.text, item.figure.end):
        return False  # "patients 176 (a woman), 195 (a man)": a bare number before a bracket is rather a name
    following = [one for one in amounts if one.figure.start > item.figure.end and one.unit.kind == item.unit.kind]
    return len(following) > 1 and bool(_LIST_OPENS.match(read.text, item.figure.end))


def _is_whole_list(text: str, whole: Item, read: ReadStatement) -> bool:
    """Say whether the parts of a sentence are all of the whole: exports and imports, a list behind it, "in all"."""
    cues = read_statement_cues()
    if any(pair.one.search(text) and pair.other.search(text) for pair in cues.pairs):
        return True
    if cues.incomplete.search(text):
        return False
    return bool(_LIST_OPENS.match(read.text, whole.figure.end) or cues.together.search(text))


def _check_inside(amounts: list[Item], text: str, read: ReadStatement) -> Iterator[Outcome]:
    """ "of which", "其中", "of its 30 days, ...": what follows cannot be more than what stands before."""
    cues = read_statement_cues()
    names_whole = amounts and (cues.of_all.search(amounts[0].before) or cues.of_all_after.match(amounts[0].after))
    if len(amounts) > 1 and names_whole and len({one.unit.kind for one in amounts[:3]}) == 1:
        yield add_up(_list_parts_of_first(amounts, text), amounts[0], read, text, exact=False)
        return
    if names_whole and _list_things_of_first(amounts):
        yield add_up(amounts[1:], amounts[0], read, text, exact=False)
        return
    found = cues.incomplete.search(read.text, amounts[0].figure.start) if amounts else None
    if not found:
        return
    before = [item for item in amounts if item.figure.end <= found.start()]
    parts = [item for item in amounts if item.figure.start >= found.end()]
    if before and parts and _names_its_whole(before[-1], parts[0], read):
        return
    if parts and cues.the_others.search(parts[0].before):
        return  # "four of them work at night, the other six by day"
    if before and parts and before[-1].unit.kind == parts[0].unit.kind:
        of_one_kind = _drop_behind_whole([item for item in parts if item.unit.kind == before[-1].unit.kind], before[-1])
        yield add_up(of_one_kind, before[-1], read, text, exact=_are_all(of_one_kind, before[-1], read))


def _names_its_whole(part: Item, whole: Item, read: ReadStatement) -> bool:
    """ "62 | of these | 86 answered": the figure behind is the whole, and the one before its part."""
    return bool(_OF_THESE.match(read.text[part.figure.end : whole.figure.start]))


def _are_all(parts: list[Item], whole: Item, read: ReadStatement) -> bool:
    """Say whether parts are all of their whole: two opposites, or the first and the second of two (两次 ... 第一次, 第二次)."""
    start = read.sentences[whole.sentence][0]
    is_of_two = _TWO.search(read.text[start : whole.figure.end]) and len(parts) == len(_ORDERS)
    are_counted = is_of_two and all(order in one.before for order, one in zip(_ORDERS, parts, strict=False))
    return bool(are_counted) or _are_opposites(parts, whole)


def _are_opposites(parts: list[Item], whole: Item) -> bool:
    """ "Goods traffic was 308,000 tonnes, of which exports 126,000 and imports 182,000": two opposites are all of it."""
    if len(parts) != 2:
        return False
    for pair in read_statement_cues().pairs:
        one, other = (find_last_clause(part) for part in parts)
        are_told = (pair.one.search(one) and pair.other.search(other)) or (
            pair.one.search(other) and pair.other.search(one)
        )
        is_both = bool(pair.one.search(whole.before)) == bool(pair.other.search(whole.before))
        if are_told and (is_both or read_statement_cues().total_trade.search(whole.before)):
            return True
    return False


def _list_things_of_first(amounts: list[Item]) -> bool:
    """ "Of 900 lorries 520 carried fruit, 230 electronics and 150 other goods": bare numbers count the first thing on."""
    numbers = [item.figure.text for item in amounts[1:]]
    are_counts = all(item.unit.kind.startswith("count:") for item in amounts)
    return len(numbers) > 2 and are_counts and all(_BARE.fullmatch(number) for number in numbers)


def _list_parts_of_first(amounts: list[Item], text: str) -> list[Item]:
    """ "Of the 40, 25 were solved, 10 explained and 5 are open": three or more in a row divide the whole; two may
    overlap, unless one is said to be the rest.
    """
    parts = [item for item in amounts[1:] if item.role in ("", "result") and item.unit.kind == amounts[0].unit.kind]
    parts = [item for item in parts if not _is_of_those_before(item)]
    divide = len(parts) > 2 or (len(parts) == 2 and read_statement_cues().the_rest.search(text))
    return parts if divide and not read_statement_cues().overlap.search(text) else amounts[1:2]


def _drop_behind_whole(parts: list[Item], whole: Item) -> list[Item]:
    """ "320 million, of which 120 public and 200 private, | 190 are spent": two that make the whole leave no part behind."""
    first = parts[:2]
    is_whole = len(first) == 2 and math.isclose(sum(one.figure.value for one in first), whole.figure.value)
    return first if is_whole else parts


def _is_of_those_before(item: Item) -> bool:
    """ "85 approved and 35 rejected, of which | 20 lacked a paper": a part of the part before it."""
    return bool(read_statement_cues().of_which.search(_CLAUSE.split(item.before)[-1])) or bool(
        read_statement_cues().of_them.match(item.after)
    )


def _find_room(errors: list[float]) -> float:
    """Return how far a sum of rounded figures may be off."""
    return math.sqrt(sum(error * error for error in errors))
