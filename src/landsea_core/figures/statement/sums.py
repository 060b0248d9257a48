"""Sums: parts that make a total, parts above their whole, quarters and months against the year that holds them."""

import math
import re
from collections.abc import Iterator

from landsea_core.figures.cues.statement_cues import statement_cues
from landsea_core.figures.quantities import Interval
from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.figures.statement.items import Item, Read
from landsea_core.sentences import Sentence
from landsea_core.text.units.unit import PERCENT

FLOWS = ("length", "count:", "teu", "mass", "plain", "CNY", "USD", "VND", "EUR", "THB", "LAK", "MYR", "SGD")


_LIST_OPENS = re.compile(r"\s*[-–—(]|[^\d.,;:()]{0,40}:")
""" "210,000 tonnes of cassava starch: ...", "48 cases (...)": what follows a whole is all of it."""
STOCKS = ("count:ports", "count:countries", "count:companies")


def sums(items: list[Item], read: Read) -> Iterator[Outcome]:
    amounts = [
        item
        for item in items
        if item.unit != PERCENT
        and item.role in ("", "result", "base")
        and not item.per
        and _is_flow(item)
        and not statement_cues().surplus.search(_clause(item))
    ]
    wholes = [item for item in amounts if item.is_total or _leads_a_list(item, amounts, read)]
    text = read.sentence_text(items[0].sentence) if items else ""
    if len(wholes) > 1:
        wholes = [max(wholes, key=lambda item: item.figure.value)]
    for whole in wholes:
        parts = [
            item
            for item in amounts
            if item is not whole
            and item.unit.kind == whole.unit.kind
            and not (item.role == "base" and _has_growth(items))
            and (_within(item, whole) or _names_each(amounts, whole))
        ]
        yearly = len(parts) == 1 and any(item.role == "growth" and item.yearly for item in items)
        if not parts or (yearly and not statement_cues().incomplete.search(text)):
            continue
        exact = len(parts) > 1 and _is_whole_list(text, whole, read)
        if len(parts) > 1 or statement_cues().incomplete.search(text):
            yield _sum(parts, whole, exact, text, read)
    if not wholes:
        counted = [
            item for item in items if item.unit != PERCENT and item.role in ("", "result", "base") and not item.per
        ]
        yield from _inside(counted, text, read)


def _clause(item: Item) -> str:
    """The words before a figure, in its own clause."""
    return re.split(r"[,，;]", item.before)[-1]


def balance(items: list[Item], read: Read) -> Iterator[Outcome]:
    """A surplus or deficit against exports and imports."""
    amounts = [item for item in items if item.unit != PERCENT and not item.per and item.role != "same"]
    lead = {id(item): _clause(item) for item in amounts}
    rest = next((item for item in amounts if statement_cues().surplus.search(lead[id(item)])), None)
    sold = next(
        (item for item in amounts if statement_cues().exports.search(lead[id(item)]) and item is not rest), None
    )
    bought = next(
        (item for item in amounts if statement_cues().imports.search(lead[id(item)]) and item not in (rest, sold)), None
    )
    if not (rest and sold and bought) or len({item.unit.kind for item in (rest, sold, bought)}) > 1:
        return
    out, into, said = sold.figure.make_interval(), bought.figure.make_interval(), rest.figure.make_interval()
    high, low = max(out.high - into.low, into.high - out.low), min(abs(out.low - into.high), abs(out.high - into.low))
    words = Sentence(
        "between %(base)s and %(result)s lies %(right)s, said was %(said)s",
        base=sold.figure.print_value(),
        result=bought.figure.print_value(),
        said=rest.figure.print_value(),
        right=rest.figure.print_value(abs(sold.figure.value - bought.figure.value)),
    )
    places = frozenset(read.items.index(item) for item in (rest, sold, bought))
    fits = Interval(low, high).meets(said)
    yield Outcome(fits, Finding("difference", read.sentence_text(rest.sentence), words), places)


def _within(part: Item, whole: Item) -> bool:
    """Say whether nothing in their periods keeps one from being part of the other."""
    return not (part.period and whole.period) or part.period.same(whole.period) or whole.period.contains(part.period)


def _names_each(amounts: list[Item], whole: Item) -> bool:
    """ "45 in May, 52 in June and 49 in July: 146 in all": a total has all periods of its parts, not the one named last."""
    periods = [str(item.period) for item in amounts if item is not whole and item.period]
    return whole.is_total and len(periods) > 1 and len(set(periods)) == len(periods) == len(amounts) - 1


def _leads_a_list(item: Item, amounts: list[Item], read: Read) -> bool:
    """ "800 declarations: 500 at Mohan, 250 at Boten and 50 at Ruili"."""
    following = [
        other for other in amounts if other.figure.start > item.figure.end and other.unit.kind == item.unit.kind
    ]
    return len(following) > 1 and bool(_LIST_OPENS.match(read.text, item.figure.end))


def _has_growth(items: list[Item]) -> bool:
    return any(item.role in ("growth", "delta", "multiple") for item in items)


def _is_whole_list(text: str, whole: Item, read: Read) -> bool:
    if any(pair.one.search(text) and pair.other.search(text) for pair in statement_cues().pairs):
        return True
    if statement_cues().incomplete.search(text):
        return False
    return bool(_LIST_OPENS.match(read.text, whole.figure.end) or statement_cues().together.search(text))


def _inside(amounts: list[Item], text: str, read: Read) -> Iterator[Outcome]:
    """ "of which", "其中", "of its 30 days, ...": what follows cannot be more than what stands before."""
    if (
        len(amounts) > 1
        and statement_cues().of_all.search(amounts[0].before)
        and amounts[0].unit.kind == amounts[1].unit.kind
    ):
        yield _sum(_of_the_whole(amounts, text), amounts[0], False, text, read)
        return
    found = statement_cues().incomplete.search(read.text, amounts[0].figure.start) if amounts else None
    if not found:
        return
    before = [item for item in amounts if item.figure.end <= found.start()]
    parts = [item for item in amounts if item.figure.start >= found.end()]
    if before and parts and before[-1].unit.kind == parts[0].unit.kind:
        same = [item for item in parts if item.unit.kind == before[-1].unit.kind]
        yield _sum(same, before[-1], False, text, read)


def _of_the_whole(amounts: list[Item], text: str) -> list[Item]:
    """ "Of the 40, 25 were solved, 10 explained and 5 are open": three or more in a row divide the whole; two may
    overlap, unless one is said to be the rest.
    """
    parts = [item for item in amounts[1:] if item.role in ("", "result") and item.unit.kind == amounts[0].unit.kind]
    divide = len(parts) > 2 or (len(parts) == 2 and statement_cues().the_rest.search(text))
    return parts if divide and not statement_cues().overlap.search(text) else amounts[1:2]


def _sum(parts: list[Item], whole: Item, exact: bool, text: str, read: Read) -> Outcome:
    around, total = whole.figure.make_interval(), sum(item.figure.value for item in parts)
    low = total - _room([item.figure.value - item.figure.make_interval().low for item in parts])
    high = total + _room([item.figure.make_interval().high - item.figure.value for item in parts])
    fits = Interval(low, high).meets(around) if exact else low <= around.high
    shown = " + ".join(item.figure.print_value() for item in parts)
    places = frozenset(read.items.index(item) for item in (*parts, whole))
    if len(parts) == 1:
        words = Sentence(
            "a part of %(part)s is more than its whole of %(whole)s", part=shown, whole=whole.figure.print_value()
        )
        if fits:
            words = Sentence("%(part)s is part of %(whole)s", part=shown, whole=whole.figure.print_value())
        return Outcome(fits, Finding("part_above_whole", text, words), places)
    words = (
        Sentence("%(parts)s make %(right)s, as said")
        if fits and exact
        else Sentence("%(parts)s make %(right)s, said was %(whole)s")
    ).fill(parts=shown, right=whole.figure.print_value(total), whole=whole.figure.print_value())
    return Outcome(fits, Finding("sum", text, words), places)


def _room(errors: list[float]) -> float:
    """Return how far a sum of rounded figures may be off: their roundings rarely all go one way."""
    return math.sqrt(sum(error * error for error in errors))


def check_periods(read: Read) -> Iterator[Outcome]:
    """Quarters, halves or months against the year that holds them."""
    amounts = [
        item
        for item in read.items
        if item.period
        and not item.period.day
        and item.unit != PERCENT
        and item.role in ("", "result", "base")
        and not item.per
        and _is_flow(item)
        and not item.is_peak
        and not statement_cues().target.search(item.before[-30:])
    ]
    for whole in amounts:
        parts = []
        for item in amounts:
            fresh = all(not item.period.overlap(other.period) for other in parts)
            if (
                item.unit.kind == whole.unit.kind
                and whole.period.contains(item.period)
                and fresh
                and _alike(item, whole, read)
            ):
                parts.append(item)
        if not parts:
            continue
        complete = sum(item.period.months for item in parts) == whole.period.months
        text = read.sentence_text(whole.sentence)
        if complete:
            yield _sum(parts, whole, True, text, read)
        elif _is_above(parts, whole):
            yield _above(parts, whole, text, read)


def _is_above(parts: list[Item], whole: Item) -> bool:
    """One part printed larger than its whole is too large however both were rounded; several may add up their roundings."""
    if (
        len(parts) == 1
        and parts[0].figure.step == whole.figure.step
        and not parts[0].figure.bound
        and not whole.figure.bound
    ):
        return parts[0].figure.value > whole.figure.value
    return sum(item.figure.make_interval().low for item in parts) > whole.figure.make_interval().high


def _above(parts: list[Item], whole: Item, text: str, read: Read) -> Outcome:
    shown = " + ".join(f"{item.figure.print_value()} ({item.period})" for item in parts)
    words = Sentence(
        "%(parts)s is more than the %(whole)s of the whole of %(period)s",
        parts=shown,
        whole=whole.figure.print_value(),
        period=whole.period,
    )
    places = frozenset(read.items.index(item) for item in (*parts, whole))
    return Outcome(False, Finding("part_above_whole", text, words), places)


def _alike(part: Item, whole: Item, read: Read) -> bool:
    """Figures of far-away sentences are about other things, unless the text has no more than three."""
    return abs(part.sentence - whole.sentence) <= 1 or len(read.sentences) <= 5


def _is_flow(item: Item) -> bool:
    return item.unit.kind.startswith(FLOWS) and item.unit.kind not in STOCKS
