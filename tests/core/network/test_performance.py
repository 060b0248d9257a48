"""What trips come to, on small examples that can be reckoned by hand."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from landsea_core.planner.network.load import load
from landsea_core.planner.network.milestones import Happened
from landsea_core.planner.network.performance import (
    TripFacts,
    borders,
    indicators,
    legs,
    measured,
    sample_of,
)
from landsea_core.planner.network.picture import picture, time_distance

CORRIDOR = load(Path(__file__).resolve().parents[3] / "data" / "reference")
START = datetime(2026, 10, 1, tzinfo=UTC)


def trip(hours: float = 20, wait: float = 6, cost: float | None = None) -> TripFacts:
    """Nanning to Hanoi by way of Friendship Pass."""
    told = (("CNNNG", "departed", 0.0), ("CNYYG", "border_in", 4.0), ("CNYYG", "border_out", 4 + wait))
    found = [Happened("t", place, what, START + timedelta(hours=at)) for place, what, at in told]
    found.append(Happened("t", "VNHAN", "arrived", START + timedelta(hours=hours)))
    return TripFacts("road", tuple(found), cost)


@pytest.mark.parametrize(
    ("hours", "expected"),
    [([1, 2, 3, 4], (4, None, None)), ([5, 1, 2, 4, 3], (5, 3, 5)), (list(range(1, 11)), (10, 5.5, 9))],
)
def test_samples(hours: list[float], expected: tuple) -> None:
    """Hidden below five; the median; the ninth of ten by nearest rank."""
    found = sample_of(hours)
    assert (found.n, found.median, found.p90) == expected


def test_legs_stand_beside_what_is_said() -> None:
    """The stretch is found as one leg, with the line that is on record for it."""
    (figure,) = legs(CORRIDOR, [trip(hours) for hours in (18, 19, 20, 21, 30)])
    assert (figure.origin, figure.destination, figure.sample.median, figure.sample.p90) == ("CNNNG", "VNHAN", 20, 30)
    assert (figure.service, figure.said) == ("D009", 13.3)


def test_the_four_indicators() -> None:
    """Hours at the border, dollars for 500 km, speed without and with the border."""
    found = indicators(CORRIDOR, [trip(cost=900)] * 5)
    km = time_distance(CORRIDOR, trip())[-1].km
    assert found.border_hours.median == 6
    assert found.cost_per_section == pytest.approx(900 / km * 500)
    assert found.speed_all == pytest.approx(km / 20)
    assert found.speed_moving == pytest.approx(km / 14)
    assert indicators(CORRIDOR, [trip(cost=900)] * 4).speed_all is None


def test_borders_and_the_time_distance_picture() -> None:
    """At a border time passes and no way is made."""
    assert borders([trip()] * 5)["CNYYG"].median == 6
    steps = time_distance(CORRIDOR, trip())
    assert [step.hours for step in steps] == [0, 4, 10, 20]
    assert steps[1].km == steps[2].km < steps[3].km


def test_measured_times_take_the_place_of_said_ones() -> None:
    """From five trips on, never before."""
    assert measured(CORRIDOR, [trip()] * 4) == {}
    spread = measured(CORRIDOR, [trip(hours) for hours in (18, 19, 20, 21, 30)])["D009"]
    assert spread.scale == pytest.approx(20 / 13.3)
    assert (spread.low, spread.p90) == (pytest.approx(0.9), pytest.approx(1.5))


def test_nothing_comes_of_nothing() -> None:
    """No trips, trips without an end, trips that never moved."""
    lone = TripFacts("road", (Happened("t", "CNNNG", "departed", START),))
    assert legs(CORRIDOR, [lone]) == [] and borders([lone]) == {}
    assert indicators(CORRIDOR, [lone] * 9).speed_all is None


def test_the_picture_of_many_trips() -> None:
    """Points that five trips passed, each with the median hours since leaving; the border stands still in kilometres."""
    found = picture(
        CORRIDOR, [trip(hours, wait=6, cost=900) for hours in (18, 19, 20, 21, 30)], ("CNNNG", "VNHAN", "road")
    )
    assert [(one.place, one.what) for one in found.points] == [
        ("CNNNG", "departed"), ("CNYYG", "border_in"), ("CNYYG", "border_out"), ("VNHAN", "arrived"),
    ]  # fmt: skip
    assert [one.hours.median for one in found.points] == [0, 4, 10, 20]
    assert found.points[-1].hours.p90 == 30 and found.cost.median == 900
    assert found.points[1].km == found.points[2].km < found.points[3].km


def test_the_picture_of_few_trips_is_hidden() -> None:
    """Four trips, trips by another mode, or points that only some passed, show nothing."""
    stretch = ("CNNNG", "VNHAN", "road")
    assert picture(CORRIDOR, [trip()] * 4, stretch) is None
    assert picture(CORRIDOR, [trip()] * 9, ("CNNNG", "VNHAN", "rail")) is None
    plain = TripFacts("road", (trip().milestones[0], trip().milestones[-1]))
    found = picture(CORRIDOR, [plain] * 4 + [trip()], stretch)
    assert [one.place for one in found.points] == ["CNNNG", "VNHAN"], "one trip's border hours stay hidden"
