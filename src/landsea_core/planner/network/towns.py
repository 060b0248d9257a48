"""Towns and airports that are no place of the directory, so that whoever asks from one of them gets a plan all the same.

The directory holds what services call at. A question may name any town: then the way begins with a haul to the nearest
served places (`hauls_to_served`), or with a flight or ship reckoned from the map. Read from `data/gazetteer`
when a name is not on record, and not before: a corridor's `places` find a town by its code and never list it.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from landsea_core.planner.network.gazetteer_files import Row, read_gazetteer
from landsea_core.planner.network.geography import measure_great_circle_km
from landsea_core.planner.network.landings import find_landing, list_landings
from landsea_core.planner.network.name_folding import fold_place_name, fold_place_names
from landsea_core.planner.network.place_rows import NetworkPlace
from landsea_core.planner.network.villages import find_village, list_villages
from landsea_core.text.data_files import find_default_data_folder
from landsea_core.text.letters.other_spellings import simplify_han

MARK = "~"
"""Stands in the code of a town and in no code of the directory: CN~CHANGZHOU."""
AIRPORT, CITY = "airport", "city"
SAME_TOWN_KM = 50
"""So far from a town its own airport may lie, by the map."""
SURELY_MEANT = 3
"""Of several towns of one name the largest is meant, when it has so many times the inhabitants of the next."""
_SCRIPTS = (
    ("th", "\u0e00", "\u0e7f"),
    ("lo", "\u0e80", "\u0eff"),
    ("km", "\u1780", "\u17ff"),
    ("my", "\u1000", "\u109f"),
)
_TOWN_FILES = ("towns.tsv", "small_towns.tsv", "counties.tsv")
"""The second holds landings and sights with fewer people than the first counts, from and to which people ask for ways; the
third counties of China by the name that news give them, where the first has that of their seat."""
_HAN = ("\u4e00", "\u9fff")


class PlacesByCode(dict[str, NetworkPlace]):
    """The places of a corridor by their codes; a town that is none of them is found when its code is asked for."""

    def __missing__(self, code: str) -> NetworkPlace:
        town = find_town_by_code(code)
        if town is None:
            raise KeyError(code)
        return town


@dataclass(frozen=True, slots=True)
class _Towns:
    """The towns of the gazetteer by code and by folded name. A large town of another part of the world has a name here and
    is none of ours.
    """

    by_code: dict[str, Row]
    by_name: dict[str, list[Row]]


def is_town(code: str) -> bool:
    """Say whether a code is a town's or an airport's of the gazetteer: it has no page, no desk and no record."""
    return MARK in code


@lru_cache(maxsize=4096)
def find_town_by_code(code: str) -> NetworkPlace | None:
    """Return the town or airport with a code, None where no row has it; the gazetteer is read for such codes alone."""
    if not is_town(code):
        return None
    folder = find_default_data_folder()
    row = _read_airports(folder).get(code) or _read_towns(folder).by_code.get(code)
    row = row or find_landing(code, _read_towns(folder).by_code.values()) or find_village(code)
    return _make_place(row) if row else None


def find_towns(name: str) -> list[NetworkPlace]:
    """Return the towns that a name may mean, the largest first: several where none of them is far larger than the next, none
    where nothing is called so. Where a far larger town elsewhere is, one of ours is not meant, and several are asked about.
    Where no town has the name, the harbours and ferry landings with it, else the airports whose name begins so, else villages.

    `find_towns("常州")` is Changzhou alone, CN~CHANGZHOU; Delhi is in India, though Dili is spelt so too; the towns called San
    Jose are all returned, though the largest is in California; "Van Don" is an airport.
    """
    by_code = find_town_by_code(name.strip().upper())
    if by_code is not None:
        return [by_code]
    named = _read_towns(find_default_data_folder()).by_name.get(fold_place_name(name), [])
    if not named:
        return (
            _find_landings(name) or _find_airports(fold_place_name(name)) or list(map(_make_place, list_villages(name)))
        )
    ordered = sorted(_prefer_own_names(named, fold_place_name(name)), key=lambda row: -int(row[-1]))
    likely = [row for row in ordered if int(row[-1]) * SURELY_MEANT > int(ordered[0][-1]) or row is ordered[0]]
    ours = [row[0] for row in likely if row[1] == CITY]
    if not ours and len(all_ours := [row[0] for row in ordered if row[1] == CITY]) > 1:
        ours = all_ours
    return [town for town in map(find_town_by_code, ours) if town is not None]


def list_namesakes(name: str) -> list[NetworkPlace]:
    """Return every town, harbour and ferry landing with a name, however small, for who knows what it lies near to; where there
    is none, the villages.

    None where a far larger town elsewhere has the name.
    """
    named = _read_towns(find_default_data_folder()).by_name.get(fold_place_name(name), [])
    if any(row[1] != CITY for row in named):
        return []
    towns = [town for town in map(find_town_by_code, (row[0] for row in named)) if town is not None]
    apart = [
        one for one in _find_landings(name) if all(measure_great_circle_km(one, town) > SAME_TOWN_KM for town in towns)
    ]
    return [*towns, *apart] or list(map(_make_place, list_villages(name)))


def _find_landings(name: str) -> list[NetworkPlace]:
    rows = list_landings(fold_place_name(name), _read_towns(find_default_data_folder()).by_code.values())
    return [_make_place(row) for row in rows]


def _prefer_own_names(named: list[Row], folded: str) -> list[Row]:
    """Return the towns without those that are called so only beside their own name, where one that is chiefly called so is as
    large: Bagan is the one of Myanmar, and Kampung Bagan a village of Johor that some call Bagan.
    """
    own = [row for row in named if fold_place_name(row[2].split("|")[0]) == folded]
    largest = max((int(row[-1]) for row in own), default=0)
    return [row for row in named if row in own or int(row[-1]) > largest]


def _find_airports(folded: str) -> list[NetworkPlace]:
    rows = list(_read_airports(find_default_data_folder()).values()) if folded else []
    named = zip(rows, fold_place_names([row[2] for row in rows]), strict=True)
    codes = [row[0] for row, names in named if any(f"{name} ".startswith(f"{folded} ") for name in names)]
    return [town for town in map(find_town_by_code, codes) if town is not None]


def list_airports_near(place: NetworkPlace) -> list[NetworkPlace]:
    """Return the airports of the gazetteer in a place's country that lie at it, the nearest first."""
    codes = [code for code in _read_airports(find_default_data_folder()) if code.startswith(place.country)]
    own = [town for town in map(find_town_by_code, codes) if town is not None]
    near = sorted((measure_great_circle_km(place, one), one.code, one) for one in own)
    return [one for km, _code, one in near if km <= SAME_TOWN_KM]


@lru_cache(maxsize=1)
def _read_airports(folder: Path) -> dict[str, Row]:
    return {row[0]: row for row in read_gazetteer(folder, "airports.tsv")}


@lru_cache(maxsize=1)
def _read_towns(folder: Path) -> _Towns:
    """Rows are code, kind, names, latitude, longitude, zone, inhabitants; the kind "elsewhere" is none of ours."""
    rows = [row for name in _TOWN_FILES for row in read_gazetteer(folder, name)]
    by_name: dict[str, list[Row]] = defaultdict(list)
    for row, names in zip(rows, fold_place_names([row[2] for row in rows]), strict=True):
        for name in names:
            by_name[name].append(row)
    return _Towns({row[0]: row for row in rows if row[1] == CITY}, by_name)


def _make_place(row: Row) -> NetworkPlace:
    code, kind, names, lat, lon, zone, _inhabitants = row
    english, *others = names.split("|")
    said = {"en": english} | {language: name for name in reversed(others) if (language := _find_language(name))}
    return NetworkPlace(code, code[:2], kind, said, tuple(others), "", float(lat), float(lon), zone)


def _find_language(name: str) -> str:
    """Return the language whose letters a name is in, empty for Latin ones: the rows say no languages. Of the names in one,
    the first stands on pages; Chinese ones in simplified characters.
    """
    if all(_HAN[0] <= letter <= _HAN[1] for letter in name):
        return "zh" if simplify_han(name) == name else ""
    return next((language for language, first, last in _SCRIPTS if first <= name[0] <= last), "")
