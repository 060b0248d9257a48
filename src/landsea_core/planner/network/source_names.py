"""Whom a source names: editors write sources for editors, readers are told who said it, of which day, and where to read it.

Most sources are notes such as "english.yunnan.cn 2016-05-03 (about 40 h one way); facts F095". A reader is told
"english.yunnan.cn, 3 May 2016". A note that names nobody ("hand estimate", "general knowledge, unchecked", "derived from
distance at 13.8 kn") names us: it is our own estimate.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class SourceName:
    """Who said it; `day` is ISO (2016-05-03, 2016-05 or 2016) or empty, `url` empty where no address is known."""

    name: str
    day: str = ""
    url: str = ""


OUTLETS = {
    "12go": "12go.com",
    "alwihdainfo": "Alwihda Info",
    "aseannow": "ASEAN NOW",
    "bangkokpost": "Bangkok Post",
    "chinadaily": "China Daily",
    "chinaservicesinfo": "China Services Info",
    "cnimyanmar": "CNI Myanmar",
    "eastcoastdaily": "East Coast Daily",
    "econwatcher": "Econwatcher",
    "eturbonews": "eTurboNews",
    "freshplaza": "FreshPlaza",
    "fruitnet": "Fruitnet",
    "globaltimes": "Global Times",
    "gotaiping": "Go Taiping",
    "hainanwel": "Hainan Wel",
    "happylibnet": "Happylibnet",
    "laotiantimes": "The Laotian Times",
    "malaysiachinainsight": "Malaysia China Insight",
    "maritimeprofessional": "Maritime Professional",
    "merotribune": "Mero Tribune",
    "mynewshub": "MYNEWSHUB",
    "nationthailand": "The Nation (Thailand)",
    "opendevelopmentmekong": "Open Development Mekong",
    "patrolnews": "Patrol News",
    "producereport": "Produce Report",
    "railwaygazette": "Railway Gazette",
    "recordchina": "Record China",
    "sawadee-kha": "Sawadee-kha",
    "sggp": "Sài Gòn Giải Phóng",
    "tass": "TASS",
    "tellerreport": "Teller Report",
    "thanlwintimes": "Than Lwin Times",
    "thechinatimes": "The China Times",
    "themalaysiavoice": "The Malaysia Voice",
    "thoibaotaichinhvietnam": "Thời báo Tài chính Việt Nam",
    "vientianetimes": "Vientiane Times",
    "vietnamplus": "VietnamPlus",
    "vietstock": "Vietstock",
    "xinhuanet": "Xinhua",
    "yicai": "Yicai",
}
"""Papers and agencies that editors write as one word."""

_ADDRESS = re.compile(r"https?://[^\s;,()]+")
_HOST = re.compile(r"https?://(?:www\.)?([^/:?#]*)")
_DOMAIN = re.compile(r"\b((?:[a-z0-9-]+\.)+[a-z]{2,})(?=[\s/:,;)]|$)")
_DATASET = re.compile(r"\b(searoute|locode|airportsdata) (\d[\w.]*)")
_NAMED_DAY = re.compile(r"\b([0-3]?\d) (\w+) ((?:19|20)\d\d)\b")
_ISO_DAY = re.compile(r"\b((?:19|20)\d\d)[-/]?(0[1-9]|1[0-2])(?:[-/]?([0-2]\d|3[01]))?(?!\d)")
_YEAR = re.compile(r"(?<![\d./-])((?:19|20)\d\d)(?![\d/])")
_MONTHS = {
    **{"January": 1, "February": 2, "March": 3, "April": 4, "May": 5, "June": 6},
    **{"July": 7, "August": 8, "September": 9, "October": 10, "November": 11, "December": 12},
}
_PROPER = re.compile(r"^[A-Z][\w’'.-]+(?: (?:[A-Z][\w’'.-]*|of|and|the|for|de))*(?= \d{4}|,| \(|$)")
_REFERENCE = re.compile(r"^[A-Z]\d{2,3}\b")
_OWN = re.compile(
    r"general knowledge|(?:hand|house) estimate|^position of|^derived from|^great circle|^no figure|^speed of|^fitted to|^code"
    r"|^like the|^mirror of|^reckoned|^first list|^list of|^rules list|facts? F|^price C|^as [A-Z]\d|^[A-Z]\d+:|^[A-Z]\d+$"
    r"|^Lao time|copy"
)
"""How the notes begin by which editors of the reference files say that it is ours, or where they keep it."""
_COPY = re.compile(r"\b\w+ copy\b")


def name_sources(text: str) -> tuple[SourceName, ...]:
    """Return whom a source names, each once; empty where it is our own. What is of no known form stays as somebody wrote it.

    Example: "globaltimes 1053346 (route); facts F095" names the Global Times.
    """
    found: dict[str, SourceName] = {}
    for part in re.split(r";\s+(?![^(]*\))|\band (?=https?://)", text):
        for one in _names_in(part.strip()):
            found.setdefault(one.url or one.name, one)
    if not found and text.strip() and not _OWN.search(text):
        return (SourceName(text.strip()),)
    return tuple(found.values())


def _names_in(part: str) -> list[SourceName]:
    addresses = _ADDRESS.findall(part)
    if addresses:
        return [SourceName(_host(one), find_day(one) or _day_alone(part), one) for one in addresses]
    bare = re.sub(r"\(.*?\)", "", part).strip()
    day = find_day(bare) or _day_alone(part)
    first = re.split(r"[\s.]", re.sub(r"^(m|en|english)\.", "", bare), maxsplit=1)[0].lower()
    if first in OUTLETS:
        return [SourceName(OUTLETS[first], day)]
    domain = _DOMAIN.search(bare) or _DOMAIN.search(part)
    if domain:
        return [SourceName(domain[1], day)]
    dataset = _DATASET.search(bare)
    if dataset:
        return [SourceName(f"{dataset[1]} {dataset[2]}")]
    proper = _PROPER.match(bare)
    if proper and not _REFERENCE.match(bare) and not _COPY.search(bare):
        return [SourceName(proper[0], day)]
    return []


def _day_alone(part: str) -> str:
    """Return the day in brackets that hold nothing else: among other words there, a day is of what is told."""
    alone = re.search(r"\((\d{4}(?:-\d\d){0,2})\)", part)
    return alone[1] if alone else ""


def _host(address: str) -> str:
    found = _HOST.match(address)
    return found[1] if found else address


def find_day(text: str) -> str:
    """Return the first day, month or year that a text names, as ISO; empty for none.

    Example: "(trace of 19 April 2023)" is 2023-04-19, "2025/0403" is 2025-04-03, "2022-06" is 2022-06.
    """
    named = _NAMED_DAY.search(text)
    if named and named[2] in _MONTHS:
        return f"{named[3]}-{_MONTHS[named[2]]:02d}-{int(named[1]):02d}"
    iso = _ISO_DAY.search(text)
    if iso:
        return "-".join(part for part in iso.groups() if part)
    year = _YEAR.search(text)
    return year[1] if year else ""
