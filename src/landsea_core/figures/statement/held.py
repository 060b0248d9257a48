"""A statement against the observations held: same subject, same unit, same months, and nothing in common.

A statement that agrees with any of the figures held for its period is left in peace: which of them is right is not its
fault. Subjects are recognised by the words of a series, in English and Chinese.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.observations import Observation, drop_revised
from landsea_core.figures.quantities import Interval, find_coarse_step, print_number, print_percent, widen_percentage
from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.figures.statement.item import AMOUNT_ROLES, Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.subjects import find_subject
from landsea_core.sentences import Sentence
from landsea_core.text.units.unit import PERCENT, POINTS, TIMES

_CLAUSE = re.compile("[,，;；]")
SLACK = 0.01
"""Two sources may be this far apart (as a part of the value) and still mean the same figure."""
_ABOUT_LOW, _ABOUT_HIGH = 0.95, 1.05


def check_against_held(read: ReadStatement, observations: tuple[Observation, ...]) -> Iterator[Outcome]:
    """Yield an outcome for each figure of the statement that an observation held speaks about."""
    held = drop_revised(observations)
    for item in read.items:
        if item.role == "base" and _is_borrowed(item, read):
            continue
        same = [row for row in held if _is_same_period(item, row) and _is_about(item, row, read)]
        if item.role == "growth":
            measured = _move_to_its_year(item, read)
            same_growth = [row for row in held if _is_same_period(measured, row) and _is_about(measured, row, read)]
            yield from _compare_growth(item, same_growth, read) if not measured.compared else ()
        if item.role not in AMOUNT_ROLES or item.per or item.unit in (PERCENT, POINTS, TIMES):
            continue
        amounts = [row for row in same if row.kind == item.unit.kind]
        if amounts and item.unit.is_known and not _is_of_a_part(item, amounts[0], read):
            yield _compare_amount(item, amounts, read)


def _move_to_its_year(growth: Item, read: ReadStatement) -> Item:
    """Return "up 27.6 % over 2024" as a growth of 2025, when the sentence names that year; others as they are."""
    since = growth.compared
    if since is None or since.year is None or since.day:
        return growth
    start, end = read.sentences[growth.sentence]
    following = [one for one in read.periods if start <= one.start < end and one.months == since.months]
    year_on = next((one for one in following if one.first - since.first == 12), None)
    return replace(growth, period=year_on, compared=None) if year_on else growth


def _is_borrowed(base: Item, read: ReadStatement) -> bool:
    """ "350,000 in 2025, up 40 % from 250,000": the beginning stands in no period of its own."""
    return any(
        item is not base
        and item.period == base.period
        and item.role in ("", "result")
        and item.unit.kind == base.unit.kind
        for item in read.items_of_sentence(base.sentence)
    )


def _is_same_period(item: Item, row: Observation) -> bool:
    return (
        item.period is not None
        and row.period is not None
        and item.period.day is None
        and item.period.is_same(row.period)
    )


def _is_about(item: Item, row: Observation, read: ReadStatement) -> bool:
    """Say whether the sentence (or the one before, for the subject) names the series and none of what excludes it."""
    if not row.series.groups:
        return False
    here = read.lower_sentence(item.sentence)
    if any(word.lower() in here for word in row.series.excluded):
        return False
    context = here if item.sentence == 0 else read.lower_sentence(item.sentence - 1) + here
    return all(
        any(word.lower() in (here if at else context) for word in group) for at, group in enumerate(row.series.groups)
    )


def _is_of_a_part(item: Item, row: Observation, read: ReadStatement) -> bool:
    """Say whether a figure is of a part of a series: "of which by rail 30 bn", or goods, a way or a place of its own."""
    start = read.sentences[item.sentence][0]
    if read_statement_cues().of_which.search(read.text[start : item.figure.start]):
        return True
    named = " ".join(word for group in row.series.groups for word in group)
    whole, own = find_subject(named), find_subject(_CLAUSE.split(item.before)[-1] + " " + _CLAUSE.split(item.after)[0])
    return any(own.get(part, frozenset()) - whole.get(part, frozenset()) for part in ("place", "goods", "way"))


def _compare_amount(item: Item, rows: list[Observation], read: ReadStatement) -> Outcome:
    said, slack = item.figure.make_interval(), SLACK * abs(item.figure.value)
    agreeing = [row for row in rows if said.meets(_make_held_interval(row), slack)]
    row = (agreeing or rows)[0]
    values = {
        "said": item.figure.print_value(),
        "period": row.period,
        "held": print_number(row.low, 2 if row.low % 1 else 0),
        "unit": row.series.unit,
        "grade": row.grade,
        "source": row.source,
    }
    if agreeing:
        words = Sentence(
            "%(said)s in %(period)s agrees with what is held: %(held)s %(unit)s (%(grade)s, %(source)s)", **values
        )
    else:
        words = Sentence("%(said)s in %(period)s: held is %(held)s %(unit)s (%(grade)s, %(source)s)", **values)
    finding = Finding("held", read.sentence_text(item.sentence), words)
    return Outcome(bool(agreeing), finding, read.places_of(item))


def _compare_growth(item: Item, held: list[Observation], read: ReadStatement) -> Iterator[Outcome]:
    """A growth alone, against the growth held for the same months: "trade with ASEAN grew by 12.6 % in 2025"."""
    if any(other.role == "base" for other in read.items_of_sentence(item.sentence)):
        return  # measured from a figure that the statement names
    said = widen_percentage(item.figure, item.sign)
    rows = [(row, row.growth) for row in held if row.growth is not None]
    agreeing = [(row, growth) for row, growth in rows if said.low <= growth <= said.high]
    for row, growth in (agreeing or rows)[:1]:
        values = {
            "said": print_percent(item.signed_value, item.figure.decimals),
            "period": row.period,
            "held": print_percent(growth),
            "grade": row.grade,
            "source": row.source,
        }
        if agreeing:
            words = Sentence(
                "%(said)s in %(period)s agrees with what is held: %(held)s (%(grade)s, %(source)s)", **values
            )
        else:
            words = Sentence("%(said)s in %(period)s: held is %(held)s (%(grade)s, %(source)s)", **values)
        finding = Finding("held", read.sentence_text(item.sentence), words)
        yield Outcome(bool(agreeing), finding, read.places_of(item))


def _make_held_interval(row: Observation) -> Interval:
    """Return what an observation may stand for, in the base of its unit."""
    step = find_coarse_step(row.high) / 2
    low, high = row.low - step, row.high + step
    if row.bound == "over":
        low, high = row.low, row.high + 2 * step
    if row.bound == "about":
        low, high = row.low * _ABOUT_LOW, row.high * _ABOUT_HIGH
    return Interval(low, high).scale(row.factor)
