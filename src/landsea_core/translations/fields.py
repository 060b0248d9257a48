"""Which texts of the reference files are said in other languages: by the kind of file, where in a row they stand.

Two sorts of text are told apart. What a thing is called stands in an object of languages, {"en": ...}: reading a row fills in
the other languages (`Translations.fill`). Other texts are plain strings, and are looked up when somebody reads them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

TOPIC_LANGUAGES = ("zh-hans", "vi", "lo", "th", "km", "my", "id", "ms", "fil")
"""What topics and matters are called in, whatever languages there are pages in: people write in all of these."""


@dataclass(frozen=True)
class Field:
    """A place in a row: names of keys, through lists. `needed`: every language of the pages must say it; `always` are
    languages that must besides.
    """

    path: tuple[str, ...]
    by_language: bool = False
    needed: bool = True
    always: tuple[str, ...] = ()


@dataclass(frozen=True)
class Kind:
    """A kind of reference file: the names of its files, the key that names a row, and its texts. `closed`: nothing else is
    said of it in other languages, so that a translation of something else is of a text that was changed. `by_page_code`:
    its rows name languages as pages do, "zh-hans", and not by their first part, "zh".
    """

    files: tuple[str, ...]
    key: str
    fields: tuple[Field, ...]
    closed: bool = True
    by_page_code: bool = False


@dataclass(frozen=True)
class Text:
    """One text of a row in English. `of` is the code of the row; `own` are the languages that the row itself says it in."""

    field: Field
    of: str
    english: str
    own: frozenset[str] = frozenset()


def _named(*path: str, needed: bool = True, always: tuple[str, ...] = ()) -> Field:
    return Field(path, by_language=True, needed=needed, always=always)


KINDS: Mapping[str, Kind] = {
    "topics": Kind(
        ("topics.jsonl",),
        "topic",
        (
            _named("names", always=TOPIC_LANGUAGES),
            _named("matters", "names", always=TOPIC_LANGUAGES),
            _named("matters", "hint"),
        ),
    ),
    "places": Kind(("places.jsonl",), "code", (_named("names", needed=False),)),
    "offices": Kind(("offices.jsonl",), "code", (_named("names", needed=False),)),
    "desks": Kind(("desks.jsonl",), "code", (_named("names"), _named("prepare"))),
    "telephones": Kind(("telephones.jsonl",), "office", (_named("note"),)),
    "chapters": Kind(("chapters.jsonl",), "code", (_named("names"),)),
    "elsewhere": Kind(("elsewhere.jsonl",), "code", (_named("names", needed=False), _named("advice"))),
    "measures": Kind(
        ("measures*.jsonl",),
        "id",
        (
            Field(("title",)),
            Field(("authority",)),
            *(Field(("requires", part)) for part in ("what", "who", "lead_time", "cost", "validity")),
        ),
    ),
    "exchange": Kind(("exchange.jsonl",), "code", (_named("names"), Field(("place_text",)), Field(("recurring",)))),
    "phrasebook": Kind(("phrasebook/*.jsonl",), "code", (_named("says", always=TOPIC_LANGUAGES),)),
    "figures": Kind(
        ("series.jsonl",),
        "series",
        (_named("title"), Field(("metric",)), Field(("unit",))),
        by_page_code=True,
        closed=False,  # subjects of printed figures and parts of them, such as "daily average 18", are said too
    ),
}
"""By the name that the files of translations have: `words/vi/desks.jsonl` is of `desks`."""


def list_texts(kind: Kind, row: Mapping[str, Any]) -> Iterator[Text]:
    """Yield the texts of a row that are said in other languages; empty ones are none."""
    for field in kind.fields:
        for holder in find_holders(field, row):
            value = holder.get(field.path[-1])
            names = value if field.by_language and isinstance(value, Mapping) else {}
            english, own = names.get("en") if names else value, frozenset(names)
            for text in english if isinstance(english, list | tuple) else (english,):
                if isinstance(text, str) and text:
                    yield Text(field, str(row.get(kind.key, "")), text, own)


def find_holders(field: Field, row: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield the objects within a row whose key the last name of a field's path is."""
    found = [row]
    for name in field.path[:-1]:
        found = [part for one in found for part in one.get(name, ()) if isinstance(part, Mapping)]
    yield from found
