"""A timetable as a CSV with a line a call, made into rows of services.jsonl by `service_rows`.

A fault is a sentence with where it stands; nothing is taken from a file with a fault. Vessel schedules are in `dcsa`.
"""

import csv
import io
import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from landsea_core.planner.network.days import WEEKDAYS, is_clock_time
from landsea_core.planner.network.model import MODES, Corridor
from landsea_core.planner.network.place_names import find_place
from landsea_core.planner.network.row_facts import place_fault
from landsea_core.planner.network.service_rows import TimedCall, find_call_faults, make_service_row
from landsea_core.planner.network.unknown_place import UnknownPlace
from landsea_core.sentences import Sentence

COLUMNS = ("id", "mode", "name", "days", "place", "arrive", "arrive_day", "depart", "depart_day")
_DAYS = re.compile(r"[0-9]{1,2}")


@dataclass(slots=True)
class Timetable:
    """Rows of services with what is wrong in the file; `where` says for each service at which place of it."""

    rows: list[dict[str, Any]] = field(default_factory=list)
    faults: list[Sentence] = field(default_factory=list)
    where: dict[str, str] = field(default_factory=dict)


def read_timetable_csv(corridor: Corridor, text: str, name: str, day: date) -> Timetable:
    """Read a CSV of calls in the order of travel; `day` is the day it was taken in, `name` that of the file."""
    found = Timetable()
    reader = csv.DictReader(io.StringIO(text.lstrip("\ufeff"), newline=""), strict=True)
    heads: dict[str, dict[str, str]] = {}
    calls: dict[str, list[TimedCall]] = defaultdict(list)
    faulty: set[str] = set()
    try:
        missing = [column for column in COLUMNS if column not in (reader.fieldnames or ())]
        if missing:
            said = Sentence(
                "%(where)s has no column %(columns)s; the first line is %(wanted)s.",
                where=f"{name}:1",
                columns=", ".join(missing),
                wanted=",".join(COLUMNS),
            )
            return Timetable(faults=[said])
        for row in reader:
            told = {key: (row[key] or "").strip() for key in COLUMNS}
            where = f"{name}:{reader.line_num}"
            head = heads.setdefault(told["id"], told)
            found.where.setdefault(told["id"], where)
            fault = _check_head(told, head) or _read_call(corridor, told, calls[told["id"]], where)
            if fault:
                found.faults.append(place_fault(f"{where} {told['id']}", fault))
                faulty.add(told["id"])
    except csv.Error as fault:
        where = f"{name}:{reader.line_num + 1}"
        found.faults.append(Sentence("%(where)s is no CSV: %(fault)s.", where=where, fault=fault))
        return found
    for key, head in heads.items():
        if key in faulty:
            continue  # calls are missing because their lines are faulty
        days = head["days"].split() if head["days"] != "daily" else "daily"
        found.faults += [
            place_fault(f"{where} {key}", fault) for where, fault in find_call_faults(calls[key], found.where[key])
        ]
        if not found.faults:
            found.rows.append(make_service_row(corridor, key, head["mode"], head["name"], days, calls[key], name, day))
    if found.faults:
        found.rows.clear()
    return found


def _check_head(told: dict[str, str], head: dict[str, str]) -> Sentence | None:
    if not told["id"]:
        return Sentence("the line names no service (id).")
    if told["mode"] not in MODES:
        return Sentence("the mode '%(said)s' is none of %(known)s.", said=told["mode"], known=", ".join(MODES))
    if told["mode"] != head["mode"] or told["days"] != head["days"]:
        return Sentence("mode and days must be the same on all lines of a service.")
    if told["days"] != "daily" and (not told["days"] or set(told["days"].split()) - set(WEEKDAYS)):
        known = " ".join(WEEKDAYS)
        return Sentence("days '%(said)s' are neither daily nor among %(known)s.", said=told["days"], known=known)
    return None


_MONDAY = datetime(2027, 1, 11)


def _read_call(corridor: Corridor, told: dict[str, str], calls: list[TimedCall], where: str) -> Sentence | None:
    """Add a call of a CSV line; return what is wrong with it, or nothing."""
    try:
        place = find_place(corridor, told["place"]).place
    except UnknownPlace as unknown:
        return unknown.sentence
    moments: list[datetime | None] = []
    for key in ("arrive", "depart"):
        text, days = told[key], told[f"{key}_day"] or "0"
        if text and (not is_clock_time(text) or not _DAYS.fullmatch(days)):
            return Sentence(
                "'%(said)s' with day '%(day)s' is no clock time; write HH:MM and a whole number of days.",
                said=text,
                day=days,
            )
        clock = timedelta(hours=int(text[:2]), minutes=int(text[3:]), days=int(days)) if text else None
        moments.append((_MONDAY + clock).replace(tzinfo=ZoneInfo(place.zone)) if clock is not None else None)
    arrive, depart = moments
    calls.append(TimedCall(place.code, arrive, depart, where))
    return None
