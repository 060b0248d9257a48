"""Averages times days, one amount in two units, amounts at a stated rate of exchange, and the same thing said twice."""

import re
from collections.abc import Iterator

from landsea_core.figures.cues.statement_cues import statement_cues
from landsea_core.figures.quantities import Interval
from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.figures.statement.items import Item, Read
from landsea_core.sentences import Sentence
from landsea_core.text.units.unit import PERCENT, POINTS, TIMES

_HOURS = {"day": 24.0, "week": 168.0}
_MEASURED = {"km": "length", "tonne": "mass", "teu": "teu"}
"""What is measured by the unit that a rate is for."""
_TIMES_IN = {
    ("day", "week"): (5, 7),
    ("day", "month"): (28, 31),
    ("day", "year"): (365, 366),
    ("week", "month"): (4, 4.5),
    ("week", "year"): (52, 52.3),
    ("month", "year"): (12, 12),
    ("month", "quarter"): (3, 3),
    ("quarter", "year"): (4, 4),
}
_WORD = re.compile(r"[a-z]{3,}|[\u4e00-\u9fff]", re.IGNORECASE)
FEE_ROUNDING = 0.02
"""How far an exchange may be off: rates and amounts are both rounded, and banks round once more."""


def check_rates(read: Read) -> Iterator[Outcome]:
    """Yield the outcome of each product and conversion."""
    yield from _products(read)
    yield from _two_rates(read)
    yield from _equals(read)
    yield from _exchange(read)
    yield from _said_twice(read)


def _products(read: Read) -> Iterator[Outcome]:
    for at, rate in enumerate(read.items):
        if (
            not rate.per
            or rate.is_peak
            or rate.role == "base"
            or rate.unit in (PERCENT, POINTS, TIMES)
            or rate.figure.bound == "under"
        ):
            continue
        total = _total_for(rate, read)
        count = _count_for(rate, total, read) if total else None
        if total is None or count is None:
            continue
        one, many = rate.figure.make_loose_interval(), total.figure.make_loose_interval()
        product = Interval(one.low * count.low, one.high * count.high)
        words = Sentence(
            "%(rate)s per %(per)s over %(count)s make %(right)s, said were %(total)s",
            rate=rate.figure.print_value(),
            per=rate.per,
            count=_count_words(count, rate.per),
            right=total.figure.print_value(rate.figure.value * (count.low + count.high) / 2),
            total=total.figure.print_value(),
        )
        places = frozenset({at, read.items.index(total)})
        yield Outcome(product.meets(many), Finding("product", read.sentence_text(rate.sentence), words), places)


def _total_for(rate: Item, read: Read) -> Item | None:
    fitting = [
        item
        for item in read.items
        if item is not rate
        and not item.per
        and item.unit.kind == rate.unit.kind
        and item.role in ("", "result", "delta")
        and abs(item.sentence - rate.sentence) <= 1
        and item.figure.value > rate.figure.value
    ]
    return min(fitting, key=lambda item: abs(item.figure.start - rate.figure.start)) if fitting else None


def _count_for(rate: Item, total: Item, read: Read) -> Interval | None:
    """Return how many days (months, trains, ...) there are: said, or the length of the total's period."""
    if rate.per in _HOURS:
        for item in read.items:
            if (
                item.unit.kind == "time"
                and abs(item.sentence - rate.sentence) <= 1
                and item.figure.value >= 2 * _HOURS[rate.per]
            ):
                inside = (
                    item.figure.make_interval() if item.figure.bound else Interval(item.figure.low, item.figure.high)
                )
                return inside.scale(1 / _HOURS[rate.per])
        period = total.period or rate.period
        if period and period.day is None and not total.is_peak:
            low, high = period.days
            return Interval(low, high).scale(24.0 / _HOURS[rate.per])
        return None
    if rate.per in ("month", "quarter"):
        period = total.period or rate.period
        length = 1 if rate.per == "month" else 3
        return Interval(period.months / length, period.months / length) if period and period.months > length else None
    counted = [item for item in read.items if item is not total and not item.per and _counts(item, rate.per)]
    return counted[0].figure.make_interval() if counted else None


def _counts(item: Item, per: str) -> bool:
    """Say whether an amount is of what a rate is for."""
    if per in _MEASURED:
        return item.unit.kind == _MEASURED[per]
    name = item.unit.kind.removeprefix("count:").rstrip("s")
    return name.startswith(per.rstrip("s")) or (per == "container" and name in ("boxe", "teu"))


def _two_rates(read: Read) -> Iterator[Outcome]:
    """ "12 hours a day, that is 84 hours a week"."""
    for at, (one, other) in enumerate(zip(read.items, read.items[1:], strict=False)):
        times = _TIMES_IN.get((one.per, other.per))
        gap = read.text[one.figure.end : other.figure.start]
        if (
            times is None
            or one.unit.kind != other.unit.kind
            or one.sentence != other.sentence
            or not statement_cues().so.search(gap)
        ):
            continue
        inside = one.figure.make_loose_interval()
        fits = Interval(inside.low * times[0], inside.high * times[1]).meets(other.figure.make_loose_interval())
        words = Sentence(
            "%(one)s a %(per)s are %(right)s a %(longer)s, said were %(other)s",
            one=one.figure.print_value(),
            per=one.per,
            right=other.figure.print_value(one.figure.value * times[1]),
            longer=other.per,
            other=other.figure.print_value(),
        )
        yield Outcome(fits, Finding("product", read.sentence_text(one.sentence), words), frozenset({at, at + 1}))


def _count_words(count: Interval, per: str) -> str:
    numbers = f"{count.low:,.0f}" if count.low == count.high else f"{count.low:,.0f} to {count.high:,.0f}"
    return f"{numbers} {per}s"


def _equals(read: Read) -> Iterator[Outcome]:
    for at, (one, other) in enumerate(zip(read.items, read.items[1:], strict=False)):
        gap = read.text[one.figure.end : other.figure.start]
        same_words = one.figure.words == other.figure.words
        if (
            one.unit.kind != other.unit.kind
            or same_words
            or not statement_cues().equal_gap.match(gap)
            or not one.unit.is_known
        ):
            continue
        if (
            one.unit in (PERCENT, POINTS)
            or one.per
            or other.per
            or (gap.strip().lower() == "or" and one.figure.scale == other.figure.scale)
        ):
            continue
        fits = one.figure.make_loose_interval().meets(
            other.figure.make_loose_interval(), slack=1e-9 * abs(one.figure.value)
        )
        words = Sentence(
            "%(one)s are %(right)s, said were %(other)s",
            one=one.figure.print_value(),
            right=other.figure.print_value(one.figure.value),
            other=other.figure.print_value(),
        )
        yield Outcome(fits, Finding("conversion", read.sentence_text(one.sentence), words), frozenset({at, at + 1}))


def _exchange(read: Read) -> Iterator[Outcome]:
    found = statement_cues().exchange.search(read.text)
    if not found:
        return
    rate = float(next(group for group in found.groups() if group))
    amounts = [item for item in read.items if item.figure.end <= found.start() or item.figure.start >= found.end()]
    yuan = [
        item for item in amounts if item.unit.kind == "CNY" and not item.per and abs(item.figure.value - rate) > 1e-9
    ]
    dollars = [item for item in amounts if item.unit.kind == "USD" and not item.per and item.figure.value != 1]
    if not (yuan and dollars):
        return
    one = yuan[0]
    other = min(dollars, key=lambda item: abs(item.figure.start - one.figure.start))
    right = one.figure.make_interval().scale(1 / rate)
    fits = right.meets(other.figure.make_interval(), slack=FEE_ROUNDING * other.figure.value)
    words = Sentence(
        "%(one)s at %(rate)s yuan a dollar are %(right)s, said were %(other)s",
        one=one.figure.print_value(),
        rate=f"{rate:g}",
        right=other.figure.print_value(one.figure.value / rate),
        other=other.figure.print_value(),
    )
    places = frozenset({read.items.index(one), read.items.index(other)})
    yield Outcome(fits, Finding("exchange", read.sentence_text(one.sentence), words), places)


def _said_twice(read: Read) -> Iterator[Outcome]:
    """Two figures for the same thing, in the same words, that have nothing in common."""
    plain = [
        item
        for item in read.items
        if item.role in ("", "result") and item.unit.is_known and item.unit not in (POINTS, TIMES)
    ]
    for at, one in enumerate(plain):
        for other in plain[at + 1 :]:
            if one.sentence == other.sentence or one.unit.kind != other.unit.kind or bool(one.per) != bool(other.per):
                continue
            periods = (one.period, other.period)
            if any(periods) and not (all(periods) and one.period.same(other.period)):
                continue
            if one.figure.make_interval().meets(other.figure.make_interval()):
                continue
            if not _same_words(_clause(one, read), _clause(other, read)):
                continue
            words = Sentence(
                "for the same thing both %(one)s and %(other)s are said",
                one=one.figure.print_value(),
                other=other.figure.print_value(),
            )
            places = frozenset({read.items.index(one), read.items.index(other)})
            yield Outcome(False, Finding("said_twice", read.sentence_text(other.sentence), words), places)


def _clause(item: Item, read: Read) -> str:
    start, end = read.sentences[item.sentence]
    return read.text[start : item.figure.start] + " " + read.text[item.figure.end : end]


def _same_words(one: str, other: str) -> bool:
    if _ways_of(one) != _ways_of(other):
        return False
    words = [{word.lower() for word in _WORD.findall(text)} - statement_cues().not_telling for text in (one, other)]
    if not all(words):
        return False
    return len(words[0] & words[1]) / min(len(words[0]), len(words[1])) >= 0.8


def _ways_of(words: str) -> list[str]:
    """Return the words that say how, when or which way goods go, in their order."""
    return [match.group().lower() for match in statement_cues().other_way.finditer(words)]
