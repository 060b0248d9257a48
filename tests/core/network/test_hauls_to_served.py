"""Hauls from ends that nothing serves, or that ships and flights alone serve, to the nearest places that are served."""

from pathlib import Path

import pytest

from landsea_core.planner.network.hauls_to_served import is_reckoned, join_ends
from landsea_core.planner.network.land_masses import lie_on_one_land_mass
from landsea_core.planner.network.load import load_corridor
from landsea_core.planner.network.model import MODES
from landsea_core.planner.network.place_names import find_end, find_place

CORRIDOR = load_corridor(Path(__file__).resolve().parents[3] / "data" / "reference")


def join(name: str, *modes: str) -> tuple[set[str], list[str]]:
    """Return to where hauls were reckoned from a place, and what was said."""
    joined, said = join_ends(CORRIDOR, [find_place(CORRIDOR, name)], modes)
    hauls = [one for one in joined.services.values() if is_reckoned(one)]
    return {call.place for one in hauls for call in one.calls[1:]}, [str(one) for one in said]


def test_a_city_without_any_service_is_joined_by_each_mode():
    places, [said] = join("Chongzuo", "rail", "sea")
    assert len(places) == 2 and said.startswith("No service on record calls at Chongzuo.")


def test_a_port_is_joined_to_trains_when_trains_are_asked_for():
    """Ships and flights call at Ningbo; who asks for trains is sent to the nearest."""
    places, [said] = join("Ningbo", "rail")
    assert places == {"CNSHC"} and said.startswith("Not every way of transport asked for is on record at Ningbo.")


def test_a_port_is_joined_to_trains_and_lorries_beside_its_ships():
    places, said = join("Ningbo", *MODES)
    assert places and said
    assert {CORRIDOR.places[code].kind for code in places} <= {"city", "rail_terminal", "dry_port", "border_post"}


@pytest.mark.parametrize(("name", "modes"), [("Ningbo", ("sea",)), ("Chongqing", MODES), ("Pingxiang", ("road",))])
def test_what_is_served_as_asked_is_not_joined(name, modes):
    assert join(name, *modes) == (set(), [])


def test_no_haul_goes_through_the_sea():
    """Flights alone call at Langkawi, an island."""
    assert join("Langkawi", *MODES) == (set(), [])


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        ("Kuala Kedah", "Langkawi", False),
        ("Jakarta", "Medan", False),
        ("Manila", "Cebu", False),
        ("Don Sak", "Ko Samui", False),
        ("Penang", "Ipoh", True),  # two bridges
        ("Singapore", "Kuala Lumpur", True),
        ("Makassar", "Manado", True),
        ("Labuan Port", "Muara", False),
    ],
)
def test_a_lorry_stays_on_one_land_mass(one: str, other: str, joined: bool) -> None:
    assert lie_on_one_land_mass(find_end(CORRIDOR, one).place, find_end(CORRIDOR, other).place) == joined


@pytest.mark.parametrize(
    "name", ["Labuan", "Ko Samui", "Phu Quoc", "Kuala Kedah", "Tagbilaran City", "Jayapura", "Kuah"]
)
def test_every_haul_of_an_end_stays_on_its_land_mass(name: str) -> None:
    joined, _said = join_ends(CORRIDOR, [find_end(CORRIDOR, name)], MODES)
    for one in joined.services.values():
        if is_reckoned(one):
            start, end = (joined.places[call.place] for call in one.calls)
            assert lie_on_one_land_mass(start, end), one.name


def test_who_asks_for_flights_gets_no_haul_that_is_the_whole_way():
    """Dien Bien Phu - Hanoi by air: a lorry to Hanoi's airport would be all of it."""
    ends = [find_end(CORRIDOR, name) for name in ("Dien Bien Phu", "Hanoi")]
    assert join_ends(CORRIDOR, ends, {"air"}) == (CORRIDOR, ())
    assert join_ends(CORRIDOR, ends, {"air", "road"})[1]


def test_no_haul_leaves_hainan():
    """The strait takes a ferry that is on no record: a lorry from Sanya goes to ports and airports of its island."""
    assert join("Haikou", *MODES) == (set(), [])
    places, [_said] = join("Sanya", *MODES)
    assert places and places <= {"CNHKP", "CNMLA", "CNYPG"}


def test_no_haul_goes_from_dalian_through_the_strait_to_shandong():
    places, _said = join("Dalian", *MODES)
    assert places and all(CORRIDOR.places[code].lat > 38.5 for code in places)
