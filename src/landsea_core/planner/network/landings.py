"""Harbours and ferry landings that a name means where no town is called so: Sape, and the Ketapang of Banyuwangi.

Their names and positions are those of `data/gazetteer/harbours.tsv` and `ferries.tsv`; country and zone are those of the
nearest town. Read when a name is no place of the directory, and not before.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from landsea_core.planner.network.gazetteer_files import Row, read_gazetteer
from landsea_core.planner.network.geography import Point, measure_km
from landsea_core.planner.network.name_folding import fold_place_name
from landsea_core.text.data_files import find_default_data_folder

LANDING = "-LANDING"
"""Ends the code of a landing, before its number where several are called alike: ID~KETAPANG-LANDING."""
SAME_PLACE_KM = 25
"""Two landings of one name that lie nearer to each other are one."""
SHORTEST = 3
"""Letters of a name; shorter ones are parts of others, as the provinces behind a comma."""
_CODE = re.compile(rf"([A-Z]{{2}})~(.+){LANDING}(?:-\d+)?")
_BRACKETED = re.compile(r"\(([^)]*)\)")

Landing = tuple[str, float, float]
"""A name, a latitude and a longitude."""


def list_landings(folded: str, towns: Iterable[Row]) -> list[Row]:
    """Return the landings with a folded name as rows of towns (`towns`), in the country and zone of the nearest of `towns`."""
    found = read_landings(find_default_data_folder()).get(folded, [])
    rows: list[Row] = []
    known = [row for row in towns if row[1] != "elsewhere"] if found else []
    for name, lat, lon in found:
        nearest = min(known, key=lambda row: measure_km((lat, lon), (float(row[3]), float(row[4]))))
        number = f"-{len(rows) + 1}" if rows else ""
        code = f"{nearest[0][:2]}~{folded.upper().replace(' ', '-')}{LANDING}{number}"
        rows.append((code, "city", name, str(lat), str(lon), nearest[5], "0"))
    return rows


def find_landing(code: str, towns: Iterable[Row]) -> Row | None:
    """Return the landing with a code, None where the code is of no landing."""
    said = _CODE.fullmatch(code)
    listed = list_landings(said[2].lower().replace("-", " "), towns) if said else []
    return next((row for row in listed if row[0] == code), None)


@lru_cache(maxsize=1)
def read_landings(folder: Path) -> dict[str, list[Landing]]:
    """Return the landings under a data folder by their folded names."""
    found: dict[str, list[Landing]] = defaultdict(list)
    for said, point in (*_read_harbours(folder), *_read_ferries(folder)):
        for name in _split_names(said):
            known = found[fold_place_name(name)]
            if all(measure_km(point, other[1:]) > SAME_PLACE_KM for other in known):
                known.append((name, *point))
    return dict(found)


def _read_harbours(folder: Path) -> Iterator[tuple[str, Point]]:
    for _code, name, lat, lon in read_gazetteer(folder, "harbours.tsv"):
        yield name, (float(lat), float(lon))


def _read_ferries(folder: Path) -> Iterator[tuple[str, Point]]:
    for name, *numbers in read_gazetteer(folder, "ferries.tsv"):
        one, other = name.split(" - ")
        lat, lon, other_lat, other_lon = map(float, numbers)
        yield one, (lat, lon)
        yield other, (other_lat, other_lon)


def _split_names(said: str) -> list[str]:
    """Return the names in a harbour's: those in brackets too, without a province behind a comma.

    >>> _split_names("Banyuwangi (Ketapang)"), _split_names("Amunitan/Aparri"), _split_names("Belawan, Sumatra")
    (['Banyuwangi', 'Ketapang'], ['Amunitan', 'Aparri'], ['Belawan'])
    """
    parts = [_BRACKETED.sub("", said), *_BRACKETED.findall(said)]
    names = [name.split(",")[0].strip() for part in parts for name in part.split("/")]
    return [name for name in names if len(name) >= SHORTEST]
