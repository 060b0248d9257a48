"""How many days, months, trains or kilometres there are that a rate is given for: said, or the length of the total's period."""

import re
from functools import cache

from landsea_core.figures.cues.cue_words import Cue
from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.quantities import Interval
from landsea_core.figures.quantities.default_words import read_default_figure_words
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.text.plurals import make_plural

_HOURS = {"day": 24.0, "week": 168.0}
_A_MONTH = 730.0
_MONTHS = {"month": 1, "quarter": 3}
_MEASURED = {"km": "length", "tonne": "mass", "teu": "teu"}
"""What is measured by the unit that a rate is for."""
_DAYS_OF_SPANS = (Interval(5, 7), Interval(20, 31), Interval(245, 366))
"""Days of a week, a month, a year, at least those of work."""
_WORKING_DAYS = re.compile(r"(?<![\d.,])(\d{1,3})\s*(?:个)?(?:(?:working|business) days|工作日)", re.IGNORECASE)
_MAKE_TRIPS = ("train", "voyage", "flight", "sailing")
_BOXES = ("boxe", "teu")
_SAME_THINGS = (
    frozenset({"bag", "sack"}),
    frozenset({"box", "boxe", "carton", "crate", "case"}),
    frozenset({"ship", "vessel", "boat"}),
    frozenset({"worker", "employee"}),
    frozenset({"wagon", "coach", "coache", "carriage"}),
)


def find_count(rate: Item, total: Item, read: ReadStatement) -> Interval | None:
    """Return how many there are of what a rate is given for; None where nothing says it."""
    if rate.per == "day" and (days := _read_working_days(rate, total, read)):
        return Interval(days, days)
    if rate.per in _HOURS:
        said = _count_said_lengths(rate, total, read) or _count_days_of_period(rate, total)
        return said or _count_days_of_span(rate, total, read)
    period = total.period or rate.period
    if rate.per in _MONTHS:
        length = _MONTHS[rate.per]
        if period and period.months > length:
            return Interval(period.months / length, period.months / length)
        return _count_said_months(rate, total, length, read)
    counted = [
        item
        for item in read.items
        if item is not total
        and (not item.per or item.per not in (rate.per, *_HOURS, *_MONTHS, "year", "hour"))
        and item.sentence <= max(rate.sentence, total.sentence)
        and counts_rated_things(item, rate.per)
    ]
    if not counted:
        return None
    return min((item.figure.make_interval() for item in counted), key=lambda many: _miss(many, rate, total))


def _read_working_days(rate: Item, total: Item, read: ReadStatement) -> float:
    """ "32 a day on | 20 working days", 20个工作日: days of work that are told; 0 where none are."""
    for number in {rate.sentence, total.sentence}:
        if found := _WORKING_DAYS.search(read.sentence_text(number)):
            return float(found.group(1))
    return 0.0


def _miss(count: Interval, rate: Item, total: Item) -> float:
    """Return how far a count is from what makes the total: where several are told, the one that fits is believed."""
    return abs(rate.figure.value * (count.low + count.high) / 2 - total.figure.value)


def _count_said_lengths(rate: Item, total: Item, read: ReadStatement) -> Interval | None:
    """Return how many days or weeks are said beside a rate: "over 31 days"."""
    hours = _HOURS[rate.per]
    said_lengths = []
    for item in read.items:
        is_near = item.sentence in (rate.sentence, total.sentence) and item not in (rate, total)
        is_length = item.unit.kind == "time" and item.figure.scale >= hours and item.figure.value >= 2 * hours
        is_of_a_span = item.per and any(
            one.unit.kind == "time" and one.figure.scale > item.figure.scale and one.sentence == item.sentence
            for one in read.items
        )  # "12 days a month for two months"
        if is_length and is_near and not is_of_a_span and not read_statement_cues().idle_length.search(item.before):
            said = Interval(item.figure.low, item.figure.high)
            said_lengths.append((item.figure.make_interval() if item.figure.bound else said).scale(1 / hours))
    return min(said_lengths, key=lambda many: _miss(many, rate, total), default=None)


def _count_said_months(rate: Item, total: Item, length: int, read: ReadStatement) -> Interval | None:
    """Return how many months or quarters are said right before a total: "120,000 a month, over a year | 1.44 million"."""
    for item in read.items:
        is_before = item.sentence == total.sentence and item.figure.end <= total.figure.start and item is not rate
        if is_before and item.unit.kind == "time" and item.figure.scale >= _A_MONTH and not item.figure.bound:
            months = round(item.figure.value / _A_MONTH) / length
            return Interval(months, months)
    return None


def _count_days_of_period(rate: Item, total: Item) -> Interval | None:
    period = total.period or rate.period
    if period is None or period.day is not None or total.is_peak:
        return None
    return Interval(*period.days).scale(24.0 / _HOURS[rate.per])


def _count_days_of_span(rate: Item, total: Item, read: ReadStatement) -> Interval | None:
    """ "2,100 lorries came during the week, 450 a day": a week of five to seven days, a month, a year that no figure names."""
    is_mean = read_sense_cues().says_mean.search(rate.before) or read_sense_cues().says_so.search(rate.before)
    if rate.per != "day" or rate.period or total.period or rate.sentence != total.sentence or not is_mean:
        return None
    text = read.sentence_text(total.sentence)
    found = [days for cue, days in zip(_span_cues(), _DAYS_OF_SPANS, strict=True) if cue.search(text)]
    return found[0] if len(found) == 1 else None


def _span_cues() -> tuple[Cue, Cue, Cue]:
    cues = read_statement_cues()
    return cues.in_a_week, cues.in_a_month, cues.in_a_year


@cache
def _kinds_of(per: str) -> frozenset[str]:
    """Return the kinds of unit that the plurals of a word are of: "lorry" counts vehicles."""
    units = read_default_figure_words().units.units
    plural = make_plural(per)
    return frozenset({units[plural].kind} if plural in units else ())


def counts_rated_things(item: Item, per: str) -> bool:
    """Say whether an amount is of what a rate is for."""
    if per in _MEASURED:
        return item.unit.kind == _MEASURED[per]
    if item.unit.kind.startswith("count:") and item.unit.kind in _kinds_of(per):
        return True  # a price "per lorry" is one of vehicles
    if per == "person" and item.unit.kind.removeprefix("count:") in read_statement_cues().counts_people:
        return True
    name = item.unit.kind.removeprefix("count:").rstrip("s")
    if per == "trip" and name in _MAKE_TRIPS:
        return True
    if any({name, per.rstrip("s")} <= some for some in _SAME_THINGS):
        return True
    return name.startswith(per.rstrip("s")) or (per == "container" and name in _BOXES)
