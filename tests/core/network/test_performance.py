"""What trips come to, on small examples that can be reckoned by hand."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from landsea_core.planner.network.corridor_indicators import compute_indicators
from landsea_core.planner.network.load import load_corridor
from landsea_core.planner.network.performance import measure_borders, measure_legs
from landsea_core.planner.network.time_distance import draw_picture, draw_time_distance
from landsea_core.planner.network.trip_events import TripEvent
from landsea_core.planner.network.trip_samples import TripFacts
from landsea_core.planner.network.voices import sort_by_standing

CORRIDOR = load_corridor(Path(__file__).resolve().parents[3] / "data" / "reference")
START = datetime(2026, 10, 1, tzinfo=UTC)
DAY = date(2026, 10, 20)


def trip(hours: float = 20, wait: float = 6, cost: float | None = None, sender: str = "anna") -> TripFacts:
    """Nanning to Hanoi by way of Friendship Pass, logged by somebody of the chamber."""
    told = (("CNNNG", "departed", 0.0), ("CNYYG", "border_in", 4.0), ("CNYYG", "border_out", 4 + wait))
    found = [TripEvent("t", place, what, START + timedelta(hours=at)) for place, what, at in told]
    found.append(TripEvent("t", "VNHAN", "arrived", START + timedelta(hours=hours)))
    return TripFacts("road", tuple(found), cost, sender=sender, house="chamber" if sender else "")


def test_legs_stand_beside_what_is_said() -> None:
    """The stretch is found as one leg, with the line that is on record for it."""
    trips = [trip(hours) for hours in (18, 19, 20, 21, 30)]
    (figure,) = measure_legs(CORRIDOR, sort_by_standing(CORRIDOR, trips, DAY))
    sample = figure.hours.sample
    assert (figure.origin, figure.destination, sample.median, sample.p90) == ("CNNNG", "VNHAN", 20, 30)
    assert (sample.n, sample.senders, sample.houses) == (5, 1, 1) and not figure.feeds_plans
    assert (figure.service, figure.said) == ("D009", 13.3)


def test_trips_without_a_name_and_those_that_are_held_stand_apart() -> None:
    """Each group has its own figures; what is held or left out only a number."""
    trips = [trip(20)] * 5 + [trip(30, sender="")] * 6 + [trip(99)] * 2 + [replace(trip(20), ruling="left_out")]
    (figure,) = measure_legs(CORRIDOR, sort_by_standing(CORRIDOR, trips, DAY))
    assert (figure.hours.sample.n, figure.hours.sample.median, figure.hours.sample.p90) == (5, 20, 20)
    assert (figure.hours.nameless.n, figure.hours.nameless.median) == (6, 30)
    assert (figure.hours.held, figure.hours.left_out) == (2, 1)
    post = measure_borders(sort_by_standing(CORRIDOR, trips, DAY))["CNYYG"]
    assert (post.sample.n, post.nameless.n, post.held, post.left_out) == (5, 6, 2, 1)


def test_the_four_indicators() -> None:
    """Hours at the border, dollars for 500 km, speed without and with the border."""
    found = compute_indicators(CORRIDOR, [trip(cost=900)] * 5)
    km = draw_time_distance(CORRIDOR, trip())[-1].km
    assert found.border_hours.median == 6
    assert found.cost_per_section == pytest.approx(900 / km * 500)
    assert found.speed_all == pytest.approx(km / 20)
    assert found.speed_moving == pytest.approx(km / 14)
    assert compute_indicators(CORRIDOR, [trip(cost=900)] * 4).speed_all is None


def test_borders_and_the_time_distance_picture() -> None:
    """At a border time passes and no way is made."""
    assert measure_borders(sort_by_standing(CORRIDOR, [trip()] * 5, DAY))["CNYYG"].sample.median == 6
    steps = draw_time_distance(CORRIDOR, trip())
    assert [step.hours for step in steps] == [0, 4, 10, 20]
    assert steps[1].km == steps[2].km < steps[3].km


def test_nothing_comes_of_nothing() -> None:
    """No trips, trips without an end, trips that never moved."""
    lone = TripFacts("road", (TripEvent("t", "CNNNG", "departed", START),))
    told = sort_by_standing(CORRIDOR, [lone], DAY)
    assert measure_legs(CORRIDOR, told) == [] and measure_borders(told) == {}
    assert compute_indicators(CORRIDOR, [lone] * 9).speed_all is None


def test_the_picture_of_many_trips() -> None:
    """Points that five trips passed, each with the median hours since leaving; the border stands still in kilometres."""
    found = draw_picture(
        CORRIDOR, [trip(hours, wait=6, cost=900) for hours in (18, 19, 20, 21, 30)], ("CNNNG", "VNHAN", "road")
    )
    assert [(one.place, one.what) for one in found.points] == [
        ("CNNNG", "departed"),
        ("CNYYG", "border_in"),
        ("CNYYG", "border_out"),
        ("VNHAN", "arrived"),
    ]
    assert [one.hours.median for one in found.points] == [0, 4, 10, 20]
    assert found.points[-1].hours.p90 == 30 and found.cost.median == 900
    assert found.points[1].km == found.points[2].km < found.points[3].km


def test_the_picture_of_few_trips_is_hidden() -> None:
    """Four trips, trips by another mode, or points that only some passed, show nothing."""
    stretch = ("CNNNG", "VNHAN", "road")
    assert draw_picture(CORRIDOR, [trip()] * 4, stretch) is None
    assert draw_picture(CORRIDOR, [trip()] * 9, ("CNNNG", "VNHAN", "rail")) is None
    plain = TripFacts("road", (trip().milestones[0], trip().milestones[-1]))
    found = draw_picture(CORRIDOR, [plain] * 4 + [trip()], stretch)
    assert [one.place for one in found.points] == ["CNNNG", "VNHAN"], "one trip's border hours stay hidden"
