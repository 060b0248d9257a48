"""One thing, two figures: between rows of one subject, metric and period, and inside a row that gives two readings."""

import re
from collections.abc import Iterator
from itertools import combinations

from landsea_core.figures.cues.fact_cues import fact_cues
from landsea_core.figures.facts.claim import Claim
from landsea_core.figures.facts.claims import read_claims
from landsea_core.figures.facts.contradiction import Contradiction, by_subject, ids_of
from landsea_core.figures.quantities import Interval, Quantity, find_quantities, normalize_statement
from landsea_core.sentences import Sentence
from landsea_core.text.periods import find_periods

TOLERANCE = {"length": 0.02, "time": 0.5}
"""Distances are measured in more ways than one, travel times differ from train to train: parts of the value."""
FIXED = ("length",)
"""What does not change with the months: two figures without a period are about the same thing."""


def same_figure(claims: list[Claim]) -> Iterator[Contradiction]:
    """Yield pairs of rows that give one figure twice with nothing in common."""
    for group in by_subject(claims).values():
        for one, other in combinations(group, 2):
            if one.fact.id == other.fact.id or one.kind != other.kind or one.label != other.label:
                continue
            if one.is_planned or other.is_planned or one.kind == "percent" or not _one_period(one, other):
                continue
            if _differ(one, other):
                yield Contradiction(ids_of(one, other), "same_figure", _two(one, other))


def _one_period(one: Claim, other: Claim) -> bool:
    if one.period and other.period:
        return one.period.same(other.period) and one.period.day == other.period.day
    if one.period or other.period or one.order or other.order:
        return False
    return one.kind in FIXED or (
        one.fact.date and one.fact.date == other.fact.date and one.fact.metric == other.fact.metric
    )


def _differ(one: Claim, other: Claim) -> bool:
    if _best(one) != _best(other):
        return False
    slack = TOLERANCE.get(one.kind, 0.0) * max(abs(one.figure.value), abs(other.figure.value))
    return not one.make_interval().meets(other.make_interval(), slack)


def _best(claim: Claim) -> bool:
    return bool(fact_cues().best_case.search(f"{claim.metric} {claim.text}"))


def _two(one: Claim, other: Claim):
    period = f" in {one.period}" if one.period else ""
    return Sentence(
        "%(subject)s: %(one)s and %(other)s are both given for the same thing%(period)s",
        subject=one.subject,
        one=one.print_value(),
        other=other.print_value(),
        period=period,
    )


def readings_in_a_row(claims: list[Claim]) -> Iterator[Contradiction]:
    """Yield rows that give two readings of one figure: "(also ...)", "A or B", "A vs B", or two speakers."""
    rows: dict[str, list[Claim]] = {}
    for claim in claims:
        rows.setdefault(claim.fact.id, []).append(claim)
    for row in rows.values():
        found = next((pair for test in (_also, _speakers, _saving, _side_by_side) for pair in test(row)), None)
        if found:
            yield _readings(row[0], *found)


def bare_alternatives(facts) -> Iterator[Contradiction]:
    """Yield rows whose value says "A or B" or "A vs B" of one unit, years included, where the metric asks for one thing."""
    for fact in facts:
        value = normalize_statement(re.sub(r"\((?![^()]*\bor\b)[^()]*\)", " ", fact.value))
        if re.search(r"\b(?:vs|or|versus)\b|/", fact.metric) and not re.search(r"\bor\b", fact.value):
            continue
        match = fact_cues().alternative.search(value)
        if match and match["one"] != match["other"] and not claims_of_capacity(fact):
            yield Contradiction(
                (fact.id,),
                "two_readings",
                Sentence(
                    "%(subject)s: %(one)s and %(other)s are both given for the same thing",
                    subject=fact.subject,
                    one=match["one"].rstrip(",."),
                    other=match["other"].rstrip(",."),
                ),
            )


def claims_of_capacity(fact) -> bool:
    """Rows that set a figure against a capacity are another rule's."""
    return "capacity" in fact.value.lower() or any(claim.is_planned for claim in read_claims(fact))


def _readings(claim: Claim, one: str, other: str) -> Contradiction:
    words = Sentence(
        "%(subject)s: %(one)s and %(other)s are both given for the same thing",
        subject=claim.subject,
        one=one,
        other=other,
    )
    return Contradiction((claim.fact.id,), "two_readings", words)


def _also(row: list[Claim]) -> Iterator[tuple[str, str]]:
    """A note that gives the same figure again: "518 (also '523')", "72 h (operator later: '2.5 days')"."""
    for claim in row:
        if not fact_cues().other_reading.search(claim.notes):
            continue
        readings = find_quantities(normalize_statement(claim.notes.replace("'", " ")), find_periods(claim.notes))
        group = [other for other in row if other.group == claim.group]
        for at, reading in enumerate(readings[: max(len(group), 2)]):
            target = group[min(at, len(group) - 1)] if "/" in claim.notes else claim
            if not _meets(target, reading):
                yield target.print_value(), reading.text


def _meets(claim: Claim, reading: Quantity) -> bool:
    span = reading.make_interval()
    if reading.unit.kind != claim.kind:
        if reading.unit.is_known:
            return True
        span = Interval(reading.low, reading.high) if reading.bound == "" else span
        span = span.scale(claim.figure.scale)
    return claim.make_interval().meets(span, 0.02 * abs(claim.figure.value) if claim.kind == "length" else 0.0)


def _speakers(row: list[Claim]) -> Iterator[tuple[str, str]]:
    """The same steps told by two named sources: "5 -> 14 (Xinhua) ; 3 -> 14 (VNS)"."""
    groups: dict[int, list[Claim]] = {}
    for claim in row:
        groups.setdefault(claim.group, []).append(claim)
    for one, other in combinations(groups.values(), 2):
        named = [group for group in (one, other) if _speaker(group)]
        if len(named) < 2 or one[0].metric != other[0].metric or len(one) != len(other) or one[0].kind != other[0].kind:
            continue
        for first, second in zip(one, other, strict=True):
            periods = {str(claim.period) for claim in (first, second)}
            if len(periods) == 1 and not first.make_interval().meets(second.make_interval()):
                yield f"{first.print_value()} ({_speaker(one)})", f"{second.print_value()} ({_speaker(other)})"


def _speaker(group: list[Claim]) -> str:
    """The name in brackets behind the last figure, when it is no month and no growth."""
    notes = group[-1].notes
    if not notes or find_periods(notes) or "%" in notes or not re.search(r"[A-Za-z\u4e00-\u9fff]{2}", notes):
        return ""
    return notes


def _saving(row: list[Claim]) -> Iterator[tuple[str, str]]:
    """A relation (saving, discount, price against road) does not depend on the month in which somebody claims it."""
    about = [
        claim
        for claim in row
        if claim.kind == "percent" and fact_cues().relation.search(claim.metric) and claim.order == 0
    ]
    for one, other in combinations(about, 2):
        if one.metric == other.metric and not one.make_interval().meets(other.make_interval()):
            yield one.print_value(), other.print_value()


def _side_by_side(row: list[Claim]) -> Iterator[tuple[str, str]]:
    """One thing asked, two figures given without months or names: "100,000 in customs count; 130,000 in railway count"."""
    first = [claim for claim in row if claim.order == 0]
    plain = [
        claim
        for claim in first
        if not (claim.notes or claim.dated or claim.is_planned or fact_cues().relation.search(claim.metric))
    ]
    if len(first) != 2 or len(plain) != 2 or plain[0].group == plain[1].group or plain[0].metric != plain[1].metric:
        return
    one, other = plain
    if (
        not (one.aligned and other.aligned)
        or "capacity" in one.fact.value
        or one.kind != other.kind
        or one.kind == "plain"
    ):
        return
    if not one.make_interval().meets(other.make_interval()):
        yield one.print_value(), other.print_value()
