"""Timetables that are no GTFS: a CSV with a line a call, and DCSA Commercial Schedules (vessel schedules, JSON).

Both become rows of services.jsonl. A fault is a sentence with the line, or with the service and the number of the call;
nothing is taken from a file with a fault.
"""

import csv
import io
import json
import re
from collections import defaultdict
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
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


@dataclass(slots=True)
class Timetable:
    """Rows of services with what is wrong in the file."""

    rows: list[dict[str, Any]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Call:
    """A call on its way to a row: aware moments on the week of a first run; None at the ends."""

    place: str
    arrive: datetime | None
    depart: datetime | None


def read_csv(corridor: Corridor, text: str, name: str, day: date) -> Timetable:
    """Read a CSV of calls in the order of travel; `day` is the day it was taken in, `name` that of the file."""
    found = Timetable()
    reader = csv.DictReader(io.StringIO(text.lstrip("\ufeff"), newline=""))
    missing = [column for column in COLUMNS if column not in (reader.fieldnames or ())]
    if missing:
        found.faults.append(f"{name}:1 has no column {', '.join(missing)}; the first line is {','.join(COLUMNS)}.")
        return found
    heads: dict[str, dict[str, str]] = {}
    calls: dict[str, list[Call]] = defaultdict(list)
    for row in reader:
        told = {key: (row[key] or "").strip() for key in COLUMNS}
        head = heads.setdefault(told["id"], told)
        fault = _head_fault(told, head) or _call_of(corridor, told, calls[told["id"]])
        if fault:
            found.faults.append(f"{name}:{reader.line_num} {told['id']}: {fault}")
    for key, head in heads.items():
        days = head["days"].split() if head["days"] != "daily" else "daily"
        found.faults += [f"{name}: {key}: {fault}" for fault in _faults(calls[key])]
        if not found.faults:
            found.rows.append(_row(corridor, key, head["mode"], head["name"], days, calls[key], name, day))
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


def _call_of(corridor: Corridor, told: dict[str, str], calls: list[Call]) -> str:
    """Add a call of a CSV line; return what is wrong with it, or nothing."""
    try:
        place = meant(corridor, told["place"]).place
    except UnknownPlace as unknown:
        return str(unknown)
    moments: list[datetime | None] = []
    for key in ("arrive", "depart"):
        text, days = told[key], told[f"{key}_day"] or "0"
        if text and (not _CLOCK.fullmatch(text) or not days.isdigit()):
            return f"'{text}' with day '{days}' is no clock time; write HH:MM and a whole number of days."
        clock = timedelta(hours=int(text[:2]), minutes=int(text[3:]), days=int(days)) if text else None
        moments.append((_MONDAY + clock).replace(tzinfo=ZoneInfo(place.zone)) if clock is not None else None)
    calls.append(Call(place.code, *moments))
    return ""


def read_dcsa(corridor: Corridor, text: str, name: str, day: date) -> Timetable:
    """Read DCSA vessel schedules: the first sailing of each service is its pattern, their weekdays its days."""
    found = Timetable()
    try:
        data = json.loads(text)
    except ValueError as fault:
        found.faults.append(f"{name} is no JSON: {fault}.")
        return found
    services = data.get("vesselSchedules", data) if isinstance(data, dict) else data
    if not isinstance(services, list):
        found.faults.append(f"{name} holds no list of services with vesselSchedules.")
        return found
    for number, service in enumerate(services, 1):
        code = str(service.get("carrierServiceCode") or service.get("universalServiceReference") or f"service {number}")
        sailings = [_sailing(corridor, one, f"{name}: {code}", found) for one in service.get("vesselSchedules", [])]
        sailings = [one for one in sailings if one]
        if not sailings:
            found.faults.append(f"{name}: {code} has no sailing with calls.")
            continue
        found.faults += [f"{name}: {code}: {fault}" for fault in _faults(sailings[0])]
        if not found.faults:
            days = [WEEKDAYS[n] for n in sorted({one[0].depart.weekday() for one in sailings if one[0].depart})]
            title = str(service.get("carrierServiceName") or code)
            found.rows.append(_row(corridor, code, "sea", title, days, sailings[0], name, day))
    return found


def _sailing(corridor: Corridor, sailing: dict[str, Any], where: str, found: Timetable) -> list[Call]:
    calls = []
    stops = sailing.get("transportCalls", [])
    for number, stop in enumerate(stops, 1):
        code = str((stop.get("location") or {}).get("UNLocationCode") or stop.get("UNLocationCode") or "")
        try:
            place = meant(corridor, code).place
            moments = {
                event.get("eventTypeCode"): datetime.fromisoformat(event["eventDateTime"]).astimezone(
                    ZoneInfo(place.zone)
                )
                for event in stop.get("timestamps", [])
            }
        except UnknownPlace as unknown:
            found.faults.append(f"{where}: call {number}: {unknown}")
            continue
        except (KeyError, ValueError) as fault:
            found.faults.append(f"{where}: call {number}: a timestamp cannot be read ({fault}).")
            continue
        arrive = moments.get("ARRI") if number > 1 else None
        calls.append(Call(place.code, arrive, moments.get("DEPA") if number < len(stops) else None))
    return calls


def _faults(calls: list[Call]) -> list[str]:
    """Return what is wrong with the calls of one service: too few, a time that is missing or runs back."""
    if len(calls) < 2:
        return ["fewer than two calls."]
    said = []
    before: datetime | None = None
    for number, call in enumerate(calls):
        wanted = ([("arrive", call.arrive)] if number else []) + (
            [("depart", call.depart)] if number < len(calls) - 1 else []
        )
        for key, moment in wanted:
            if moment is None:
                said.append(f"{call.place} has no time to {key}.")
            elif before is not None and moment < before:
                said.append(f"{call.place}: the time to {key} lies before the one before it.")
            before = moment or before
    return said


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
