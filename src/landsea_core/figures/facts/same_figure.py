"""One thing, two figures, in two rows of one subject, metric and period."""

from collections.abc import Iterator
from itertools import combinations

from landsea_core.figures.cues.fact_cues import read_fact_cues
from landsea_core.figures.facts.claim import Claim
from landsea_core.figures.facts.contradiction import Contradiction, ask_one_thing, group_by_subject, list_ids
from landsea_core.sentences import Sentence

TOLERANCE = {"length": 0.02, "time": 0.5}
"""Distances are measured in more ways than one, travel times differ from train to train: parts of the value."""
FIXED = ("length",)
"""What does not change with the months: two figures without a period are about the same thing."""


def check_same_figure(claims: list[Claim]) -> Iterator[Contradiction]:
    """Yield pairs of rows that give one figure twice with nothing in common."""
    for group in group_by_subject(claims):
        for one, other in combinations(group, 2):
            if one.fact.id == other.fact.id or not ask_one_thing(one, other) or one.kind == "percent":
                continue
            if not (one.is_planned or other.is_planned) and _are_of_one_time(one, other) and _differ(one, other):
                yield Contradiction(list_ids(one, other), "same_figure", _say_both(one, other))


def _are_of_one_time(one: Claim, other: Claim) -> bool:
    if one.period and other.period:
        return one.period.is_same(other.period) and one.period.day == other.period.day
    if one.period or other.period or one.order or other.order:
        return False
    is_same_row = bool(one.fact.date) and one.fact.date == other.fact.date and one.fact.metric == other.fact.metric
    return one.kind in FIXED or is_same_row


def _differ(one: Claim, other: Claim) -> bool:
    if _is_best_case(one) != _is_best_case(other):
        return False
    slack = TOLERANCE.get(one.kind, 0.0) * max(abs(one.figure.value), abs(other.figure.value))
    return not one.make_interval().meets(other.make_interval(), slack)


def _is_best_case(claim: Claim) -> bool:
    return bool(read_fact_cues().best_case.search(f"{claim.metric} {claim.text}"))


def _say_both(one: Claim, other: Claim) -> Sentence:
    return Sentence(
        "%(subject)s: %(one)s and %(other)s are both given for the same thing%(period)s",
        subject=one.subject,
        one=one.print_value(),
        other=other.print_value(),
        period=f" in {one.period}" if one.period else "",
    )
