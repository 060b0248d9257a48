"""Averages times days, months or things: "24 trains a day over 31 days make 744"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.quantities import Interval
from landsea_core.figures.statement.explanations import explain_rate
from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.rate_counts import counts_rated_things, find_count
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.spans import HOURS
from landsea_core.figures.statement.subjects import may_be_compared, read_subject
from landsea_core.figures.statement.sums import find_last_clause
from landsea_core.sentences import Sentence
from landsea_core.text.plurals import make_plural
from landsea_core.text.units.unit import PERCENT, POINTS, TIMES

_IN_THE_MEAN = re.compile(r"\s*(?:[a-z]+\s+){0,2}?on average\b", re.IGNORECASE)
_EXTRA = re.compile(r"(?:多|少|额外)[\u4e00-\u9fff]{0,3}$|\b(?:extra|additional|more)\s*$", re.IGNORECASE)
_OF_WORK = re.compile(r"\s*(?:working|business) days|个?工作日", re.IGNORECASE)
_FEW, _CURRENCY = 9, 3
_RUNS = frozenset({"count:trips", "count:trains", "count:voyages", "count:flights", "count:sailings"})
_MANY = 7
"""Days from which a total is far above what one of them has."""
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
"""How many of the one are in the other, at least and at most; a week may be one of work."""


def check_products(read: ReadStatement) -> Iterator[Outcome]:
    """Yield whether each rate makes the total that stands beside it."""
    for rate in read.items:
        if not _is_usable_rate(rate):
            continue
        total = _find_total(rate, read)
        count = find_count(rate, total, read) if total else None
        if total is None or count is None or _has_nearer_rate(rate, total, read) or _is_level(rate, total, count):
            continue
        one, many = _find_inside(rate), total.figure.make_loose_interval()
        right = rate.figure.value * (count.low + count.high) / 2
        words = explain_rate(rate.figure.print_value(), rate.per, _print_count(count, rate.per), right, total)
        product = Interval(one.low * count.low, one.high * count.high)
        fits = product.meets(many) or _is_added(product, total, read)
        if not fits and total.sentence != rate.sentence and _has_several_totals(rate, read):
            continue
        yield Outcome(fits, Finding("product", read.sentence_text(rate.sentence), words), read.places_of(rate, total))


def check_two_rates(read: ReadStatement) -> Iterator[Outcome]:
    """Yield whether one rate makes the other: "12 hours a day, that is 84 hours a week"."""
    for one, other in pairwise(read.items):
        times = _TIMES_IN.get((one.per, other.per))
        if times is None or one.unit.kind != other.unit.kind or other.sentence - one.sentence > 1:
            continue
        gap = read.gap_between(one, other)
        is_told = read_statement_cues().so.search(gap) or read_sense_cues().says_total.search(gap)
        if not is_told and not read_sense_cues().says_so.search(other.before):
            continue
        if _has_other_rate(one, read):
            continue  # "eight hours a day and on Saturday four, 44 hours a week"
        inside = _find_inside(one)
        fits = Interval(inside.low * times[0], inside.high * times[1]).meets(other.figure.make_loose_interval())
        words = Sentence(
            "%(one)s a %(per)s are %(right)s a %(longer)s, said were %(other)s",
            one=one.figure.print_value(),
            per=one.per,
            right=other.figure.print_value(one.figure.value * times[1]),
            longer=other.per,
            other=other.figure.print_value(),
        )
        yield Outcome(fits, Finding("product", read.sentence_text(one.sentence), words), read.places_of(one, other))


def _has_other_rate(rate: Item, read: ReadStatement) -> bool:
    around = (one for one in read.items_of_sentence(rate.sentence) if one is not rate)
    return any(one.per == rate.per and one.unit.kind == rate.unit.kind for one in around)


def _is_usable_rate(item: Item) -> bool:
    is_amount = item.unit not in (PERCENT, POINTS, TIMES) and item.figure.bound != "under"
    if _OF_WORK.match(item.after) or _is_rate_of_two(item) or _EXTRA.search(item.before):
        return False
    return bool(item.per) and not item.is_peak and item.role != "base" and is_amount


def _find_inside(rate: Item) -> Interval:
    """Return what a rate may be: so few things as "two containers" are counted, and not rounded."""
    is_counted = rate.unit.kind.startswith("count:") and rate.figure.scale == 1 and rate.figure.value <= _FEW
    is_exact = is_counted and not rate.figure.bound and not rate.figure.is_range
    if (
        len(rate.unit.kind) == _CURRENCY
        and rate.unit.kind.isupper()
        and not read_sense_cues().says_mean.search(rate.before)
    ):
        return rate.figure.make_interval()  # a price is told as it is, a mean is rounded
    return Interval(rate.figure.value, rate.figure.value) if is_exact else rate.figure.make_loose_interval()


def _is_rate_of_two(item: Item) -> bool:
    """ "Each day 35 dollars a container": what it makes depends on days and on containers."""
    rates = read_statement_cues().rates
    behind, before = rates.find_unit(item.after, ""), rates.find_unit("", item.before)
    return bool(behind and before) and behind != before


def _find_total(rate: Item, read: ReadStatement) -> Item | None:
    """Return the amount nearest to a rate, in its sentence or the one beside it, that may be its total."""
    fitting = [
        item
        for item in read.items
        if item is not rate
        and not item.per
        and _are_of_one_kind(item, rate)
        and item.role in ("", "result", "delta")
        and not _is_span_of(item, rate)
        and not read_statement_cues().of_which.search(find_last_clause(item))
        and abs(item.sentence - rate.sentence) <= 1
        and item.figure.value > rate.figure.value
        and not _is_of_peak_day(item, rate, read)
        and not read_sense_cues().one_more.search(item.before)
        and not read_statement_cues().planned.search(item.before)
        and not _IN_THE_MEAN.match(item.after)
        and not read_sense_cues().says_difference.search(find_last_clause(item))
        and not read_sense_cues().says_difference_behind.match(item.after)
        and (item.sentence == rate.sentence or _may_be_total_of(rate, item, read))
    ]
    return min(fitting, key=lambda item: _distance(item, rate)) if fitting else None


def _is_span_of(item: Item, rate: Item) -> bool:
    """ "Five days with six hours a day": the days are what the hours are counted for, and no total of them."""
    return item.unit.kind == "time" and rate.per in HOURS and item.figure.scale >= HOURS[rate.per]


def _are_of_one_kind(item: Item, rate: Item) -> bool:
    """Say whether both count the same; a train makes a trip."""
    return item.unit.kind == rate.unit.kind or {item.unit.kind, rate.unit.kind} <= _RUNS


def _distance(item: Item, rate: Item) -> tuple[bool, int]:
    """Return how far an amount is from a rate: what stands in its sentence is nearer than what stands in another."""
    return item.sentence != rate.sentence, abs(item.figure.start - rate.figure.start)


def _has_nearer_rate(rate: Item, total: Item, read: ReadStatement) -> bool:
    """ "13.1 from 250,000 tonnes, or 5,240 a tonne. The year before | 3,430 a tonne": another rate stands with the total."""
    return rate.sentence != total.sentence and any(
        one is not rate and one.per == rate.per and one.unit.kind == rate.unit.kind
        for one in read.items_of_sentence(total.sentence)
    )


def _is_level(rate: Item, total: Item, count: Interval) -> bool:
    """ "From 310 to 260 a day in July, and to 295 in August": so little more than a rate is another rate, and no total."""
    return not total.is_total and count.low >= _MANY and total.figure.value < 2 * rate.figure.value


def _is_added(product: Interval, total: Item, read: ReadStatement) -> bool:
    """ "Two ships of 2,400 TEU each raise the capacity from 7,200 to 12,000": what they make is what is added."""
    base = next((one for one in read.items_of_sentence(total.sentence) if one.role == "base"), None)
    if base is None or total.role != "result" or base.unit.kind != total.unit.kind:
        return False
    first, last = base.figure.make_interval(), total.figure.make_interval()
    return product.meets(Interval(last.low - first.high, last.high - first.low))


def _is_of_peak_day(item: Item, rate: Item, read: ReadStatement) -> bool:
    """ "1,240 a day in July. The peak was on 12 July with 1,685": what one day brought is no total of days."""
    lead = read.text[read.sentences[item.sentence][0] : item.figure.start]
    return item.sentence != rate.sentence and bool(read_statement_cues().peak.search(lead))


def _may_be_total_of(rate: Item, total: Item, read: ReadStatement) -> bool:
    """Say whether the amount of another sentence may be a rate's total: "that is ...", or it is about the same thing."""
    if read_statement_cues().so.search(total.before) or "." not in (
        read.gap_between(*sorted((rate, total), key=_place))
    ):
        return True
    is_price = total.sentence > rate.sentence or read_statement_cues().average.search(rate.before)
    if is_price and _stands_with_count(total, rate, read):
        return True
    return may_be_compared(read_subject(total, read), read_subject(rate, read))


def _stands_with_count(total: Item, rate: Item, read: ReadStatement) -> bool:
    """ "1.4 bn dollars from 210,000 tonnes. The average price was 6,670 dollars a tonne": both stand in one sentence, alone."""
    beside = [one for one in read.items_of_sentence(total.sentence) if one is not total]
    is_alone = len(beside) == 1 and counts_rated_things(beside[0], rate.per)
    is_first = total.sentence < rate.sentence
    return is_alone and (is_first or bool(read_sense_cues().takes_in.search(find_last_clause(total))))


def _place(item: Item) -> int:
    return item.figure.start


def _has_several_totals(rate: Item, read: ReadStatement) -> bool:
    """Say whether more than one amount of the unit stands around a rate, so that nobody knows which is its total."""
    told = (item for item in read.items if not item.per and not item.is_peak and item.figure.start < rate.figure.start)
    around = [item for item in told if abs(item.sentence - rate.sentence) <= 1]
    return sum(item.unit.kind == rate.unit.kind for item in around) > 1


def _print_count(count: Interval, per: str) -> str:
    least, most = f"{count.low:,.0f}", f"{count.high:,.0f}"
    numbers = least if least == most else f"{least} to {most}"
    return f"{numbers} {make_plural(per)}"
