"""The names of harbours and ferry landings are understood where a plan is asked, and told from towns of the same name."""

from pathlib import Path

import pytest

from landsea_core.planner.network.geography import measure_km
from landsea_core.planner.network.landings import read_landings
from landsea_core.planner.network.load import load_corridor
from landsea_core.planner.network.place_names import find_end, find_ends
from landsea_core.planner.network.towns import find_towns, list_namesakes
from landsea_core.planner.network.unknown_place import SeveralTowns, UnknownPlace
from landsea_core.text.data_files import find_default_data_folder

CORRIDOR = load_corridor(Path(__file__).resolve().parents[3] / "data" / "reference")


def test_every_harbour_and_landing_is_understood_by_its_name() -> None:
    """As itself, or as a place or town called so; or several are asked about."""
    lost = []
    for name in read_landings(find_default_data_folder()):
        try:
            find_end(CORRIDOR, name)
        except SeveralTowns:
            continue
        except UnknownPlace:
            lost.append(name)
    assert lost == []


@pytest.mark.parametrize(
    ("said", "country", "zone", "at"),
    [
        ("Sape", "ID", "Asia/Makassar", (-8.576, 119.019)),
        ("Sangatta", "ID", "Asia/Makassar", (0.4, 117.6)),
        ("Benit", "PH", "Asia/Manila", (10.0, 125.3)),
    ],
)
def test_a_landing_lies_where_the_map_has_it(said: str, country: str, zone: str, at: tuple[float, float]) -> None:
    """Its country and zone are those of the town next to it, and its code brings it back."""
    place = find_end(CORRIDOR, said).place
    assert (place.country, place.zone) == (country, zone)
    assert measure_km((place.lat, place.lon), at) < 30
    assert find_end(CORRIDOR, place.code).place == place == CORRIDOR.places[place.code]


def test_a_town_comes_before_a_landing_of_its_name() -> None:
    assert [one.code for one in find_towns("Ketapang")] == ["ID~KETAPANG"]
    assert [one.code for one in list_namesakes("Ketapang")] == ["ID~KETAPANG", "ID~KETAPANG-LANDING"]


@pytest.mark.parametrize(
    ("origin", "destination", "codes"),
    [
        ("Ketapang", "Gilimanuk", ("ID~KETAPANG-LANDING", "ID~GILIMANUK")),
        ("Gilimanuk", "Ketapang", ("ID~GILIMANUK", "ID~KETAPANG-LANDING")),
        ("Ketapang", "Pontianak", ("ID~KETAPANG", "IDPTC")),
        ("ID~KETAPANG", "Gilimanuk", ("ID~KETAPANG", "ID~GILIMANUK")),
    ],
)
def test_the_other_end_says_which_of_two_is_meant(origin: str, destination: str, codes: tuple[str, str]) -> None:
    """Ketapang is a landing of Java, opposite Bali, and a town of Borneo; a code means what it means."""
    begins, ends = find_ends(CORRIDOR, origin, destination)
    assert (begins.place.code, ends.place.code) == codes


def test_where_the_other_end_tells_nothing_it_is_asked_back() -> None:
    """From Chongqing both towns called Taizhou are far."""
    with pytest.raises(SeveralTowns):
        find_ends(CORRIDOR, "Chongqing", "Taizhou")
    with pytest.raises(UnknownPlace):
        find_ends(CORRIDOR, "Chongqing", "Nowhere at All")


@pytest.mark.parametrize("said", ["Sebawang", "Melak", "Tering", "Com", "Muara Pahu", "Cibitung"])
def test_lesser_towns_of_rivers_and_ferries_are_understood(said: str) -> None:
    assert find_end(CORRIDOR, said).place.name == said
