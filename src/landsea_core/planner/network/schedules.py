"""A timetable as a CSV with a line a call, and how calls from any file become rows of services.jsonl.

A fault is a sentence with where it stands; nothing is taken from a file with a fault. Vessel schedules are in `dcsa`.
"""

import csv
import io
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
from landsea_core.planner.network.place_names import UnknownPlace, find_place
from landsea_core.planner.network.row_facts import place_fault
from landsea_core.sentences import Sentence

COLUMNS = ("id", "mode", "name", "days", "place", "arrive", "arrive_day", "depart", "depart_day")
_CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
_DAYS = re.compile(r"[0-9]{1,2}")


Where = str | Sentence
"""Where in a file something stands: file and line, or a service and a call by their numbers."""


@dataclass(slots=True)
class Timetable:
    """Rows of services with what is wrong in the file; `where` says for each service at which place of it."""

    rows: list[dict[str, Any]] = field(default_factory=list)
    faults: list[Sentence] = field(default_factory=list)
    where: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TimedCall:
    """A call on its way to a row: aware moments on the week of a first run; None at the ends. `where` in the file."""

    place: str
    arrive: datetime | None
    depart: datetime | None
    where: Where


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
        if text and (not _CLOCK.fullmatch(text) or not _DAYS.fullmatch(days)):
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


def find_call_faults(calls: list[TimedCall], where: Where) -> Iterator[tuple[Where, Sentence]]:
    """Yield what is wrong with the calls of one service and where: too few, a time that is missing or runs back."""
    if len(calls) < 2:
        yield where, Sentence("fewer than two calls.")
        return
    before: datetime | None = None
    for number, call in enumerate(calls):
        wanted = ([("arrive", call.arrive)] if number else []) + (
            [("depart", call.depart)] if number < len(calls) - 1 else []
        )
        for key, moment in wanted:
            if moment is None:
                yield call.where, Sentence("%(place)s has no time to %(key)s.", place=call.place, key=key)
            elif before is not None and moment < before:
                yield (
                    call.where,
                    Sentence(
                        "%(place)s: the time to %(key)s lies before the one before it.", place=call.place, key=key
                    ),
                )
            before = moment or before


def make_service_row(
    corridor: Corridor, key: str, mode: str, title: str, days: Any, calls: list[TimedCall], name: str, day: date
) -> dict[str, Any]:
    first, last = calls[0].depart, calls[-1].arrive
    if first is None or last is None:
        raise ValueError("A service has a time of departure at its first call and one of arrival at its last.")
    places = [corridor.places[call.place] for call in calls]
    km = sum(great_circle_km(one, other) for one, other in pairwise(places)) * DETOUR[mode]
    return {
        "id": key,
        "kind": LINE,
        "mode": mode,
        "operator": "",
        "name": title or f"{places[0].name} - {places[-1].name}",
        "calls": [_make_call_row(call, first.date()) for call in calls],
        "days": "daily" if days == "daily" or len(days) == len(WEEKDAYS) else list(days),
        "hours": round((last - first).total_seconds() / 3600, 1),
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


def _make_call_row(call: TimedCall, first: date) -> dict[str, Any]:
    row: dict[str, Any] = {"place": call.place}
    days = 0
    for key, moment in (("arrive", call.arrive), ("depart", call.depart)):
        days = (moment.date() - first).days if moment else days
        row |= {key: f"{moment:%H:%M}" if moment else "", f"{key}_day": days}
    return {**row, "grade": "published"}
