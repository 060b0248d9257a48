"""Reads the cells of a directory's spreadsheet: text in, fields of the tables out. What cannot be is a `RowFault` with a
sentence.
"""

from datetime import date
from zoneinfo import available_timezones

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext

from landsea.directory.reference_mapping import COMPETENCE_COLUMNS
from landsea_core.clock import format_hours, parse_hours
from landsea_core.countries import COUNTRIES

DAY_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

CHINESE_DAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")

PARTS = {"holder": "holder", "deputy": "deputy", "主办": "holder", "副办": "deputy", "": "holder"}

NAME_LANGUAGES = ("en", "zh", "vi", "local")


class RowFault(Exception):
    """A row that cannot be taken; the sentence says why and what to write."""

    def __init__(self, sentence: str):
        super().__init__(sentence)
        self.sentence = sentence


def read_names(row: dict[str, str], known: dict) -> dict:
    """Return the names of a row; names in other languages that the sheet has no column for stay."""
    given = {language: row[f"name_{language}"] for language in NAME_LANGUAGES if row.get(f"name_{language}")}
    kept = {language: name for language, name in known.items() if language not in NAME_LANGUAGES}
    return {**kept, **given}


def read_office_fields(row: dict[str, str], known_names: dict) -> dict:
    """Return the plain columns of an office; `parent` and `place` are codes and looked up by the caller."""
    country = row["country"].upper()
    if country not in COUNTRIES:
        raise RowFault(
            gettext("%(given)s is no country of the corridor: write two letters, as CN.") % {"given": country}
        )
    if row["time_zone"] not in available_timezones():
        raise RowFault(gettext("%(given)s is no time zone: write it as Asia/Vientiane.") % {"given": row["time_zone"]})
    return {
        "country": country,
        "kind": row["kind"],
        "names": read_names(row, known_names),
        "seat": row.get("seat", ""),
        "website": row.get("website", ""),
        "languages": read_codes(row.get("languages", "")),
        "time_zone": row["time_zone"],
        "weekend": read_weekend(row.get("weekend", "Sat Sun")),
        "hours": read_hours(row.get("hours", "09:00-12:00 13:30-17:00")),
        "closing_days": read_closing_days(row.get("closing_days", "")),
    }


def read_contact_fields(row: dict[str, str]) -> dict:
    """Return the columns of a contact."""
    email = row.get("email", "")
    if email:
        try:
            validate_email(email)
        except ValidationError as wrong:
            raise RowFault(
                gettext("%(given)s is no address: write it as name@example.org.") % {"given": email}
            ) from wrong
    part = row.get("part", "").strip().lower()
    if part not in PARTS:
        raise RowFault(gettext("Write holder or deputy for the part, not %(given)s.") % {"given": part})
    return {
        "name": row["name"][:120],
        "email": email,
        "phone": row.get("phone", "")[:40],
        "duty_phone": row.get("duty_phone", "")[:40],
        "part": PARTS[part],
        "languages": read_codes(row.get("languages", "")),
    }


def read_codes(text: str) -> list[str]:
    """Return the codes of a cell, however they are separated."""
    for separator in ",;、，；/":
        text = text.replace(separator, " ")
    return text.split()


def read_weekend(text: str) -> list[int]:
    """Return weekdays (Monday is 0) from names or Chinese names."""
    known = {name.lower(): at for names in (DAY_NAMES, CHINESE_DAYS) for at, name in enumerate(names)}
    found = [known.get(word[:3].lower() if word.isascii() else word) for word in read_codes(text)]
    if None in found:
        raise RowFault(gettext("Write the weekend as Sat Sun, not %(given)s.") % {"given": text})
    return sorted(found)


def read_hours(text: str) -> list[list[str]]:
    """Return office hours as the tables keep them."""
    try:
        spans = parse_hours(text)
    except ValueError as wrong:
        raise RowFault(gettext("Write hours as 09:00-12:00 13:30-17:00, not %(given)s.") % {"given": text}) from wrong
    if not spans:
        raise RowFault(gettext("An office is open at some hour: write hours as 09:00-12:00 13:30-17:00."))
    return [format_hours([span]).split("-") for span in spans]


def read_closing_days(text: str) -> list[date]:
    """Return days written as 2026-05-04."""
    try:
        return sorted(date.fromisoformat(word) for word in read_codes(text))
    except ValueError as wrong:
        raise RowFault(gettext("Write closing days as 2026-05-04, not %(given)s.") % {"given": text}) from wrong


def read_competences(text: str) -> list[tuple[str, ...]]:
    """Return the competences of a cell: one after another with semicolons, each as topic|matter|country|place|goods|
    direction|filer's country, with what is open left empty at the end or between.
    """
    found = []
    for one in filter(None, (part.strip() for part in text.replace("；", ";").split(";"))):
        columns = [cell.strip() for cell in one.replace("｜", "|").split("|")]
        if len(columns) > len(COMPETENCE_COLUMNS) or not any(columns):
            raise RowFault(
                gettext("Write each competence as topic|matter|country|place|goods|direction, not %(given)s.")
                % {"given": one}
            )
        found.append(tuple(columns + [""] * (len(COMPETENCE_COLUMNS) - len(columns))))
    if not found:
        raise RowFault(gettext("A desk answers for something: write at least one competence."))
    return sorted(set(found))
