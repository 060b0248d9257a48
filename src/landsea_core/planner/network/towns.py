"""Towns and airports that are no place of the directory, so that whoever asks from one of them gets a plan all the same.

The directory holds what services call at. A question may name any town: then the way begins with a haul to the nearest
served places (`hauls_to_served`), or with a flight reckoned from the map (`reckoned_flights`). Read from `data/gazetteer`
when a name is not on record, and not before: a corridor's `places` find a town by its code and never list it.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from landsea_core.planner.network.geography import great_circle_km
from landsea_core.planner.network.name_folding import fold_place_name
from landsea_core.planner.network.place_rows import NetworkPlace
from landsea_core.text.data_files import default_data_folder

MARK = "~"
"""Stands in the code of a town and in no code of the directory: CN~CHANGZHOU."""
AIRPORT, CITY, ELSEWHERE = "airport", "city", "elsewhere"
SAME_TOWN_KM = 50
"""So far from a town its own airport may lie, by the map."""
SURELY_MEANT = 3
"""Of several towns of one name the largest is meant, when it has so many times the inhabitants of the next."""


class PlacesByCode(dict[str, NetworkPlace]):
    """The places of a corridor by their codes; a town that is none of them is found when its code is asked for."""

    def __missing__(self, code: str) -> NetworkPlace:
        town = find_town_by_code(code)
        if town is None:
            raise KeyError(code)
        return town


@dataclass(frozen=True, slots=True)
class _Towns:
    """The rows of the gazetteer: by code, by folded name with the inhabitants, and the airports alone. A large town of
    another part of the world has a name here and is none of ours.
    """

    by_code: dict[str, NetworkPlace]
    by_name: dict[str, list[tuple[int, NetworkPlace | None]]]
    airports: tuple[NetworkPlace, ...]


def is_town(code: str) -> bool:
    """Say whether a code is a town's or an airport's of the gazetteer: it has no page, no desk and no record."""
    return MARK in code


def find_town_by_code(code: str) -> NetworkPlace | None:
    """Return the town or airport with a code, None where no row has it; the gazetteer is read for such codes alone."""
    return _read_towns(default_data_folder()).by_code.get(code) if is_town(code) else None


def find_town(name: str) -> NetworkPlace | None:
    """Return the town that a name means; None where none has it, several of like size do, or a far larger one elsewhere.

    `find_town("常州")` is Changzhou, CN~CHANGZHOU; Delhi is in India, though Dili is spelt so too.
    """
    by_code = find_town_by_code(name.strip().upper())
    if by_code is not None:
        return by_code
    named = _read_towns(default_data_folder()).by_name.get(fold_place_name(name), [])
    ordered = sorted(named, key=lambda one: -one[0])
    if len(ordered) > 1 and ordered[0][0] < SURELY_MEANT * ordered[1][0]:
        return None
    return ordered[0][1] if ordered else None


def list_airports_near(place: NetworkPlace) -> list[NetworkPlace]:
    """Return the airports of the gazetteer in a place's country that lie at it, the nearest first."""
    own = [one for one in _read_towns(default_data_folder()).airports if one.country == place.country]
    near = sorted((great_circle_km(place, one), one.code, one) for one in own)
    return [one for km, _code, one in near if km <= SAME_TOWN_KM]


@lru_cache(maxsize=1)
def _read_towns(folder: Path) -> _Towns:
    by_code: dict[str, NetworkPlace] = {}
    by_name: dict[str, list[tuple[int, NetworkPlace | None]]] = defaultdict(list)
    for line in (folder / "gazetteer" / "towns.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        code, kind, names, lat, lon, zone, inhabitants = line.split("\t")
        english, *others = names.split("|")
        if kind == ELSEWHERE:
            for name in {fold_place_name(one) for one in (english, *others)}:
                by_name[name].append((int(inhabitants), None))
            continue
        town = NetworkPlace(code, code[:2], kind, {"en": english}, tuple(others), "", float(lat), float(lon), zone)
        by_code[code] = town
        for name in {fold_place_name(one) for one in (english, *others)} if kind == CITY else ():
            by_name[name].append((int(inhabitants), town))
    return _Towns(by_code, by_name, tuple(one for one in by_code.values() if one.kind == AIRPORT))
