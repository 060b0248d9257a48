"""Each scenario of scenarios.txt gives the expected answer."""

import re

import pytest

from landsea_core.planner.network.days import find_moment
from landsea_core.planner.network.itinerary import Itinerary
from landsea_core.planner.network.planning import Plan, plan
from landsea_core.planner.network.questions import PlanFault

from .drawing import Scenario, question, room, scenarios

ALL = scenarios()


@pytest.mark.parametrize("scenario", ALL, ids=[scenario.title for scenario in ALL])
def test_scenario(scenario: Scenario) -> None:
    """What is offered, refused or said is what the scenario expects."""
    stands = room(scenario)
    asked = question(stands.corridor, scenario.question)
    fault = found = None
    try:
        found = plan(stands, asked, most=99)
    except PlanFault as said:
        fault = said
    for expected in scenario.expected:
        if expected.startswith("no way"):
            assert fault is not None, f"an answer was given: {_told(stands, found.itineraries[0])}"
            code, _, word = expected.removeprefix("no way: ").partition(", says ")
            assert (fault.code, word in str(fault)) == (code, True), str(fault)
        else:
            assert fault is None, str(fault)
            _holds(stands, found, expected)


def _holds(stands, found: Plan, expected: str) -> None:
    first = found.itineraries[0]
    if match := re.fullmatch(r"refused (\w+)", expected):
        assert any(one.refusal.measure.startswith(match[1]) for one in found.refused)
    elif match := re.fullmatch(r"only (.+)", expected):
        assert sorted({_services(one) for one in found.itineraries}) == sorted(match[1].split(" / "))
    elif match := re.fullmatch(r"never (.+)", expected):
        assert not any(match[1] in {leg.service.mode for leg in one.legs} for one in found.itineraries)
    elif match := re.fullmatch(r"(\d+) to (\d+) h usual", expected):
        assert any(int(match[1]) <= one.hours.typical <= int(match[2]) for one in found.itineraries), [
            round(one.hours.typical) for one in found.itineraries
        ]
    elif match := re.fullmatch(r"cost (\w+)", expected):
        assert {"unknown": first.cost.low is None, "partly": bool(first.cost.unknown and first.cost.low)}[match[1]]
    elif match := re.fullmatch(r"surer: (.+)", expected):
        assert _services(max(found.itineraries, key=lambda one: one.on_time)) == match[1]
    elif " -> " in expected or re.search(r"\d\d:\d\d", expected):
        assert _told(stands, first) == expected
    else:
        assert _services(first) == expected


def _services(one: Itinerary) -> str:
    return " + ".join(leg.service.id for leg in one.legs)


def _told(stands, one: Itinerary) -> str:
    places = stands.corridor.places
    ends = (
        (one.depart, places[one.legs[0].vehicle.origin].zone),
        (one.arrive, places[one.legs[-1].vehicle.destination].zone),
    )
    return f"{_services(one)}: {' -> '.join(f'{find_moment(*end):%d %b %H:%M}' for end in ends)}"


def test_there_are_enough() -> None:
    """The issue asks for at least 25 that a trade officer can read."""
    assert len(ALL) >= 25
