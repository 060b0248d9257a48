"""Public telephones of offices: whether a number is one of the office's country, and the hours at which it answers.

A number is either E.164, `+` with country code and number, or a short code that is dialled as it stands within its
country. Which numbers exist is known by the library `phonenumbers`; it does not know all short codes, so of those only
the form is looked at.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from landsea_core.clock.hours import Interval, parse_hours
from landsea_core.reference.rows import Problem, Row

ALL_DAY = "24 h"
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_SHORT = re.compile(r"[1-9]\d{2,5}")
_DAYS = re.compile(r"([A-Z][a-z]{2})(?:-([A-Z][a-z]{2}))?")


@dataclass(frozen=True, slots=True)
class Opening:
    """Days on which a telephone answers, first to last weekday (Monday is 0), and the times of each of them."""

    first: int
    last: int
    intervals: tuple[Interval, ...]


def read_opening_hours(text: str) -> tuple[Opening, ...]:
    """The hours in a text such as `Mon-Thu 09:00-13:00 14:00-17:00; Fri 09:00-12:15`; `24 h` is every day and hour.

    Empty text says nothing about hours and gives nothing. Raises ValueError with a sentence that says how to write it.

    >>> read_opening_hours("Sat 09:00-12:00")
    (Opening(first=5, last=5, intervals=((540, 720),)),)
    """
    if text == ALL_DAY:
        return (Opening(0, 6, ((0, 24 * 60),)),)
    return tuple(_part(part.strip()) for part in text.split(";")) if text else ()


def _part(text: str) -> Opening:
    days, _, hours = text.partition(" ")
    match = _DAYS.fullmatch(days)
    names = [name for name in match.groups() if name] if match else []
    if not names or any(name not in WEEKDAYS for name in names):
        raise ValueError(f"Write days as Mon or Mon-Fri before their hours, not {days!r}.")
    first, last = WEEKDAYS.index(names[0]), WEEKDAYS.index(names[-1])
    intervals = parse_hours(hours)
    if last < first or not intervals:
        raise ValueError(f"Days run forward within a week and have hours: {text!r} does not.")
    return Opening(first, last, intervals)


def check_telephones(rows: list[Row], offices: Mapping[str, Row]) -> Iterator[Problem]:
    """What is wrong with the telephones: unknown offices, a number twice at one office, numbers that do not exist.

    `offices` are the rows of the offices by their codes; both have passed `shape`.
    """
    first: dict[tuple[str, str], int] = {}
    for row in rows:
        office, number = row.data["office"], row.data["number"]
        if (office, number) in first:
            yield row.problem(f"{number} is already on line {first[office, number]} for {office}.")
        first.setdefault((office, number), row.line)
        if office not in offices:
            yield row.problem(f"office names {office}, which is not in offices.jsonl.")
            continue
        countries = {offices[office].data["host_country"], offices[office].data["country"]} - {""}
        if fault := number_fault(number, row.data["display"], countries):
            yield row.problem(fault)


def number_fault(number: str, display: str, countries: set[str]) -> str:
    """What is wrong with a number or with how it is written, in a sentence; "" when nothing is.

    `countries` are ISO 3166-1 codes: the country an office stands in, and for a mission the one that sends it.
    """
    written = "".join(sign for sign in display if sign.isdigit())
    if number.startswith("+"):
        fault, writings = _number_abroad(number, countries)
    else:
        short = _SHORT.fullmatch(number)
        fault = "" if short else f"{number!r} is neither E.164 (+ and country code) nor a short code of 3 to 6 digits."
        writings = (number,)
    return fault or ("" if written in writings else f"display {display!r} has other digits than {number}.")


def _number_abroad(number: str, countries: set[str]) -> tuple[str, tuple[str, ...]]:
    """What is wrong with a number in E.164, or "", and the digits with which it may be written."""
    import phonenumbers  # here, since only checking asks for it and it takes long to load

    try:
        parsed = phonenumbers.parse(number, None)
    except phonenumbers.NumberParseException as fault:
        return f"{number!r} is not a number in E.164: {fault}.", ()
    if phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164) != number:
        return f"{number!r} must be written as E.164: + and digits only.", ()
    if not any(phonenumbers.is_valid_number_for_region(parsed, country) for country in countries):
        return f"{number} is not a number that exists in {' or '.join(sorted(countries))}.", ()
    national = phonenumbers.national_significant_number(parsed)
    return "", (number[1:], national, f"0{national}")
