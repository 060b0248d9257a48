"""Towns that are no place of the directory: found by name, planned from with a haul or a reckoned flight, listed nowhere."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from landsea_core.planner.network.cargo import Cargo
from landsea_core.planner.network.load import load_corridor
from landsea_core.planner.network.place_names import find_end, find_place
from landsea_core.planner.network.planning import plan
from landsea_core.planner.network.questions import PlanQuestion
from landsea_core.planner.network.searching import PlanningContext
from landsea_core.planner.network.towns import MARK, find_towns, list_airports_near
from landsea_core.planner.network.unknown_place import SeveralTowns, UnknownPlace
from landsea_core.text.traditional import convert_to_traditional

CORRIDOR = load_corridor(Path(__file__).resolve().parents[3] / "data" / "reference")
READY = datetime(2027, 1, 11, 0, tzinfo=UTC)


@pytest.mark.parametrize("said", ["Changzhou", "changzhou", "常州", "CN~CHANGZHOU"])
def test_a_town_is_found_by_its_names_and_its_code(said: str) -> None:
    """In any spelling that the gazetteer has."""
    town = find_end(CORRIDOR, said).place
    assert (town.code, town.country, town.zone) == ("CN~CHANGZHOU", "CN", "Asia/Shanghai")
    assert CORRIDOR.places[town.code] is town


def test_a_town_is_no_place_of_the_directory() -> None:
    """Only who plans takes it: no list holds it, and a calling place cannot be named so."""
    assert not any(MARK in code for code in CORRIDOR.places)
    with pytest.raises(UnknownPlace):
        find_place(CORRIDOR, "Changzhou")
    with pytest.raises(KeyError):
        CORRIDOR.places["CN~NOWHERE"]


def test_a_place_on_record_comes_before_towns_of_its_name() -> None:
    """Nanjing stays the city of the directory; what nobody is called is unknown as ever."""
    assert find_end(CORRIDOR, "Nanjing").place.code == "CNNKG"
    with pytest.raises(UnknownPlace):
        find_end(CORRIDOR, "Nowhere at All")


@pytest.mark.parametrize("said", ["Guangzhou", "广州", "廣州"])
def test_a_city_is_found_by_its_name_in_traditional_characters(said: str) -> None:
    """The city of the directory with all that calls there, and not the town of the gazetteer that has the name too."""
    assert find_end(CORRIDOR, said).place.code == "CNCAN"


def test_nearly_every_place_is_found_by_the_name_that_pages_in_traditional_characters_show() -> None:
    """All but a few whose names have a word that Taiwan calls otherwise (集裝箱 and 貨櫃)."""
    named = [place for place in CORRIDOR.places.values() if "zh" in place.names and not place.retired]
    lost = []
    for place in named:
        meant = find_end(CORRIDOR, place.names["zh"]).place
        try:
            lost += [place.code] if find_end(CORRIDOR, convert_to_traditional(place.names["zh"])).place != meant else []
        except UnknownPlace:
            lost.append(place.code)
    assert len(named) > 400
    assert sorted(lost) == ["BNBWA", "THCHB", "THTHP"]


def test_several_towns_of_one_name_and_like_size_are_none() -> None:
    """Taizhou of Jiangsu and Taizhou of Zhejiang: which is meant is asked, each beside the city next to it."""
    with pytest.raises(SeveralTowns) as asked:
        find_end(CORRIDOR, "Taizhou")
    assert [one.code for one in asked.value.nearest] == ["CN~TAIZHOU", "CN~TAIZHOU-2"]
    assert "Taizhou – Nanjing (CN~TAIZHOU); Taizhou – Wenzhou (CN~TAIZHOU-2)" in str(asked.value)
    assert find_end(CORRIDOR, "台州").place.code == "CN~TAIZHOU-2"


def test_two_rows_of_one_town_are_one():
    """Tabuk of the Philippines was there twice, so that its name meant neither; the one of Arabia is larger by far."""
    assert len(find_towns("Tabuk City")) == 1


def test_an_airport_is_found_by_its_own_name():
    """No town of the gazetteer is called Van Don; its airport is, and flights were told of from there."""
    assert find_end(CORRIDOR, "Van Don").place.code == "VN~VDO"


def test_a_town_is_called_in_the_language_of_the_reader():
    """Chinese and Thai names stand on pages in these languages; in simplified characters, as those of the directory."""
    assert find_towns("Changsha")[0].names["zh"] == "长沙"
    assert find_towns("Kawthaung")[0].names["th"] == "เกาะสอง"


def test_a_place_chiefly_called_so_comes_before_a_village_that_some_call_so():
    """Kampung Bagan in Johor is called Bagan too."""
    assert find_end(CORRIDOR, "Bagan").place.code == "MM~BAGAN"
    assert find_end(CORRIDOR, "Kampung Bagan").place.code == "MY~KAMPUNG-BAGAN"


@pytest.mark.parametrize("said", ["Delhi", "Mexico", "San Francisco", "La Paz"])
def test_a_far_larger_town_elsewhere_is_meant_by_its_name(said: str) -> None:
    """Dili is spelt Delhi too, and Mexico is a town of Pampanga: no plan begins there because somebody means another one."""
    with pytest.raises(UnknownPlace):
        find_end(CORRIDOR, said)


def test_towns_of_ours_that_share_a_name_with_one_elsewhere_are_asked_about() -> None:
    """The San Jose of California is far larger than those of the Philippines: none is taken, each can be chosen."""
    with pytest.raises(SeveralTowns) as asked:
        find_end(CORRIDOR, "San Jose")
    assert {one.country for one in asked.value.nearest} == {"PH"}


def test_a_city_without_airport_on_record_has_its_own() -> None:
    """Harbin is a city of the directory, its airport a row of the gazetteer: flights begin there, not a day's drive away."""
    assert "CN~HRB" in find_end(CORRIDOR, "Harbin").codes
    assert [one.code for one in list_airports_near(CORRIDOR.places["CNHRB"])] == ["CN~HRB"]
    assert not any(MARK in code for code in find_end(CORRIDOR, "Kunming").codes)


@pytest.mark.parametrize(
    ("modes", "mode", "said"),
    [({"rail"}, "road", "No service on record calls at"), ({"air"}, "air", "No direct flight")],
)
def test_a_way_from_a_town_begins_with_a_haul_or_a_flight(modes: set[str], mode: str, said: str) -> None:
    """By rail with a lorry to the nearest station, by air directly; the plan says what is reckoned."""
    question = PlanQuestion("Changzhou", "Vientiane", READY, Cargo(kg=500), frozenset(modes))
    found = plan(PlanningContext(CORRIDOR), question)
    first = min(found.itineraries, key=lambda one: one.hours.typical).legs[0]
    assert first.service.mode == mode
    assert any(str(sentence).startswith(said) for sentence in found.hauled)


@pytest.mark.parametrize(("city", "doubled"), [("Binh Duong", "VN~SGN"), ("Foshan", "CN~CAN"), ("Dongguan", "CN~SZX")])
def test_an_airport_on_record_is_no_second_one_of_the_gazetteer(city: str, doubled: str) -> None:
    """Tan Son Nhat is near Binh Duong and on record: no flight from there may be said to be on none."""
    assert doubled not in find_end(CORRIDOR, city).codes


def test_a_place_on_record_is_meant_by_the_names_that_the_gazetteer_alone_has() -> None:
    """長沙 is Changsha, where much calls, and no town of that name at which nothing does."""
    assert find_towns("長沙")
    assert find_end(CORRIDOR, "長沙").place.code == "CNCSC"
    assert find_end(CORRIDOR, "CN~CHANGSHA").place.code == "CNCSC"


@pytest.mark.parametrize(
    ("name", "lat", "lon"),
    [("Meitan", 27.7, 107.5), ("青铜峡", 38.0, 106.1), ("Guanling", 25.9, 105.6), ("Du'an", 23.9, 108.1)],
)
def test_a_county_of_china_is_found_by_the_name_that_news_give_it(name: str, lat: float, lon: float) -> None:
    """Its seat is called otherwise; three of 54 journeys drawn by lot began in one."""
    place = find_end(CORRIDOR, name).place
    assert abs(place.lat - lat) < 0.2 and abs(place.lon - lon) < 0.2
