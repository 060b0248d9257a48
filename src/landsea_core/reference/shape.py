"""Whether one row, taken alone, has the fields, types and closed values its file asks for."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from landsea_core.clock.hours import parse_hours
from landsea_core.reference.rows import Problem, Row
from landsea_core.reference.telephones import opening
from landsea_core.reference.vocabulary import (
    COUNTRIES,
    DIRECTIONS,
    GRADES,
    HANDED_ON_REASONS,
    NAME_LANGUAGES,
    OFFICE_KINDS,
    PLACE_COUNTRIES,
    PLACE_KINDS,
    POSITIONS,
    SHOWN_LANGUAGES,
    TELEPHONE_KINDS,
    TELEPHONE_SHARING,
    TOPIC_LANGUAGES,
)

Test = Callable[[Any], str]
"""A test of one value: "" when it is good, else what is wrong with it, to follow the field's name."""


def problems(file: str, row: Row) -> Iterator[Problem]:
    """The problems of one row of the named file."""
    for sentence in _faults(FIELDS[file], row.data):
        yield row.problem(sentence)


def _faults(fields: dict[str, Test], data: dict[str, Any], where: str = "") -> Iterator[str]:
    for name in fields.keys() - data.keys():
        yield f"{where}{name} is missing."
    for name in data.keys() - fields.keys():
        yield f"{where}{name} is not a field of this file."
    for name, test in fields.items():
        if name in data and (fault := test(data[name])):
            yield f"{where}{name} {fault}."


def _text(value: Any) -> str:
    return "" if isinstance(value, str) and value.strip() else "must be a text that is not empty"


def _text_or_empty(value: Any) -> str:
    return "" if isinstance(value, str) else "must be a text"


def _yes_or_no(value: Any) -> str:
    return "" if isinstance(value, bool) else "must be true or false"


def _one_of(choices: tuple[str, ...], *, empty: bool = False) -> Test:
    def test(value: Any) -> str:
        if value in choices or (empty and value == ""):
            return ""
        return f"is {value!r}, but must be one of {', '.join(choices)}{' or empty' if empty else ''}"

    return test


def _degrees(limit: int) -> Test:
    def test(value: Any) -> str:
        good = isinstance(value, int | float) and not isinstance(value, bool) and -limit <= value <= limit
        return "" if good else f"must be degrees between -{limit} and {limit}"

    return test


def _names(needed: tuple[str, ...], *, lists: bool = False) -> Test:
    def test(value: Any) -> str:
        if not isinstance(value, dict):
            return "must be an object of language and text"
        if missing := [language for language in needed if not value.get(language)]:
            return f"lacks {', '.join(missing)}"
        if unknown := [language for language in value if language not in NAME_LANGUAGES]:
            return f"has an unknown language: {', '.join(unknown)}"
        for language, words in value.items():
            parts = words if lists and isinstance(words, list) else [words]
            if not parts or any(_text(part) for part in parts):
                return f"is empty or not a text in {language}"
        return ""

    return test


def _list_of(item: Test, *, empty: bool = True) -> Test:
    def test(value: Any) -> str:
        if not isinstance(value, list):
            return "must be a list"
        if not value and not empty:
            return "must not be an empty list"
        if any(value.count(part) > 1 for part in value):
            return "names something twice"
        return next((fault for part in value if (fault := item(part))), "")

    return test


def _rows_of(fields: dict[str, Test]) -> Test:
    def test(value: Any) -> str:
        if not isinstance(value, list) or not value or not all(isinstance(part, dict) for part in value):
            return "must be a list with at least one object"
        found = (f"{part}: {fault}" for part, data in enumerate(value, start=1) for fault in _faults(fields, data))
        return next((fault.rstrip(".") for fault in found), "")

    return test


def _hs_prefix(value: Any) -> str:
    good = isinstance(value, str) and value.isascii() and value.isdigit() and len(value) in (2, 4, 6)
    return "" if good else f"has {value!r}: an HS prefix is 2, 4 or 6 digits"


def _weekday(value: Any) -> str:
    return "" if type(value) is int and 0 <= value <= 6 else "must hold weekdays from 0 (Monday) to 6"


def _hours(value: Any) -> str:
    try:
        parse_hours(" ".join(f"{opens}-{closes}" for opens, closes in value))
    except (TypeError, ValueError) as fault:
        return f"cannot be read: {str(fault).rstrip('.')}"
    return "" if value else "must hold at least one pair of times"


def _zone(value: Any) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, TypeError, OSError):
        return f"is {value!r}, which is not an IANA time zone"
    return ""


def _date(value: Any) -> str:
    try:
        date.fromisoformat(value)
    except (TypeError, ValueError):
        return f"is {value!r}, but must be a date such as 2026-11-25"
    return ""


def _partial_date(value: Any) -> str:
    if value == "" or (isinstance(value, str) and _PARTIAL_DATE.fullmatch(value) and not _date(f"{value}-01-01"[:10])):
        return ""
    return f"is {value!r}, but must be a year, a month or a day such as 2026-11, or empty"


def _opening(value: Any) -> str:
    try:
        opening(value)
    except (TypeError, ValueError, AttributeError) as fault:
        return f"cannot be read: {str(fault).rstrip('.')}"
    return ""


def _empty_or(test: Test) -> Test:
    return lambda value: "" if value == {} else test(value)


_PARTIAL_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")
_GROUNDS: dict[str, Test] = {"source": _text, "grade": _one_of(GRADES), "checked": _date}
_SHOWN = _names(SHOWN_LANGUAGES)
_SCOPE: dict[str, Test] = {
    "topic": _text_or_empty,
    "matter": _text_or_empty,
    "country": _one_of(COUNTRIES, empty=True),
    "places": _list_of(_text),
    "hs": _list_of(_hs_prefix),
    "direction": _one_of(DIRECTIONS),
    "filer_country": _one_of(COUNTRIES, empty=True),
}
_MATTER: dict[str, Test] = {"matter": _text, "names": _names(TOPIC_LANGUAGES), "hint": _SHOWN}

FIELDS: dict[str, dict[str, Test]] = {
    "topics": {"topic": _text, "names": _names(TOPIC_LANGUAGES), "matters": _rows_of(_MATTER)},
    "places": {
        "code": _text,
        "code_sure": _yes_or_no,
        "country": _one_of(PLACE_COUNTRIES),
        "kind": _one_of(PLACE_KINDS),
        "names": _names(("en",)),
        "other_names": _names((), lists=True),
        "within": _text_or_empty,
        "lat": _degrees(90),
        "lon": _degrees(180),
        "position": _one_of(POSITIONS),
        "tz": _zone,
        **_GROUNDS,
    },
    "offices": {
        "code": _text,
        "country": _one_of(COUNTRIES),
        "host_country": _one_of(COUNTRIES, empty=True),
        "kind": _one_of(OFFICE_KINDS),
        "parent": _text_or_empty,
        "names": _names(("en",)),
        "place": _text_or_empty,
        "seat": _text,
        "answers_for": _text,
        "website": _text_or_empty,
        "languages": _list_of(_one_of(NAME_LANGUAGES), empty=False),
        "tz": _zone,
        "weekend": _list_of(_weekday),
        "hours": _hours,
        "hours_grade": _one_of(GRADES),
        "subdivision": _text_or_empty,
        **_GROUNDS,
    },
    "desks": {
        "code": _text,
        "office": _text,
        "names": _SHOWN,
        "competences": _rows_of(_SCOPE),
        "prepare": _names(SHOWN_LANGUAGES, lists=True),
        **_GROUNDS,
    },
    "elsewhere": {
        "code": _text,
        "reason": _one_of(HANDED_ON_REASONS),
        "country": _one_of(COUNTRIES),
        "filer_country": _one_of(COUNTRIES, empty=True),
        "names": _names(("en",)),
        "advice": _SHOWN,
        "website": _text_or_empty,
        "office": _text_or_empty,
        **_GROUNDS,
    },
    "coverage_gaps": {
        "topic": _text,
        "country": _one_of(COUNTRIES),
        "reason": _text,
        **_GROUNDS,
    },
    "telephones": {
        "office": _text,
        "number": _text,
        "display": _text,
        "kind": _one_of(TELEPHONE_KINDS),
        "whose": _one_of(TELEPHONE_SHARING),
        "hours": _opening,
        "note": _empty_or(_SHOWN),
        "said_on": _partial_date,
        **_GROUNDS,
    },
}
"""File -> field -> test. Every field must be there and no other."""
