"""Write data/gazetteer/counties.tsv: counties of China that the other files do not name, so that a plan may begin in them.

News name counties (Meitan, Qingtongxia), GeoNames their seats (Yiquan, Xiaoba). Run by hand where `cpca` 0.5.5 (MIT) and
`pypinyin` 0.55.0 are installed, which are no packages of an installation: `python tools/make_counties.py`.
"""

import csv
import json
from importlib.util import find_spec
from pathlib import Path

DATA = Path(__file__).parents[1] / "data" / "gazetteer"
FILES = ("towns.tsv", "small_towns.tsv", "airports.tsv")
SUFFIXES = ("自治县", "县", "市")
"""Districts (区) and banners (旗) are left: the first are parts of cities, the names of the second are no pinyin."""
SPELT = {
    "什邡": "Shifang",
    "涡阳": "Guoyang",
    "荥经": "Yingjing",
    "民乐": "Minle",
    "阿克塞": "Aksay",
    "长子": "Zhangzi",
    "佛冈": "Fogang",
    "洪洞": "Hongtong",
    "乐陵": "Laoling",
    "南乐": "Nanle",
    "繁峙": "Fanshi",
}
"""Names that are read otherwise than their letters usually are."""
FIRST = {"长": "chang"}
"""How a letter is read at the beginning of a name, where it usually is read otherwise."""
CAPITAL = {"都": "du"}
"""How a letter is read wherever it stands in a name: it never is the word for "all" (dou)."""
INHABITANTS = 1000
"""Not known; it says only that a town of this name is meant before."""
HEAD = """# Counties of China called as no place of ../reference/places.jsonl, no town and no airport: name and position by the
# package cpca 0.5.5 (MIT), names in pinyin by pypinyin 0.55.0 (`tools/make_counties.py`). They are asked about as towns.
# code, kind, names (the first is the English one), latitude, longitude, time zone, inhabitants (not known: 1000 each)
"""


def main() -> None:
    """Write the file from the package's table of administrative codes."""
    held, taken = _read_held()
    lines = []
    for code, name, east, north in _read_counties():
        pinyin, short = _spell(name), _shorten(name)
        if len(short) < len("北流") or {pinyin.lower(), short, name} & held:
            continue
        own = f"CN~{pinyin.upper().replace(chr(39), '')}"
        own = own if own not in taken else f"{own}-{code[:6]}"
        taken.add(own)
        where = (f"{float(north):.3f}", f"{float(east):.3f}", "Asia/Shanghai", str(INHABITANTS))
        lines.append("\t".join((own, "city", "|".join((pinyin, short, name)), *where)))
    (DATA / "counties.tsv").write_text(HEAD + "".join(f"{line}\n" for line in sorted(lines)), encoding="utf-8")


def _read_held() -> tuple[set[str], set[str]]:
    """Return the names that mean something already, in small letters, and the codes that are taken."""
    held, taken = set(), set()
    for file in (*FILES, "villages.tsv"):
        rows = [line.split("\t") for line in (DATA / file).read_text(encoding="utf-8").splitlines() if line[0] != "#"]
        for row in rows:
            taken.add(row[0])
            held |= {name.lower() for name in row[2].split("|")} if file in FILES else set()
    for line in (DATA.parent / "reference" / "places.jsonl").read_text(encoding="utf-8").splitlines():
        place = json.loads(line)
        names = [*place["names"].values(), *(name for more in place["other_names"].values() for name in more)]
        held |= {name.lower() for name in names}
    return held, taken


def _read_counties() -> list[list[str]]:
    """Return code, name, longitude and latitude of each county, county-level city and autonomous county."""
    table = _read_table("adcodes.csv")
    rows = [row for row in csv.reader(table.splitlines()) if len(row) == 4 and row[0][4:6] not in {"", "00"}]
    return [row for row in rows if row[1].endswith(SUFFIXES) and row[2] and row[0][:2] not in {"71", "81", "82"}]


def _shorten(name: str) -> str:
    """Return a name without what kind of county it is and whose: 关岭布依族苗族自治县 is 关岭."""
    nations = _read_table("56_nations.csv").split()
    short = name.removesuffix(next(suffix for suffix in SUFFIXES if name.endswith(suffix)))
    while found := next((nation for nation in nations if short.endswith(nation) and short != nation), None):
        short = short.removesuffix(found)
    return short.removesuffix("各族").removesuffix("族")


def _spell(name: str) -> str:
    """Return a county's name in pinyin as news write it: one word, an apostrophe before a syllable that begins with a vowel."""
    from pypinyin import lazy_pinyin

    short = _shorten(name)
    if short in SPELT:
        return SPELT[short]
    first, *others = lazy_pinyin(short, v_to_u=False)
    first = FIRST.get(short[0], first)
    first, *others = (CAPITAL.get(letter, one) for letter, one in zip(short, (first, *others), strict=True))
    spelt = first + "".join(f"'{one}" if one[0] in "aeo" else one for one in others)
    return spelt.replace("v", "u").capitalize()


def _read_table(name: str) -> str:
    """Return a table of the package, which itself needs others and is not started."""
    spec = find_spec("cpca")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("cpca is not installed.")
    return (Path(spec.submodule_search_locations[0]) / "resources" / name).read_text(encoding="utf-8")


if __name__ == "__main__":
    main()
