"""One row that gives two readings of one figure: "(also ...)", "A or B", two speakers, two figures side by side."""

import re
from collections.abc import Iterable, Iterator
from itertools import combinations

from landsea_core.figures.cues.fact_cues import read_fact_cues
from landsea_core.figures.facts.claim import Claim
from landsea_core.figures.facts.claims import read_claims
from landsea_core.figures.facts.contradiction import Contradiction, group_by_row
from landsea_core.figures.facts.fact import Fact
from landsea_core.figures.facts.speakers import find_speakers
from landsea_core.figures.quantities import Interval, Quantity, find_quantities, normalize_statement
from landsea_core.sentences import Sentence
from landsea_core.text.periods import find_periods

Readings = Iterator[tuple[str, str]]
_LENGTH_SLACK = 0.02
_NOTES_WITHOUT_OR = re.compile(r"\((?![^()]*\bor\b)[^()]*\)")
_ASKS_FOR_TWO = re.compile(r"\b(?:vs|or|versus)\b|/")
_OR = re.compile(r"\bor\b")
_CAPACITY = "capacity"


def check_readings_of_rows(claims: list[Claim]) -> Iterator[Contradiction]:
    """Yield rows that give two readings of one figure."""
    tests = (_find_in_notes, find_speakers, _find_relations, _find_side_by_side)
    for row in group_by_row(claims):
        found = next((pair for test in tests for pair in test(row)), None)
        if found:
            yield _make_contradiction(row[0].fact, row[0].subject, *found)


def check_alternatives(facts: Iterable[Fact]) -> Iterator[Contradiction]:
    """Yield rows whose value says "A or B" or "A vs B" of one unit, years included, where the metric asks for one thing."""
    for fact in facts:
        if _ASKS_FOR_TWO.search(fact.metric) and not _OR.search(fact.value):
            continue
        match = read_fact_cues().alternative.search(normalize_statement(_NOTES_WITHOUT_OR.sub(" ", fact.value)))
        if match and match["one"] != match["other"] and not _is_of_capacity(fact):
            yield _make_contradiction(fact, fact.subject, match["one"].rstrip(",."), match["other"].rstrip(",."))


def _make_contradiction(fact: Fact, subject: str, one: str, other: str) -> Contradiction:
    words = Sentence(
        "%(subject)s: %(one)s and %(other)s are both given for the same thing", subject=subject, one=one, other=other
    )
    return Contradiction((fact.id,), "two_readings", words)


def _is_of_capacity(fact: Fact) -> bool:
    """Say whether a row sets a figure against a capacity or a plan, which is another rule's."""
    return _CAPACITY in fact.value.lower() or any(claim.is_planned for claim in read_claims(fact))


def _find_in_notes(row: list[Claim]) -> Readings:
    """A note that gives the same figure again: "518 (also '523')", "72 h (operator later: '2.5 days')"."""
    for claim in row:
        if not read_fact_cues().other_reading.search(claim.notes):
            continue
        readings = find_quantities(normalize_statement(claim.notes.replace("'", " ")), find_periods(claim.notes))
        group = [other for other in row if other.group == claim.group]
        for at, reading in enumerate(readings[: max(len(group), 2)]):
            target = group[min(at, len(group) - 1)] if "/" in claim.notes else claim
            if not _agrees(target, reading):
                yield target.print_value(), reading.text


def _agrees(claim: Claim, reading: Quantity) -> bool:
    span = reading.make_interval()
    if reading.unit.kind != claim.kind:
        if reading.unit.is_known:
            return True
        span = Interval(reading.low, reading.high) if reading.bound == "" else span
        span = span.scale(claim.figure.scale)
    slack = _LENGTH_SLACK * abs(claim.figure.value) if claim.kind == "length" else 0.0
    return claim.make_interval().meets(span, slack)


def _find_relations(row: list[Claim]) -> Readings:
    """A relation (saving, discount, price against road) does not depend on the month in which somebody claims it."""
    about = [claim for claim in row if claim.kind == "percent" and _is_relation(claim) and claim.order == 0]
    for one, other in combinations(about, 2):
        if one.metric == other.metric and not one.make_interval().meets(other.make_interval()):
            yield one.print_value(), other.print_value()


def _find_side_by_side(row: list[Claim]) -> Readings:
    """One thing asked, two figures given without months or names: "100,000 in customs count; 130,000 in railway count"."""
    first = [claim for claim in row if claim.order == 0]
    if len(first) != 2 or not all(map(_is_plain, first)):
        return
    one, other = first
    if one.group == other.group or one.metric != other.metric or one.kind != other.kind or one.kind == "plain":
        return
    if not one.make_interval().meets(other.make_interval()):
        yield one.print_value(), other.print_value()


def _is_plain(claim: Claim) -> bool:
    is_qualified = claim.notes or claim.dated or claim.is_planned or _is_relation(claim)
    return claim.aligned and not is_qualified and _CAPACITY not in claim.fact.value


def _is_relation(claim: Claim) -> bool:
    return bool(read_fact_cues().relation.search(claim.metric))
