"""Timetables that are no GTFS: a CSV with a line a call, and DCSA Commercial Schedules (vessel schedules, JSON).

Both become rows of services.jsonl. A fault is a sentence with the line, or with the service and the number of the call;
nothing is taken from a file with a fault.
"""

import csv
import io
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

from landsea_core.planner.network.days import WEEKDAYS
from landsea_core.planner.network.geography import great_circle_km
from landsea_core.planner.network.gtfs_rows import DETOUR
from landsea_core.planner.network.model import LINE, MODES, Corridor
from landsea_core.planner.network.naming import UnknownPlace, meant

COLUMNS = ("id", "mode", "name", "days", "place", "arrive", "arrive_day", "depart", "depart_day")
_CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
_DAYS = re.compile(r"[0-9]{1,2}")


@dataclass(slots=True)
class Timetable:
    """Rows of services with what is wrong in the file; `where` says for each service at which place of it."""

    rows: list[dict[str, Any]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    where: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Call:
    """A call on its way to a row: aware moments on the week of a first run; None at the ends. `where` in the file."""

    place: str
    arrive: datetime | None
    depart: datetime | None
    where: str


def read_csv(corridor: Corridor, text: str, name: str, day: date) -> Timetable:
    """Read a CSV of calls in the order of travel; `day` is the day it was taken in, `name` that of the file."""
    found = Timetable()
    reader = csv.DictReader(io.StringIO(text.lstrip("\ufeff"), newline=""))
    heads: dict[str, dict[str, str]] = {}
    calls: dict[str, list[Call]] = defaultdict(list)
    try:
        missing = [column for column in COLUMNS if column not in (reader.fieldnames or ())]
        if missing:
            said = f"{name}:1 has no column {', '.join(missing)}; the first line is {','.join(COLUMNS)}."
            return Timetable(faults=[said])
        for row in reader:
            told = {key: (row[key] or "").strip() for key in COLUMNS}
            where = f"{name}:{reader.line_num}"
            head = heads.setdefault(told["id"], told)
            found.where.setdefault(told["id"], where)
            fault = _head_fault(told, head) or _call_of(corridor, told, calls[told["id"]], where)
            if fault:
                found.faults.append(f"{where} {told['id']}: {fault}")
    except csv.Error as fault:
        found.faults.append(f"{name}:{reader.line_num} is no CSV: {fault}.")
        return found
    for key, head in heads.items():
        days = head["days"].split() if head["days"] != "daily" else "daily"
        found.faults += [f"{where} {key}: {fault}" for where, fault in _faults(calls[key], found.where[key])]
        if not found.faults:
            found.rows.append(_row(corridor, key, head["mode"], head["name"], days, calls[key], name, day))
    if found.faults:
        found.rows.clear()
    return found


def _head_fault(told: dict[str, str], head: dict[str, str]) -> str:
    if not told["id"]:
        return "the line names no service (id)."
    if told["mode"] not in MODES:
        return f"the mode '{told['mode']}' is none of {', '.join(MODES)}."
    if told["mode"] != head["mode"] or told["days"] != head["days"]:
        return "mode and days must be the same on all lines of a service."
    if told["days"] != "daily" and (not told["days"] or set(told["days"].split()) - set(WEEKDAYS)):
        return f"days '{told['days']}' are neither daily nor among {' '.join(WEEKDAYS)}."
    return ""


_MONDAY = datetime(2027, 1, 11)


def _call_of(corridor: Corridor, told: dict[str, str], calls: list[Call], where: str) -> str:
    """Add a call of a CSV line; return what is wrong with it, or nothing."""
    try:
        place = meant(corridor, told["place"]).place
    except UnknownPlace as unknown:
        return str(unknown)
    moments: list[datetime | None] = []
    for key in ("arrive", "depart"):
        text, days = told[key], told[f"{key}_day"] or "0"
        if text and (not _CLOCK.fullmatch(text) or not _DAYS.fullmatch(days)):
            return f"'{text}' with day '{days}' is no clock time; write HH:MM and a whole number of days."
        clock = timedelta(hours=int(text[:2]), minutes=int(text[3:]), days=int(days)) if text else None
        moments.append((_MONDAY + clock).replace(tzinfo=ZoneInfo(place.zone)) if clock is not None else None)
    calls.append(Call(place.code, *moments, where))
    return ""


def read_dcsa(corridor: Corridor, text: str, name: str, day: date) -> Timetable:
    """Read DCSA vessel schedules: the first sailing of each service is its pattern, their weekdays its days.

    JSON has no lines worth naming: a fault names the service, the sailing and the call by their numbers.
    """
    found = Timetable()
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as fault:
        found.faults.append(f"{name} is no JSON: {fault}.")
        return found
    services = data.get("vesselSchedules", data) if isinstance(data, dict) else data
    if not isinstance(services, list) or not all(isinstance(one, dict) for one in services):
        found.faults.append(f"{name} holds no list of services with vesselSchedules.")
        return found
    for number, service in enumerate(services, 1):
        code = str(service.get("carrierServiceCode") or service.get("universalServiceReference") or f"service {number}")
        where = f"{name}: {code}"
        if code in found.where:
            found.faults.append(f"{where} is given twice; put its sailings together.")
        found.where[code] = where
        sailings = [one for one in _sailings(corridor, service.get("vesselSchedules"), where, found) if one]
        if not sailings:
            found.faults.append(f"{where} has no sailing with calls.")
            continue
        found.faults += [f"{place}: {fault}" for place, fault in _faults(sailings[0], where)]
        if not found.faults:
            days = [WEEKDAYS[n] for n in sorted({one[0].depart.weekday() for one in sailings if one[0].depart})]
            title = str(service.get("carrierServiceName") or code)
            found.rows.append(_row(corridor, code, "sea", title, days, sailings[0], name, day))
    if found.faults:
        found.rows.clear()
    return found


def _sailings(corridor: Corridor, schedules: Any, where: str, found: Timetable) -> Iterator[list[Call]]:
    """Yield the calls of each sailing of a service; what is none is a fault."""
    for number, one in enumerate(schedules if isinstance(schedules, list) else [], 1):
        stops = one.get("transportCalls") if isinstance(one, dict) else None
        if not isinstance(stops, list):
            found.faults.append(f"{where}, sailing {number} has no transportCalls.")
            continue
        yield _sailing(corridor, stops, f"{where}, sailing {number}", found)


def _sailing(corridor: Corridor, stops: list[Any], where: str, found: Timetable) -> list[Call]:
    calls = []
    for number, stop in enumerate(stops, 1):
        here = f"{where}, call {number}"
        try:
            location = stop.get("location") or {}
            place = meant(corridor, str(location.get("UNLocationCode") or stop.get("UNLocationCode") or "")).place
            moments = {
                event.get("eventTypeCode"): _moment(event["eventDateTime"]).astimezone(ZoneInfo(place.zone))
                for event in stop.get("timestamps") or []
            }
        except UnknownPlace as unknown:
            found.faults.append(f"{here}: {unknown}")
            continue
        except (KeyError, ValueError, TypeError, AttributeError, OverflowError) as fault:
            found.faults.append(f"{here}: it cannot be read ({fault}).")
            continue
        arrive = moments.get("ARRI") if number > 1 else None
        calls.append(Call(place.code, arrive, moments.get("DEPA") if number < len(stops) else None, here))
    return calls


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.utcoffset() is None:
        raise ValueError(f"{text} says no offset from UTC; write it like 2027-01-11T08:00:00+08:00")
    return moment


def _faults(calls: list[Call], where: str) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the calls of one service and where: too few, a time that is missing or runs back."""
    if len(calls) < 2:
        yield where, "fewer than two calls."
        return
    before: datetime | None = None
    for number, call in enumerate(calls):
        wanted = ([("arrive", call.arrive)] if number else []) + (
            [("depart", call.depart)] if number < len(calls) - 1 else []
        )
        for key, moment in wanted:
            if moment is None:
                yield call.where, f"{call.place} has no time to {key}."
            elif before is not None and moment < before:
                yield call.where, f"{call.place}: the time to {key} lies before the one before it."
            before = moment or before


def _row(
    corridor: Corridor, key: str, mode: str, title: str, days: Any, calls: list[Call], name: str, day: date
) -> dict[str, Any]:
    first = calls[0].depart
    places = [corridor.places[call.place] for call in calls]
    km = sum(great_circle_km(one, other) for one, other in pairwise(places)) * DETOUR[mode]
    return {
        "id": key,
        "kind": LINE,
        "mode": mode,
        "operator": "",
        "name": title or f"{places[0].name} - {places[-1].name}",
        "calls": [_call_row(call, first.date()) for call in calls],
        "days": "daily" if days == "daily" or len(days) == len(WEEKDAYS) else list(days),
        "hours": round((calls[-1].arrive - first).total_seconds() / 3600, 1),
        "km": max(1, round(km)),
        "km_grade": "derived",
        "carries": dict.fromkeys(("container", "reefer", "bulk", "vehicles", "dangerous")),
        "cut_off_hours": None,
        "capacity": "",
        "from": "",
        "until": "",
        "not_offered": "",
        "source": name,
        "grade": "published",
        "checked": day.isoformat(),
        "note": "",
        "correction": "",
    }


def _call_row(call: Call, first: date) -> dict[str, Any]:
    row: dict[str, Any] = {"place": call.place}
    days = 0
    for key, moment in (("arrive", call.arrive), ("depart", call.depart)):
        days = (moment.date() - first).days if moment else days
        row |= {key: f"{moment:%H:%M}" if moment else "", f"{key}_day": days}
    return {**row, "grade": "published"}
