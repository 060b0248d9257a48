"""Reading and checking the rows of data/reference/calendars as overrides."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from landsea_core.clock.countries import find_subdivision_code, find_usual_hours
from landsea_core.clock.days import DayStatus
from landsea_core.clock.hours import parse_hours
from landsea_core.clock.overrides import AnnouncedYears, Override, Overrides

_GRADES = frozenset({"measured", "published", "reported", "claimed", "derived", "assumed"})

_DAY_KEYS = frozenset(
    {"country", "subdivision", "day", "working", "hours", "status", "name", "source", "grade", "checked"}
)

_YEAR_KEYS = frozenset(
    {"country", "announced_through", "sighted_through", "swaps_within_days", "source", "grade", "checked"}
)


class OverrideError(ValueError):
    """A row that cannot be taken, in a sentence that says which and why."""


def read_overrides(files: Mapping[str, Iterable[str]]) -> Overrides:
    """Overrides from files of JSON lines, given as the name of each and its lines; empty lines are passed over.

    Rows with `day` are days, rows with `announced_through` say how far a country's holidays are announced. Raises
    OverrideError naming file and line when a row is malformed, lacks its source, or is about a day of a place that
    another row is about already, whether it contradicts that row or repeats it.
    """
    days: dict[tuple[str, str], dict[date, Override]] = {}
    announced: dict[str, AnnouncedYears] = {}
    for name, lines in files.items():
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                _take_row(json.loads(line), days, announced)
            except (ValueError, TypeError, AttributeError) as error:
                raise OverrideError(f"{name}, line {number}: {error}.") from error
    return Overrides(
        MappingProxyType({place: MappingProxyType(found) for place, found in days.items()}), MappingProxyType(announced)
    )


def _take_row(
    row: Any, days: dict[tuple[str, str], dict[date, Override]], announced: dict[str, AnnouncedYears]
) -> None:
    """Put one row where it belongs; ValueError when it is not one or another stands there."""
    if not isinstance(row, dict):
        raise ValueError("a row is an object with named fields")
    if "announced_through" in row:
        entry = _read_announced_years(row)
        if entry.country in announced:
            raise ValueError(f"{entry.country} has two rows of announced years; keep one")
        announced[entry.country] = entry
        return
    override = _read_override(row)
    place = days.setdefault((override.country, override.subdivision), {})
    other = place.get(override.day)
    if other is not None:
        how = "contradicts" if other.working != override.working else "repeats"
        raise ValueError(f"it {how} another row for {override.day} in the same place; keep one")
    place[override.day] = override


def _read_override(row: Mapping[str, Any]) -> Override:
    _check_keys(row, _DAY_KEYS, optional={"subdivision", "hours"})
    country = row["country"]
    if not isinstance(row["working"], bool):
        raise ValueError("`working` is true or false")
    hours = parse_hours(row.get("hours", ""))
    if hours and not row["working"]:
        raise ValueError("a day off has no hours")
    return Override(
        country=country,
        subdivision=find_subdivision_code(country, row.get("subdivision", "")),
        day=date.fromisoformat(row["day"]),
        working=row["working"],
        hours=hours,
        status=DayStatus(row["status"]),
        name=row["name"],
        **_read_provenance(row),
    )


def _read_announced_years(row: Mapping[str, Any]) -> AnnouncedYears:
    _check_keys(row, _YEAR_KEYS, optional={"sighted_through", "swaps_within_days"})
    through, swaps = row["announced_through"], row.get("swaps_within_days", 0)
    sighted = row.get("sighted_through", through)
    if not all(isinstance(value, int) for value in (through, sighted, swaps)) or not 0 <= swaps <= 31:
        raise ValueError("announced years are numbers, and `swaps_within_days` is 0 to 31")
    return AnnouncedYears(row["country"], through, sighted, swaps, **_read_provenance(row))


def _check_keys(row: Mapping[str, Any], keys: frozenset[str], optional: set[str]) -> None:
    if unknown := sorted(set(row) - keys):
        raise ValueError(f"unknown field {unknown[0]}")
    if missing := sorted(keys - optional - set(row)):
        raise ValueError(f"the field {missing[0]} is missing")
    find_usual_hours(row["country"])


def _read_provenance(row: Mapping[str, Any]) -> dict[str, Any]:
    if not row["source"] or row["grade"] not in _GRADES:
        raise ValueError(f"a row has a source and a grade, one of {', '.join(sorted(_GRADES))}")
    return {"source": row["source"], "grade": row["grade"], "checked": date.fromisoformat(row["checked"])}
