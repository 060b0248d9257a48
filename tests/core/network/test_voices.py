"""Whose trips count, and for how much: what an attacker says moves nothing, on examples that can be reckoned by hand."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from landsea_core.planner.network.load import load_corridor
from landsea_core.planner.network.performance import measure_spreads
from landsea_core.planner.network.trip_events import TripEvent
from landsea_core.planner.network.trip_samples import TripFacts, Voice, make_sample
from landsea_core.planner.network.voices import TripStanding, sort_by_standing

CORRIDOR = load_corridor(Path(__file__).resolve().parents[3] / "data" / "reference")
START = datetime(2026, 10, 1, tzinfo=UTC)
DAY = date(2026, 11, 20)
SAID = CORRIDOR.services["D009"].hours
NAMELESS = ("", "")


def trip(hours: float, sender: tuple[str, str] = ("anna", "chamber"), to: str = "VNHAN", **more) -> TripFacts:
    """Leave Nanning, arrive `hours` later: all of the line D009 unless it goes elsewhere."""
    told = (TripEvent("t", "CNNNG", "departed", START), TripEvent("t", to, "arrived", START + timedelta(hours=hours)))
    return TripFacts("road", told, sender=sender[0], house=sender[1], **more)


HONEST = [("anna", "chamber"), ("binh", "railway"), ("chan", "customs"), ("deng", "forwarders"), ("eko", "port")]


def honest(*hours: float) -> list[TripFacts]:
    """A trip of each of five senders from five houses."""
    return [trip(each, sender) for each, sender in zip(hours, HONEST, strict=True)]


def figures(trips: list[TripFacts]) -> tuple[float, float, float] | None:
    """What plans make of D009: usual, least and ninth-of-ten hours."""
    found = measure_spreads(CORRIDOR, trips, DAY).get("D009")
    return found and tuple(
        round(hours, 6)
        for hours in (SAID * found.scale, SAID * found.scale * found.low, SAID * found.scale * found.p90)
    )


def one_voice(*hours: float) -> list[Voice]:
    return [Voice(each, "", "") for each in hours]


@pytest.mark.parametrize(
    ("hours", "expected"),
    [([1, 2, 3, 4], (4, None, None)), ([5, 1, 2, 4, 3], (5, 3, 5)), (list(range(1, 11)), (10, 5.5, 9))],
)
def test_samples(hours: list[float], expected: tuple) -> None:
    """Hidden below five; the median; the ninth of ten by nearest rank."""
    found = make_sample(one_voice(*hours))
    assert (found.n, found.median, found.p90) == expected


def test_enough_senders_take_the_place_of_what_is_said() -> None:
    """Five senders of three houses; four senders, or five of two houses, do not."""
    trips = honest(18, 19, 20, 21, 30)
    assert figures(trips) == (20, 19, 21), "the far ends stand whichever house is left out"
    assert measure_spreads(CORRIDOR, trips, DAY)["D009"].trips == 5
    assert figures(trips[:4] + [replace(trips[4], sender="deng", house="forwarders")]) is None
    two_houses = [replace(one, house=("chamber", "railway")[number % 2]) for number, one in enumerate(trips)]
    assert figures(two_houses) is None
    three_houses = [replace(one, house=("chamber", "railway", "port")[number % 3]) for number, one in enumerate(trips)]
    assert figures(three_houses) is not None


@pytest.mark.parametrize(
    "sender", [NAMELESS, ("mallory", "chamber"), ("mallory", "shell company"), ("anna", "chamber")]
)
@pytest.mark.parametrize("hours", [0.1, 9, 50, 99])
def test_five_hundred_trips_of_one_attacker_shift_nothing(sender: tuple[str, str], hours: float) -> None:
    """Nameless, with an account in a house among the others, with a house of its own, or with a stolen account; far out
    and just within the bounds.
    """
    agreed = honest(20, 20, 20, 20, 20)
    attack = [trip(hours + number / 10_000, sender) for number in range(500)]
    assert figures(agreed + attack) == figures(agreed) == (20, 20, 20)
    assert figures(attack) is None, "alone they make no figure either"
    assert figures(agreed[:4] + attack) is None or sender not in (NAMELESS, ("anna", "chamber"))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.floats(10, 50), min_size=5, max_size=5),
    st.lists(st.floats(7, 53), min_size=1, max_size=40),
)
def test_one_house_never_leads_beyond_what_the_others_say(said: list[float], attack: list[float]) -> None:
    """Whatever one house adds, usual, least and ninth-of-ten hours stay within what the other houses told."""
    found = figures(honest(*said) + [trip(hours, ("mallory", "shell")) for hours in attack])
    assert min(said) - 0.001 <= found[1] <= found[0] <= found[2] <= max(said) + 0.001


def test_many_accounts_of_one_house_are_one_house() -> None:
    """A head who opens a hundred accounts at home says nothing louder."""
    agreed = honest(20, 20, 20, 20, 20)
    assert figures(agreed + [trip(50, (f"clerk {number}", "shell")) for number in range(100)]) == (20, 20, 20)


def test_an_account_that_goes_from_house_to_house_is_one_sender() -> None:
    """Five appointments one after another make no five people."""
    assert figures([trip(20, ("mallory", house)) for _, house in HONEST]) is None
    assert make_sample([Voice(20, "mallory", house) for _, house in HONEST]).senders == 1


def test_a_house_with_many_trips_weighs_as_one_with_few() -> None:
    """The median over senders, not over trips."""
    voices = [Voice(10, "anna", "chamber")] * 96 + [Voice(20, "binh", "railway"), Voice(30, "chan", "customs")]
    assert make_sample(voices).median == 20


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (trip(20), TripStanding.COUNTED),
        (trip(20, NAMELESS), TripStanding.NAMELESS),
        (trip(20, ("anna", "")), TripStanding.NAMELESS),
        (trip(SAID * 4 + 0.1), TripStanding.HELD),
        (trip(SAID / 2 - 0.1), TripStanding.HELD),
        (trip(SAID * 4), TripStanding.COUNTED),
        (trip(99, ruling="counted"), TripStanding.COUNTED),
        (trip(20, ruling="left_out"), TripStanding.LEFT_OUT),
        (trip(20, NAMELESS, ruling="left_out"), TripStanding.LEFT_OUT),
        (trip(20, NAMELESS, ruling="counted"), TripStanding.NAMELESS),
        (trip(1, to="SGSIN"), TripStanding.HELD),
        (trip(200, to="SGSIN"), TripStanding.COUNTED),
        (trip(24 * 31, to="SGSIN"), TripStanding.HELD),
    ],
)
def test_what_a_trip_counts_for(one: TripFacts, expected: TripStanding) -> None:
    """By who vouches, by the bounds of what is advertised (or of lorries, where nothing is), by what an editor decided."""
    told = sort_by_standing(CORRIDOR, [one], DAY)
    assert [standing for standing, rows in told.items() if rows] == [expected]


def test_a_wait_of_more_than_a_month_at_a_post_is_held() -> None:
    """Also where the rest of the trip is as advertised."""
    told = [
        TripEvent("t", "CNYYG", "border_in", START),
        TripEvent("t", "CNYYG", "border_out", START + timedelta(days=31)),
    ]
    one = TripFacts("road", tuple(told), sender="anna", house="chamber")
    assert sort_by_standing(CORRIDOR, [one], DAY)[TripStanding.HELD] == [one]


def test_what_is_ruled_to_count_divides_by_nothing() -> None:
    """Five trips that took no time at all, let through by an editor: no plan breaks."""
    assert measure_spreads(CORRIDOR, [replace(one, ruling="counted") for one in honest(0, 0, 0, 0, 0)], DAY) == {}
