"""Where those who told of one journey contradict each other, a plan for it holds what all of them said."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from landsea_core.planner.network.days import count_minute
from landsea_core.planner.network.itinerary import Itinerary
from landsea_core.planner.network.journey_hours import find_chance_within
from landsea_core.planner.network.model import LINE, TRUCK
from landsea_core.planner.network.place_rows import Hours
from landsea_core.planner.network.planning import Plan
from landsea_core.planner.network.told_journeys import ToldJourney

APART = 1.5
"""Two sources contradict each other when one says so many times the hours of the other."""


class ToldRange(NamedTuple):
    """The least and the most hours that contradicting sources said of one journey by some modes, from door to door or not."""

    modes: frozenset[str]
    doors: bool
    low: float
    high: float


def find_contradictions(told: Iterable[ToldJourney]) -> list[ToldRange]:
    """Return where sources contradict each other, by modes: one says five hours, one two days. The widest comes first."""
    groups: dict[tuple[frozenset[str], bool], list[ToldJourney]] = {}
    for one in told:
        groups.setdefault((one.modes, one.doors), []).append(one)
    found = [
        ToldRange(*ends, min(one.low for one in group), max(one.high for one in group))
        for ends, group in groups.items()
        if max(one.low for one in group) >= APART * min(one.high for one in group)
    ]
    return sorted(found, key=lambda one: one.low / one.high)


def widen_by_contradictions(plan: Plan, told: Iterable[ToldJourney]) -> Plan:
    """Return the plan with the hours of each way reaching as far as contradicting sources said of such a way, and how surely
    it is on time by these hours.
    """
    ranges = [one for one in find_contradictions(told) if one.doors == plan.question.doors]
    if not ranges:
        return plan
    latest = count_minute(plan.question.latest) if plan.question.latest else None
    return replace(plan, itineraries=tuple(_widen(one, ranges, latest) for one in plan.itineraries))


def _widen(one: Itinerary, ranges: Sequence[ToldRange], latest: int | None) -> Itinerary:
    ridden = frozenset(leg.service.mode for leg in one.legs if leg.service.kind in {LINE, TRUCK})
    for told in ranges:
        if told.modes == ridden:
            hours = one.hours
            wider = Hours(min(hours.low, told.low), hours.typical, max(hours.p90, told.high))
            return replace(one, hours=wider, on_time=one.on_time * _change_of_chance(one, wider, latest))
    return one


def _change_of_chance(one: Itinerary, wider: Hours, latest: int | None) -> float:
    """Return how many times as likely the latest arrival is kept with wider hours; 1 where none was asked for."""
    if latest is None:
        return 1.0
    within = (latest - one.depart) / 60
    before = find_chance_within(one.hours, within)
    return find_chance_within(wider, within) / before if before else 1.0
