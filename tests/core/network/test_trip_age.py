"""How trips age: they count for a year, a sender's newer ones more than the older, and the year before stands apart."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from landsea_core.planner.network.overall_figures import compute_overall_figures
from landsea_core.planner.network.performance import measure_legs, measure_spreads
from landsea_core.planner.network.trip_events import TripEvent
from landsea_core.planner.network.trip_samples import TripFacts
from landsea_core.planner.network.voices import TripStanding, sort_by_standing

from .test_voices import CORRIDOR, HONEST, NAMELESS

DAY = date(2026, 11, 25)


def ended(days_ago: int, hours: float = 20, sender: tuple[str, str] = HONEST[0], **more) -> TripFacts:
    """A trip from Nanning to Hanoi that arrived so many days ago."""
    arrived = datetime(DAY.year, DAY.month, DAY.day, 12, tzinfo=UTC) - timedelta(days=days_ago)
    told = (
        TripEvent("t", "CNNNG", "departed", arrived - timedelta(hours=hours)),
        TripEvent("t", "VNHAN", "arrived", arrived),
    )
    return TripFacts("road", told, sender=sender[0], house=sender[1], **more)


def hours_of(trips: list[TripFacts]) -> float:
    """What the trips make of the stretch."""
    (figure,) = measure_legs(CORRIDOR, sort_by_standing(CORRIDOR, trips, DAY))
    return figure.hours.sample.median


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (ended(0), TripStanding.COUNTED),
        (ended(364), TripStanding.COUNTED),
        (ended(365), TripStanding.EARLIER),
        (ended(729), TripStanding.EARLIER),
        (ended(730), TripStanding.OTHER_TIME),
        (ended(-1), TripStanding.COUNTED),
        (ended(-2), TripStanding.OTHER_TIME),
        (ended(364, sender=NAMELESS), TripStanding.NAMELESS),
        (ended(365, sender=NAMELESS), TripStanding.OTHER_TIME),
        (ended(364, 99), TripStanding.HELD),
        (ended(365, 99), TripStanding.OTHER_TIME),
        (ended(365, 99, ruling="counted"), TripStanding.EARLIER),
        (ended(800, ruling="left_out"), TripStanding.LEFT_OUT),
        (TripFacts("road", (), sender="anna", house="chamber"), TripStanding.COUNTED),
    ],
)
def test_what_a_trip_counts_for_by_its_age(one: TripFacts, expected: TripStanding) -> None:
    """A year from its end; the year before apart; nothing older, nothing that lies ahead, no editor asked about the old."""
    told = sort_by_standing(CORRIDOR, [one], DAY)
    assert [standing for standing, rows in told.items() if rows] == [expected]


def test_plans_forget_what_is_older_than_a_year() -> None:
    """The day on which the fifth sender's trip is a year old, plans keep to what is said again."""
    trips = [ended(10, 20, sender) for sender in HONEST[:4]] + [ended(364, 20, HONEST[4])]
    assert "D009" in measure_spreads(CORRIDOR, trips, DAY)
    assert measure_spreads(CORRIDOR, trips, DAY + timedelta(days=1)) == {}


def test_an_old_trip_of_another_house_is_no_smaller_voice() -> None:
    """Within the year houses weigh the same, so logging yesterday makes nobody louder than others."""
    old = [ended(300, 20, sender) for sender in HONEST[:3]]
    fresh = [ended(1, 40 + number / 100, HONEST[3]) for number in range(50)]
    assert hours_of(old + fresh) == 20


def test_a_queue_that_went_away_is_half_forgotten_after_a_hundred_and_ten_days() -> None:
    """Of steady logging through the year: 107 days by the weights, where an even year would take half of itself."""

    def steady(changed: int) -> list[TripFacts]:
        return [ended(days, 14 if days < changed else 38, sender) for sender in HONEST for days in range(0, 365, 5)]

    assert (hours_of(steady(95)), hours_of(steady(115))) == (38, 14)


def test_a_season_fades_from_the_far_end_before_it_returns() -> None:
    """Six weeks of flood show in the ninth of ten for half a year, and no more after nine months: the price of forgetting."""

    def flooded(first: int) -> float:
        days = range(0, 365, 5)
        trips = [ended(day, 45 if first <= day < first + 45 else 18, one) for one in HONEST for day in days]
        return measure_legs(CORRIDOR, sort_by_standing(CORRIDOR, trips, DAY))[0].hours.sample.p90

    assert [flooded(first) for first in (0, 90, 180, 270)] == [45, 45, 45, 18]


def test_the_year_before_stands_beside() -> None:
    """What would have counted a year ago, hidden below five; older trips, and old ones that would not count, as a number."""
    trips = [ended(30, 20)] * 5 + [ended(400, 30)] * 5 + [ended(800, 50)] * 3 + [ended(400, 30, NAMELESS)]
    hours = measure_legs(CORRIDOR, sort_by_standing(CORRIDOR, trips, DAY))[0].hours
    assert (hours.sample.n, hours.sample.median) == (5, 20)
    assert (hours.earlier.n, hours.earlier.median, hours.other_time) == (5, 30, 4)
    assert compute_overall_figures(CORRIDOR, trips[5:9], DAY).legs[0].hours.earlier.median is None


def test_all_figures_at_once_are_those_of_each() -> None:
    """By mode and for all, with the numbers of trips behind them."""
    rail = [replace(ended(3, 30), mode="rail")] * 2
    found = compute_overall_figures(CORRIDOR, [ended(3)] * 5 + [ended(3, 20, NAMELESS)] * 6 + rail, DAY)
    assert {mode: (of.trips, of.nameless_trips) for mode, of in found.by_mode.items() if of.trips} == {
        "": (13, 6),
        "road": (11, 6),
        "rail": (2, 0),
    }
    assert found.leg("CNNNG", "VNHAN", "road").hours.sample.n == 5 and found.leg("CNNNG", "VNHAN", "sea") is None
    assert found.by_mode["road"].counted.speed_all is not None and found.by_mode["rail"].counted.speed_all is None
