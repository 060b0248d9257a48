"""A statement against the observations held: same subject, same unit, same months, and nothing in common.

A statement that agrees with any of the figures held for its period is left in peace: which of them is right is not its
fault. Subjects are recognised by the words of a series, in English and Chinese.
"""

from collections.abc import Iterator

from landsea_core.figures.observations import Observation, current
from landsea_core.figures.quantities import Interval, find_coarse_step, print_number, print_percent
from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.figures.statement.growth import ROUNDING
from landsea_core.figures.statement.items import Item, Read
from landsea_core.sentences import Sentence
from landsea_core.text.units.unit import PERCENT, POINTS, TIMES

SLACK = 0.01
"""Two sources may be this far apart (as a part of the value) and still mean the same figure."""


def check_held(read: Read, observations: tuple[Observation, ...]) -> Iterator[Outcome]:
    """Yield an outcome for each figure of the statement that an observation held speaks about."""
    held = current(observations)
    for at, item in enumerate(read.items):
        if item.role == "base" and _is_borrowed(item, read):
            continue
        if item.role == "growth" and item.period and not item.compared:
            yield from _growth(at, item, held, read)
        if (
            item.role not in ("", "result", "base")
            or item.per
            or item.unit in (PERCENT, POINTS, TIMES)
            or not item.unit.is_known
        ):
            continue
        same = [
            row for row in held if row.kind == item.unit.kind and _same_period(item, row) and _names(item, row, read)
        ]
        if same:
            yield _compared(at, item, same, read)


def _is_borrowed(base: Item, read: Read) -> bool:
    """ "350,000 in 2025, up 40 % from 250,000": the beginning stands in no period of its own."""
    return any(
        item is not base
        and item.sentence == base.sentence
        and item.period == base.period
        and item.role in ("", "result")
        and item.unit.kind == base.unit.kind
        for item in read.items
    )


def _same_period(item: Item, row: Observation) -> bool:
    return (
        item.period is not None and row.period is not None and item.period.day is None and item.period.same(row.period)
    )


def _names(item: Item, row: Observation, read: Read) -> bool:
    """Say whether the sentence (or the ones before, for the subject) names the series and none of what excludes it."""
    if not row.series.groups:
        return False
    here = read.lower_sentence(item.sentence)
    if any(word.lower() in here for word in row.series.excluded):
        return False
    context = here if item.sentence == 0 else read.lower_sentence(item.sentence - 1) + here
    return all(
        any(word.lower() in (here if at else context) for word in group) for at, group in enumerate(row.series.groups)
    )


def _compared(at: int, item: Item, rows: list[Observation], read: Read) -> Outcome:
    said = item.figure.make_interval()
    slack = SLACK * abs(item.figure.value)
    agreeing = [row for row in rows if said.meets(held_interval(row), slack)]
    row = (agreeing or rows)[0]
    shown = print_number(row.low, 2 if row.low % 1 else 0)
    words = (
        Sentence("%(said)s in %(period)s agrees with what is held: %(held)s %(unit)s (%(grade)s, %(source)s)")
        if agreeing
        else Sentence("%(said)s in %(period)s: held is %(held)s %(unit)s (%(grade)s, %(source)s)")
    ).fill(
        said=item.figure.print_value(),
        period=row.period,
        held=shown,
        unit=row.series.unit,
        grade=row.grade,
        source=row.source,
    )
    return Outcome(bool(agreeing), Finding("held", read.sentence_text(item.sentence), words), frozenset({at}))


def _growth(at: int, item: Item, held: list[Observation], read: Read) -> Iterator[Outcome]:
    """A growth alone, against the growth held for the same months: "trade with ASEAN grew by 12.6 % in 2025"."""
    if any(other.sentence == item.sentence and other.role == "base" for other in read.items):
        return  # measured from a figure that the statement names
    same = [row for row in held if row.growth is not None and _same_period(item, row) and _names(item, row, read)]
    if not same:
        return
    said = item.figure.make_interval(ROUNDING) if item.sign > 0 else item.figure.make_interval(ROUNDING).scale(-1)
    agreeing = [row for row in same if said.low <= row.growth <= said.high]
    row = (agreeing or same)[0]
    words = (
        Sentence("%(said)s in %(period)s agrees with what is held: %(held)s (%(grade)s, %(source)s)")
        if agreeing
        else Sentence("%(said)s in %(period)s: held is %(held)s (%(grade)s, %(source)s)")
    ).fill(
        said=print_percent(item.figure.value * item.sign, item.figure.decimals),
        period=row.period,
        held=print_percent(row.growth),
        grade=row.grade,
        source=row.source,
    )
    yield Outcome(bool(agreeing), Finding("held", read.sentence_text(item.sentence), words), frozenset({at}))


def held_interval(row: Observation) -> Interval:
    """Return what an observation may stand for, in the base of its unit."""
    step = find_coarse_step(row.high) / 2
    low, high = row.low - step, row.high + step
    if row.bound == "over":
        low, high = row.low, row.high + 2 * step
    if row.bound == "about":
        low, high = row.low * 0.95, row.high * 1.05
    return Interval(low, high).scale(row.factor)
