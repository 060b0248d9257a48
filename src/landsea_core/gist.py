"""What a case is about in one line, made of codes and numbers that were read, so that each reader gets it in their language.

An officer who cannot read Khmer reads "Plants: pests and certificates · dried cassava chips · Mohan road border post ·
3 lorries · since 26 November". Nothing here is a translation of the filer's words, and nothing that was not read is said.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from landsea_core.text.amounts import COUNT, WEIGHT, Amount
from landsea_core.text.default_reader import find_name_of_goods
from landsea_core.text.goods.names import MORE
from landsea_core.text.languages import LANGUAGE_OF_SCRIPT, tell_language_by_script

_MOST_AMOUNTS = 2
_SAID_FIRST = (COUNT, WEIGHT)


@dataclass(frozen=True)
class Size:
    """How much is concerned: from `low` to `high` of a unit of the lexicon ("lorry", "tonne")."""

    unit: str
    low: Decimal
    high: Decimal


@dataclass(frozen=True)
class Gist:
    """The parts of a gist. Codes are of the directory, `hs` is a six-digit code, `goods` what the goods were called, `since`
    the day on which it began; what is unknown is empty.
    """

    matter: str = ""
    topic: str = ""
    hs: str = ""
    goods: str = ""
    place: str = ""
    country: str = ""
    sizes: tuple[Size, ...] = ()
    since: date | None = None

    @property
    def tells_enough(self) -> bool:
        """Whether it may stand for a title: what happened, or to which goods, is known; a place alone says too little."""
        return bool(self.matter or self.topic or self.hs)


def choose_sizes(amounts: Iterable[Amount]) -> tuple[Size, ...]:
    """Return what a gist says of the amounts in a text: counts of vehicles, boxes and people, then weights, the first two
    units. Money and lengths of time say nothing about what stands at a border.
    """
    found: dict[str, Size] = {}
    read = tuple(amounts)
    for kind in _SAID_FIRST:
        for one in read:
            if one.kind == kind:
                found.setdefault(one.unit, Size(one.unit, one.low, one.high))
    return tuple(found.values())[:_MOST_AMOUNTS]


def keep_sizes(sizes: Iterable[Size]) -> list[list[str]]:
    """Return sizes as lists that JSON can hold; `read_kept_sizes` is the way back."""
    return [[one.unit, str(one.low), str(one.high)] for one in sizes]


def read_kept_sizes(kept: Iterable[Iterable[str]]) -> tuple[Size, ...]:
    """Return sizes from what `keep_sizes` made of them."""
    return tuple(Size(unit, Decimal(low), Decimal(high)) for unit, low, high in kept)


def keep_gist(gist: Gist) -> dict[str, Any]:
    """Return a gist as values that JSON can hold, empty parts left out."""
    parts: dict[str, Any] = {
        "matter": gist.matter,
        "topic": gist.topic,
        "hs": gist.hs,
        "goods": gist.goods,
        "place": gist.place,
        "country": gist.country,
        "sizes": keep_sizes(gist.sizes),
        "since": gist.since.isoformat() if gist.since else "",
    }
    return {name: value for name, value in parts.items() if value}


def read_kept_gist(kept: Mapping[str, Any]) -> Gist:
    """Return a gist from what `keep_gist` made of it."""
    words = {name: kept.get(name, "") for name in ("matter", "topic", "hs", "goods", "place", "country")}
    since = date.fromisoformat(kept["since"]) if kept.get("since") else None
    return Gist(**words, sizes=read_kept_sizes(kept.get("sizes", ())), since=since)


def name_goods(hs: str, goods: str, language: str) -> str:
    """Return what goods are called in a language; where a code has so many that naming some would mislead, the words that
    were given, if the reader can read their letters, or the code.
    """
    name = find_name_of_goods(hs, goods, language) if hs else ""
    if name and not name.endswith(MORE):
        return name
    return goods if goods and is_in_letters_of(goods, language) else f"HS {hs}" if hs else ""


def is_in_letters_of(text: str, language: str) -> bool:
    """Whether whoever reads a language can read the letters of a text; Latin ones where the language is written in them."""
    own, told = language.partition("-")[0], tell_language_by_script(text)
    return told == own or (not told and own not in LANGUAGE_OF_SCRIPT.values())


@dataclass(frozen=True)
class GistWords:
    """Says the parts of a gist in a reader's language; each returns an empty text where it has no word for a code.
    `find_country` returns the code of the country that a place lies in; `comma` stands between a place and its country.
    """

    say_matter: Callable[[str], str]
    say_topic: Callable[[str], str]
    say_goods: Callable[[str, str], str]
    say_place: Callable[[str], str]
    say_country: Callable[[str], str]
    find_country: Callable[[str], str]
    say_size: Callable[[Size], str]
    say_since: Callable[[date], str]
    comma: str = ", "


def write_gist(gist: Gist, words: GistWords) -> str:
    """Return the gist in one line, what happened first, then to what, where, how much and since when. Empty when it does not
    tell enough to stand for a title.
    """
    if not gist.tells_enough:
        return ""
    subject = words.say_matter(gist.matter) if gist.matter else ""
    where = filter(
        None,
        (
            words.say_place(gist.place) if gist.place else "",
            words.say_country(gist.country) if gist.country else "",
        ),
    )
    is_there = not gist.place or words.find_country(gist.place) == gist.country
    parts = [
        subject or (words.say_topic(gist.topic) if gist.topic else ""),
        words.say_goods(gist.hs, gist.goods) if gist.hs or gist.goods else "",
        (words.comma if is_there else " · ").join(where),
        *map(words.say_size, gist.sizes),
        words.say_since(gist.since) if gist.since else "",
    ]
    return " · ".join(filter(None, parts))


__all__ = [
    "Gist",
    "GistWords",
    "Size",
    "choose_sizes",
    "is_in_letters_of",
    "keep_gist",
    "keep_sizes",
    "name_goods",
    "read_kept_gist",
    "read_kept_sizes",
    "write_gist",
]
