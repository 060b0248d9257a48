"""Beginning, end and growth: do the percentage, the difference or the multiple fit the two figures?

Which figures belong together is decided in `changes`; here it is only computed, with intervals for rounded figures.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from landsea_core.figures.cues.statement_cues import statement_cues
from landsea_core.figures.quantities import Interval, print_percent
from landsea_core.figures.statement.changes import Change, changes
from landsea_core.figures.statement.completing import yearly_mismatch
from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.figures.statement.items import Item, Read
from landsea_core.figures.statement.multiples import in_a_word, multiple
from landsea_core.sentences import Sentence
from landsea_core.text.units.unit import HOURS_A_YEAR, PERCENT, PLAIN

ROUNDING = 1.2
"""How much wider than its last digit a percentage is taken: some are cut off and not rounded."""


def check_growth(read: Read) -> Iterator[Outcome]:
    """Yield the outcome for each change whose parts are enough to compute with."""
    for change in changes(read):
        base, result = change.item("base", read.items), change.item("result", read.items)
        for role, test in (("growth", _growth), ("points", _points), ("multiple", multiple), ("delta", _delta)):
            said = change.item(role, read.items)
            if said is None or (role in ("points", "multiple") and not (base and result)):
                continue
            outcome = test(base, result, said, change, read)
            if outcome:
                yield replace(outcome, items=frozenset(change.parts.values()))
        if base and result and change.word:
            yield replace(in_a_word(base, result, change.word, read), items=frozenset(change.parts.values()))
        if base and result and not {"growth", "delta", "points", "multiple"} & set(change.parts) and not change.word:
            yield replace(_way(base, result, read), items=frozenset(change.parts.values()))


def _bounds(base: Interval, result: Interval) -> Interval | None:
    """Return the growth in percent between two intervals; None where the beginning may be nothing."""
    if base.low <= 0:
        return None
    return Interval((result.low / base.high - 1) * 100, (result.high / base.low - 1) * 100)


def _said(item: Item) -> Interval:
    inside = item.figure.make_interval(ROUNDING)
    return inside if item.sign > 0 else inside.scale(-1)


def _signed(item: Item) -> float:
    return item.figure.value * item.sign


def _growth(base: Item | None, result: Item | None, said: Item, change: Change, read: Read) -> Outcome | None:  # noqa: PLR0911 - a ladder of readings, the first that fits
    delta = change.item("delta", read.items)
    if delta is not None and (base is None) != (result is None) and _is_about_one_thing(delta, said, read):
        return _growth_with_delta(base, result, delta, said, read)
    if base is None or result is None or statement_cues().each_year.search(said.before[-40:] + said.after[:20]):
        return _growth_each_year(base, result, said, read) if base and result else None
    if said.unit != PERCENT or yearly_mismatch(said, base, result):
        return None
    spread = _bounds(base.figure.make_interval(), result.figure.make_interval())
    if spread is None:
        return None
    text = read.sentence_text(result.sentence)
    decimals = max(1, said.figure.decimals)
    right = (result.figure.value / base.figure.value - 1) * 100
    if spread.meets(_said(said)):
        words = Sentence(
            "from %(base)s to %(result)s is %(right)s, as said",
            base=base.figure.print_value(),
            result=result.figure.print_value(),
            right=print_percent(_signed(said), said.figure.decimals),
        )
        return Outcome(True, Finding("growth", text, words))
    if base.unit == PERCENT and not _is_about_one_thing(result, said, read):
        return None
    if base.unit == PERCENT:
        words = Sentence(
            "from %(base)s to %(result)s is %(points)s percentage points or %(right)s, not %(said)s",
            base=base.figure.print_value(),
            result=result.figure.print_value(),
            right=print_percent(right, decimals),
            points=print_percent(result.figure.value - base.figure.value, decimals).removesuffix(" %"),
            said=print_percent(_signed(said), said.figure.decimals),
        )
        return Outcome(False, Finding("growth", text, words))
    start = result.figure.value / (1 + _signed(said) / 100) if _signed(said) > -100 else 0.0
    words = Sentence(
        "from %(base)s to %(result)s is %(right)s, not %(said)s; %(said)s would start from %(start)s",
        base=_short(base, result),
        result=result.figure.print_value(),
        right=print_percent(right, decimals),
        said=print_percent(_signed(said), said.figure.decimals),
        start=result.figure.print_value(start),
    )
    return Outcome(False, Finding("growth", text, words))


def _short(base: Item, result: Item) -> str:
    """The beginning as words, without a unit that the end repeats."""
    words = base.figure.print_value()
    return words.removesuffix(f" {result.figure.words}") if base.figure.words == result.figure.words else words


def _years_named(said: Item, read: Read) -> float:
    """Return over how many years a growth runs, said in its sentence as a length ("over three years", 三年来); 0 for none."""
    start, end = read.sentences[said.sentence]
    for item in read.items:
        if item.sentence == said.sentence and item.unit.kind == "time" and item.figure.scale >= HOURS_A_YEAR:
            around = read.text[max(start, item.figure.start - 16) : min(end, item.figure.end + 4)]
            if statement_cues().over_years.search(around):
                return round(item.figure.value / item.figure.scale, 2)
    return 0


def _growth_each_year(base: Item, result: Item, said: Item, read: Read) -> Outcome | None:
    """An average growth a year: compound it over the years between the two periods, or over those that are named."""
    if base.unit == PERCENT:
        return None
    between = base.period and result.period
    years = (result.period.first - base.period.first) / 12 if between else _years_named(said, read)
    if years <= 0 or base.figure.value <= 0:
        return None
    right = ((result.figure.value / base.figure.value) ** (1 / years) - 1) * 100
    fits = abs(right - _signed(said)) <= said.figure.step + 0.1
    words = Sentence(
        "from %(base)s to %(result)s in %(years)s years is %(right)s a year, said was %(said)s",
        base=_short(base, result),
        result=result.figure.print_value(),
        years=f"{years:g}",
        right=print_percent(right),
        said=print_percent(_signed(said), said.figure.decimals),
    )
    return Outcome(fits, Finding("growth_each_year", read.sentence_text(result.sentence), words))


def _is_about_one_thing(delta: Item, said: Item, read: Read) -> bool:
    """Say whether only joining words stand between a difference and a percentage; "saves 5 days, costs fall 20 %" is two."""
    first, second = sorted((delta.figure, said.figure), key=lambda figure: figure.start)
    between = read.text[first.end : second.start]
    for item in read.items:
        if first.end <= item.figure.start and item.figure.end <= second.start:
            between = between.replace(item.figure.text, " ")
    return all(
        word.lower() in statement_cues().joining
        for word in re.findall(r"[a-z]+|[\u4e00-\u9fff]", between, re.IGNORECASE)
    )


def _growth_with_delta(base: Item | None, result: Item | None, delta: Item, said: Item, read: Read) -> Outcome:
    """A difference and one end give the other end, and so the percentage."""
    step = delta.figure.value * delta.sign
    begin = base.figure.value if base else result.figure.value - step
    end = result.figure.value if result else begin + step
    inside = (base or result).figure.make_interval()
    change = delta.figure.make_interval().scale(delta.sign)
    first = inside if base else Interval(inside.low - change.high, inside.high - change.low)
    last = inside if result else Interval(inside.low + change.low, inside.high + change.high)
    spread = _bounds(first, last)
    anchor = (base or result).figure
    words = Sentence(
        "%(delta)s on %(base)s is %(right)s, said was %(said)s",
        delta=delta.figure.print_value(),
        base=anchor.print_value(begin),
        right=print_percent((end / begin - 1) * 100 if begin else 0.0),
        said=print_percent(_signed(said), said.figure.decimals),
    )
    fits = spread is not None and spread.meets(_said(said))
    return Outcome(fits, Finding("growth", read.sentence_text(said.sentence), words))


def _delta(base: Item | None, result: Item | None, said: Item, change: Change, read: Read) -> Outcome | None:
    if base is None or result is None or base.unit.kind != said.unit.kind:
        return None
    inside, first, last = said.figure.make_interval(), base.figure.make_interval(), result.figure.make_interval()
    if said.sign < 0:
        right = Interval(first.low - last.high, first.high - last.low)
        shown = (base.figure.high - result.figure.high, base.figure.low - result.figure.low)
    else:
        right = Interval(last.low - first.high, last.high - first.low)
        shown = (result.figure.low - base.figure.low, result.figure.high - base.figure.high)
    low, high = min(shown), max(shown)
    words = Sentence(
        "between %(base)s and %(result)s lies %(right)s, said was %(said)s",
        base=_short(base, result),
        result=result.figure.print_value(),
        said=said.figure.print_value(),
        right=result.figure.print_value(low)
        if low == high
        else f"{result.figure.print_value(low)} to {result.figure.print_value(high)}",
    )
    return Outcome(inside.meets(right), Finding("difference", read.sentence_text(said.sentence), words))


def _points(base: Item, result: Item, said: Item, change: Change, read: Read) -> Outcome | None:
    if base.unit != PERCENT:
        return None
    right = (result.figure.value - base.figure.value) * (1 if said.sign > 0 else -1)
    room = (base.figure.step + result.figure.step + said.figure.step) / 2 + 1e-9
    words = Sentence(
        "from %(base)s to %(result)s is %(right)s percentage points, said were %(said)s",
        base=base.figure.print_value(),
        result=result.figure.print_value(),
        right=f"{right:g}"[:6],
        said=f"{said.figure.value:g}",
    )
    return Outcome(abs(right - said.figure.value) <= room, Finding("points", read.sentence_text(said.sentence), words))


def _way(base: Item, result: Item, read: Read) -> Outcome:
    """A rise that falls, or a fall that rises; without either word there is only a change, understood."""
    lead = base.before[-60:]
    if base.figure.start > result.figure.start:
        lead = result.before[-60:] + lead
    rises, falls = statement_cues().up.search(lead), statement_cues().down.search(lead)
    wrong = (
        base.unit.kind == result.unit.kind
        and base.unit != PLAIN
        and (
            rises
            and not falls
            and result.figure.make_interval().high < base.figure.make_interval().low
            or falls
            and not rises
            and result.figure.make_interval().low > base.figure.make_interval().high
        )
    )
    words = Sentence("from %(base)s to %(result)s", base=base.figure.print_value(), result=result.figure.print_value())
    if wrong:
        words = Sentence(
            "from %(base)s to %(result)s is a %(is_)s, not a %(said)s",
            base=base.figure.print_value(),
            result=result.figure.print_value(),
            is_="fall" if rises else "rise",
            said="rise" if rises else "fall",
        )
    return Outcome(not wrong, Finding("direction" if wrong else "change", read.sentence_text(result.sentence), words))
