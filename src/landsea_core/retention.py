"""How long what is kept about a person stays: which period holds for a kind and a country, and what is past it. Pure."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

EVERYWHERE = "*"
GRADES = frozenset({"published", "reported", "assumed"})
MOST_MONTHS = 600


class PeriodFault(ValueError):
    """A file of periods that cannot be used; the text says in which line and why."""


@dataclass(frozen=True)
class Period:
    """One period: `months` after the end of what the rows of this kind were for, in this country or everywhere."""

    kind: str
    country: str
    months: int
    because: str
    source: str = ""
    checked: str = ""
    grade: str = "assumed"


def read_periods(file: Path) -> list[Period]:
    """Return the periods of a file, one JSON object a line. Raises PeriodFault."""
    found = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip():
            found.append(_period_of(line, f"{file.name}, line {number}"))
    return found


def _period_of(line: str, where: str) -> Period:
    try:
        row: dict[str, Any] = json.loads(line)
        period = Period(**row)
    except (ValueError, TypeError) as problem:
        raise PeriodFault(f"{where}: {problem}") from problem
    if not isinstance(period.months, int) or not 0 < period.months <= MOST_MONTHS:
        raise PeriodFault(f"{where}: months is a whole number from 1 to {MOST_MONTHS}.")
    if period.grade not in GRADES or period.grade != "assumed" and not period.source:
        raise PeriodFault(f"{where}: grade is one of {', '.join(sorted(GRADES))}, and all but assumed name a source.")
    if period.country != EVERYWHERE and not (len(period.country) == 2 and period.country.isupper()):
        raise PeriodFault(f"{where}: country is * or two capital letters.")
    return period


def find_period(periods: Iterable[Period], kind: str, country: str) -> Period | None:
    """Return the period for a kind in a country: the country's own before the one for everywhere; of several the last, so that
    an installation's own file counts before ours. None: such rows stay until somebody asks.

    >>> ours = [Period("mails", "*", 12, "a year"), Period("mails", "LA", 6, "there")]
    >>> find_period(ours, "mails", "LA").months, find_period(ours, "mails", "VN").months
    (6, 12)
    """
    of_kind = [period for period in periods if period.kind == kind]
    for code in (country, EVERYWHERE):
        found = [period for period in of_kind if period.country == code]
        if found:
            return found[-1]
    return None


def find_moment_of_expiry(now: datetime, months: int) -> datetime:
    """Return the moment before which something ended that is past its period now (aware). A day that the month does not have is
    its last one.

    >>> find_moment_of_expiry(datetime(2026, 3, 31, 12), 1)
    datetime.datetime(2026, 2, 28, 12, 0)
    """
    years, month = divmod(now.year * 12 + now.month - 1 - months, 12)
    for day in range(now.day, 27, -1):
        try:
            return now.replace(year=years, month=month + 1, day=day)
        except ValueError:
            continue
    return now.replace(year=years, month=month + 1)
