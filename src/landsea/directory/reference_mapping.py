"""Maps the reference files' dataclasses to the columns of our tables. Files are read and checked in
`landsea_core.reference`; here fields are only renamed and spread out. No database.
"""

from collections.abc import Mapping
from datetime import date

from landsea_core import reference
from landsea_core.text import split_into_words

COMPETENCE_COLUMNS = ("topic", "matter", "country", "place", "hs", "direction", "filer_country")


def name_tokens(*sources: Mapping) -> list[str]:
    """Return the folded words of all names in these dictionaries (language -> name, or a list of names), in order."""
    words: list[str] = []
    for names in sources:
        for value in names.values():
            for name in [value] if isinstance(value, str) else value:
                words += split_into_words(name)
    return words


def make_provenance_fields(row) -> dict:
    """Return source, grade and day of checking."""
    return {
        "source": row.source,
        "grade": row.grade,
        "checked": date.fromisoformat(row.checked) if row.checked else None,
    }


def make_office_fields(row: reference.Office, place_names: Mapping) -> dict:
    """Return the columns of an office; its parent is set when all offices have their ids. It is found under the names of
    its place too.
    """
    return {
        "code": row.code,
        "country": row.country,
        "host_country": row.host_country,
        "kind": row.kind,
        "names": row.names,
        "place_id": row.place or None,
        "seat": row.seat,
        "answers_for": row.answers_for,
        "website": row.website,
        "languages": row.languages,
        "time_zone": row.tz,
        "subdivision": row.subdivision,
        "weekend": row.weekend,
        "hours": row.hours,
        "hours_grade": row.hours_grade,
        "name_tokens": name_tokens(row.names, {"": row.seat}, place_names),
        **make_provenance_fields(row),
    }


def make_telephone_fields(row: reference.Telephone, office_id: int, position: int) -> dict:
    """Return the columns of a public telephone, shown at `position` among those of its office."""
    return {
        "code": row.code,
        "office_id": office_id,
        "number": row.number,
        "display": row.display,
        "kind": row.kind,
        "whose": row.whose,
        "hours": row.hours,
        "note": row.note,
        "said_on": row.said_on,
        "position": position,
        **make_provenance_fields(row),
    }


def make_desk_fields(row: reference.Desk, office_id: int, office_tokens: list[str]) -> dict:
    """Return the columns of a desk, which is found under its office's names too."""
    return {
        "code": row.code,
        "office_id": office_id,
        "names": row.names,
        "prepare": row.prepare,
        "name_tokens": name_tokens(row.names) + office_tokens,
        **make_provenance_fields(row),
    }


def make_competence_rows(desk: reference.Desk) -> list[tuple[str, ...]]:
    """Return one tuple of COMPETENCE_COLUMNS for each place and each goods prefix of the desk's competences."""
    return [tuple(getattr(row, column) for column in COMPETENCE_COLUMNS) for row in desk.rows()]
