"""Whether one row, taken alone, has the fields, types and closed values its file asks for."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from landsea_core.clock.hours import parse_hours
from landsea_core.countries import COUNTRIES, PLACE_COUNTRIES
from landsea_core.reference.rows import Problem, Row
from landsea_core.reference.telephones import read_opening_hours
from landsea_core.reference.vocabulary import (
    DIRECTIONS,
    GRADES,
    HANDED_ON_REASONS,
    NAME_LANGUAGES,
    OFFICE_KINDS,
    PLACE_KINDS,
    POSITIONS,
    TELEPHONE_KINDS,
    TELEPHONE_SHARING,
)

Test = Callable[[Any], str]
"""A test of one value: "" when it is good, else what is wrong with it, to follow the field's name."""


def find_row_problems(file: str, row: Row) -> Iterator[Problem]:
    """The problems of one row of the named file."""
    for sentence in _find_faults(FIELDS[file], row.data, may_be_there=MAY_BE_THERE.get(file)):
        yield row.problem(sentence)


def _find_faults(
    fields: dict[str, Test], data: dict[str, Any], where: str = "", may_be_there: dict[str, Test] | None = None
) -> Iterator[str]:
    known = fields | (may_be_there or {})
    for name in fields.keys() - data.keys():
        yield f"{where}{name} is missing."
    for name in data.keys() - known.keys():
        yield f"{where}{name} is not a field of this file."
    for name, test in known.items():
        if name in data and (fault := test(data[name])):
            yield f"{where}{name} {fault}."


def _check_text(value: Any) -> str:
    return "" if isinstance(value, str) and value.strip() else "must be a text that is not empty"


def _check_text_or_empty(value: Any) -> str:
    return "" if isinstance(value, str) else "must be a text"


def _check_yes_or_no(value: Any) -> str:
    return "" if isinstance(value, bool) else "must be true or false"


def _make_choice_test(choices: tuple[str, ...], *, empty: bool = False) -> Test:
    def test(value: Any) -> str:
        if value in choices or (empty and value == ""):
            return ""
        return f"is {value!r}, but must be one of {', '.join(choices)}{' or empty' if empty else ''}"

    return test


def _make_degrees_test(limit: int) -> Test:
    def test(value: Any) -> str:
        good = isinstance(value, int | float) and not isinstance(value, bool) and -limit <= value <= limit
        return "" if good else f"must be degrees between -{limit} and {limit}"

    return test


def _make_names_test(needed: tuple[str, ...], *, lists: bool = False) -> Test:
    def test(value: Any) -> str:
        if not isinstance(value, dict):
            return "must be an object of language and text"
        if missing := [language for language in needed if not value.get(language)]:
            return f"lacks {', '.join(missing)}"
        if unknown := [language for language in value if language not in NAME_LANGUAGES]:
            return f"has an unknown language: {', '.join(unknown)}"
        for language, words in value.items():
            parts = words if lists and isinstance(words, list) else [words]
            if not parts or any(_check_text(part) for part in parts):
                return f"is empty or not a text in {language}"
        return ""

    return test


def _make_list_test(item: Test, *, empty: bool = True) -> Test:
    def test(value: Any) -> str:
        if not isinstance(value, list):
            return "must be a list"
        if not value and not empty:
            return "must not be an empty list"
        if any(value.count(part) > 1 for part in value):
            return "names something twice"
        return next((fault for part in value if (fault := item(part))), "")

    return test


def _make_rows_test(fields: dict[str, Test]) -> Test:
    def test(value: Any) -> str:
        if not isinstance(value, list) or not value or not all(isinstance(part, dict) for part in value):
            return "must be a list with at least one object"
        found = (f"{part}: {fault}" for part, data in enumerate(value, start=1) for fault in _find_faults(fields, data))
        return next((fault.rstrip(".") for fault in found), "")

    return test


def _check_hs_prefix(value: Any) -> str:
    good = isinstance(value, str) and value.isascii() and value.isdigit() and len(value) in (2, 4, 6)
    return "" if good else f"has {value!r}: an HS prefix is 2, 4 or 6 digits"


def _check_weekday(value: Any) -> str:
    return "" if type(value) is int and 0 <= value <= 6 else "must hold weekdays from 0 (Monday) to 6"


def _check_hours(value: Any) -> str:
    try:
        parse_hours(" ".join(f"{opens}-{closes}" for opens, closes in value))
    except (TypeError, ValueError) as fault:
        return f"cannot be read: {str(fault).rstrip('.')}"
    return "" if value else "must hold at least one pair of times"


def _check_zone(value: Any) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, TypeError, OSError):
        return f"is {value!r}, which is not an IANA time zone"
    return ""


def _check_date(value: Any) -> str:
    try:
        date.fromisoformat(value)
    except (TypeError, ValueError):
        return f"is {value!r}, but must be a date such as 2026-11-25"
    return ""


def _partial_date(value: Any) -> str:
    if value == "" or (
        isinstance(value, str) and _PARTIAL_DATE.fullmatch(value) and not _check_date(f"{value}-01-01"[:10])
    ):
        return ""
    return f"is {value!r}, but must be a year, a month or a day such as 2026-11, or empty"


def _opening(value: Any) -> str:
    try:
        read_opening_hours(value)
    except (TypeError, ValueError, AttributeError) as fault:
        return f"cannot be read: {str(fault).rstrip('.')}"
    return ""


def _empty_or(test: Test) -> Test:
    return lambda value: "" if value == {} else test(value)


_PARTIAL_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")
_GROUNDS: dict[str, Test] = {"source": _check_text, "grade": _make_choice_test(GRADES), "checked": _check_date}
_NAMES = _make_names_test(("en",))
_SCOPE: dict[str, Test] = {
    "topic": _check_text_or_empty,
    "matter": _check_text_or_empty,
    "country": _make_choice_test(COUNTRIES, empty=True),
    "places": _make_list_test(_check_text),
    "hs": _make_list_test(_check_hs_prefix),
    "direction": _make_choice_test(DIRECTIONS),
    "filer_country": _make_choice_test(COUNTRIES, empty=True),
}
_MATTER: dict[str, Test] = {"matter": _check_text, "names": _NAMES, "hint": _NAMES}

MAY_BE_THERE: dict[str, dict[str, Test]] = {
    "places": {"note": _check_text_or_empty, "retired": lambda value: "" if value == "" else _check_date(value)}
}
"""Fields that only some rows of a file have: what somebody remarked, and the day on which a place went out of service."""
FIELDS: dict[str, dict[str, Test]] = {
    "topics": {"topic": _check_text, "names": _NAMES, "matters": _make_rows_test(_MATTER)},
    "places": {
        "code": _check_text,
        "code_sure": _check_yes_or_no,
        "country": _make_choice_test(PLACE_COUNTRIES),
        "kind": _make_choice_test(PLACE_KINDS),
        "names": _NAMES,
        "other_names": _make_names_test((), lists=True),
        "within": _check_text_or_empty,
        "lat": _make_degrees_test(90),
        "lon": _make_degrees_test(180),
        "position": _make_choice_test(POSITIONS),
        "tz": _check_zone,
        **_GROUNDS,
    },
    "offices": {
        "code": _check_text,
        "country": _make_choice_test(COUNTRIES),
        "host_country": _make_choice_test(COUNTRIES, empty=True),
        "kind": _make_choice_test(OFFICE_KINDS),
        "parent": _check_text_or_empty,
        "names": _NAMES,
        "place": _check_text_or_empty,
        "seat": _check_text,
        "answers_for": _check_text,
        "website": _check_text_or_empty,
        "languages": _make_list_test(_make_choice_test(NAME_LANGUAGES), empty=False),
        "tz": _check_zone,
        "weekend": _make_list_test(_check_weekday),
        "hours": _check_hours,
        "hours_grade": _make_choice_test(GRADES),
        "subdivision": _check_text_or_empty,
        **_GROUNDS,
    },
    "desks": {
        "code": _check_text,
        "office": _check_text,
        "names": _NAMES,
        "competences": _make_rows_test(_SCOPE),
        "prepare": _make_names_test(("en",), lists=True),
        **_GROUNDS,
    },
    "elsewhere": {
        "code": _check_text,
        "reason": _make_choice_test(HANDED_ON_REASONS),
        "country": _make_choice_test(COUNTRIES),
        "filer_country": _make_choice_test(COUNTRIES, empty=True),
        "names": _NAMES,
        "advice": _NAMES,
        "website": _check_text_or_empty,
        "office": _check_text_or_empty,
        **_GROUNDS,
    },
    "coverage_gaps": {
        "topic": _check_text,
        "country": _make_choice_test(COUNTRIES),
        "reason": _check_text,
        **_GROUNDS,
    },
    "telephones": {
        "office": _check_text,
        "number": _check_text,
        "display": _check_text,
        "kind": _make_choice_test(TELEPHONE_KINDS),
        "whose": _make_choice_test(TELEPHONE_SHARING),
        "hours": _opening,
        "note": _empty_or(_NAMES),
        "said_on": _partial_date,
        **_GROUNDS,
    },
}
"""File -> field -> test. Every field must be there and no other."""
