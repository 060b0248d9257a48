"""What must hold of the network's files; every fault is a sentence that names file and line. Also the counts.

Reads the rows as they stand, so that a file with faults can be told about; nothing is planned here.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from landsea_core.planner.network.days import WEEKDAYS, clock, midnight, offset
from landsea_core.planner.network.load import NetworkFault, rows
from landsea_core.planner.network.model import HAUL, HOP, LINE, MODES, TRUCK

GRADES = frozenset({"measured", "published", "reported", "claimed", "derived", "assumed"})
SPEED_KMH = {"road": (5, 90), "rail": (3, 90), "sea": (4, 45), "river": (2, 40), "air": (80, 950)}
"""Slowest and fastest sensible average of a whole service, stops included, by mode."""
LOCAL_KM = 200
"""A haul that is longer is no local haulage."""
KM_PER_NAUTICAL_MILE = 1.852
SEA_TOLERANCE = 0.2
MONDAY = date(2027, 1, 11)
_COUNTED_APART = {"places.jsonl", "services.jsonl", "procedures.jsonl"}
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_DATED = re.compile(r"\d{4}(-\d\d){0,2}")


@dataclass(slots=True)
class Findings:
    """Faults, each with file and line, and what was counted."""

    faults: list[str] = field(default_factory=list)
    counts: dict[str, dict[str, int]] = field(default_factory=dict)


Numbered = list[tuple[int, dict[str, Any]]]


def check(folder: Path) -> Findings:
    """Check the network under a reference folder (data/reference)."""
    found = Findings()
    files: dict[str, Numbered] = {}
    network = folder / "network"
    for path in (folder / "places.jsonl", *sorted(network.glob("*.jsonl"))):
        try:
            files[path.name] = list(rows(path))
        except NetworkFault as fault:
            found.faults.append(str(fault))
            files[path.name] = []
    if not files.get("services.jsonl"):
        found.faults.append(f"services.jsonl: no service is on record in {network.name}.")
        return found
    for name, numbered in files.items():
        found.faults += [f"{name}:{line} {sentence}" for line, sentence in _facts(numbered)]
    places = {row["code"]: row for _, row in files["places.jsonl"] if "code" in row}
    for name, check_row in (
        ("services.jsonl", _service),
        ("procedures.jsonl", _procedure),
        ("closures.jsonl", _closure),
    ):
        for line, row in files.get(name, ()):
            try:
                said = list(check_row(row, places))
            except (KeyError, TypeError, ValueError, IndexError) as fault:
                said = [f"the row cannot be read ({fault!r}); compare it with its neighbours."]
            found.faults += [f"{name}:{line} {row.get('id', '')}: {sentence}" for sentence in said]
        found.faults += [f"{name}:{line} {sentence}" for line, sentence in _twice(files.get(name, []))]
    if not found.faults:  # what rows say of each other can be read only when each can
        found.faults += _borders(files, places)
        found.faults += _references(files)
        found.faults += _sea(files)
        found.counts = _counted(files)
    return found


def _facts(numbered: Numbered) -> Iterator[tuple[int, str]]:
    for line, row in numbered:
        if "hours_low" in row:  # journeys have a basis in place of a grade
            continue
        if row.get("grade") not in GRADES:
            yield line, f"{_name(row)}: the grade '{row.get('grade')}' is none of {', '.join(sorted(GRADES))}."
        if not row.get("source"):
            yield line, f"{_name(row)}: say where the row is from (source)."
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", str(row.get("checked", ""))):
            yield line, f"{_name(row)}: say on which day it was checked (checked, as 2026-11-25)."


def _name(row: dict[str, Any]) -> str:
    return str(row.get("id") or row.get("code") or row.get("mode") or row.get("currency") or "row")


def _twice(numbered: Numbered) -> Iterator[tuple[int, str]]:
    seen: dict[str, int] = {}
    for line, row in numbered:
        key = row.get("id", "")
        if key in seen:
            yield line, f"{key} is given twice; it stands on line {seen[key]} already."
        seen.setdefault(key, line)


def _service(row: dict[str, Any], places: dict[str, dict[str, Any]]) -> Iterator[str]:
    if row["kind"] not in {LINE, TRUCK, HAUL, HOP} or row["mode"] not in MODES:
        yield f"kind '{row['kind']}' or mode '{row['mode']}' is not known."
        return
    calls = row["calls"]
    unknown = [call["place"] for call in calls if call["place"] not in places]
    if unknown or len(calls) < 2:
        yield f"calls at unknown places: {', '.join(unknown)}." if unknown else "needs at least two calls."
        return
    for one, other in pairwise(calls):
        if one["place"] == other["place"]:
            yield f"calls at {one['place']} twice in a row: nothing moves."
    yield from _days(row)
    if not row["not_offered"]:
        yield from _speed(row)
    if row["kind"] == LINE and not row["not_offered"]:
        yield from _times(row, places)
    if row["kind"] == HAUL and row["km"] > LOCAL_KM:
        yield f"{row['km']} km is no local haulage; make it a truck (at most {LOCAL_KM} km)."
    countries = {places[call["place"]]["country"] for call in calls}
    if row["kind"] in {HAUL, TRUCK} and len(countries) > 1:
        yield "goes over a border; only a line or a hop may."
    if row["kind"] == HOP and len(countries) != 2:
        yield "must join two countries."
    for key in ("from", "until"):
        if row[key] and not _DATED.fullmatch(row[key]):
            yield f"'{row[key]}' in '{key}' is no year, month or day."
    bad = [key for key, value in row["carries"].items() if value not in {True, False, None}]
    if bad:
        yield f"carries: {', '.join(bad)} must be true, false or null for unknown."


def _days(row: dict[str, Any]) -> Iterator[str]:
    days = row["days"]
    weekdays = isinstance(days, list) and days and set(days) <= set(WEEKDAYS)
    number = isinstance(days, int | float) and not isinstance(days, bool) and days > 0
    if not (days in ("daily", "on call") or weekdays or number):
        yield f"days {days!r} are no weekdays, no number a week, not daily and not on call."


def _speed(row: dict[str, Any]) -> Iterator[str]:
    if row["hours"] <= 0 or row["km"] <= 0:
        yield "hours and km must be above zero."
        return
    slow, fast = SPEED_KMH[row["mode"]]
    speed = row["km"] / row["hours"]
    if row["kind"] != HOP and not slow <= speed <= fast:
        yield f"{row['km']} km in {row['hours']} h are {speed:.0f} km/h; {row['mode']} goes {slow} to {fast} km/h."


def _times(row: dict[str, Any], places: dict[str, dict[str, Any]]) -> Iterator[str]:
    before: int | None = None
    last = len(row["calls"]) - 1
    for place, call in enumerate(row["calls"]):
        for key, wanted in (("arrive", place > 0), ("depart", place < last)):
            text = call[key]
            if bool(text) != wanted:
                yield f"{call['place']}: {'a' if wanted else 'no'} clock time is needed under '{key}'."
            if not text:
                continue
            if not _CLOCK.fullmatch(text):
                yield f"{call['place']}: '{text}' is no clock time; write HH:MM."
                continue
            minute = (
                midnight(MONDAY) + call[f"{key}_day"] * 1440 + clock(text) - offset(places[call["place"]]["tz"], MONDAY)
            )
            if before is not None and minute < before + (1 if key == "arrive" else 0):
                yield f"{call['place']}: {key} lies before the time of the call before; check hours, days and zones."
            before = minute
        if call["grade"] not in GRADES:
            yield f"{call['place']}: the clock times need a grade."


def _procedure(row: dict[str, Any], places: dict[str, dict[str, Any]]) -> Iterator[str]:
    if row["place"] not in places:
        yield f"the place {row['place']} is not known."
    hours = [row["hours"][key] for key in ("min", "typical", "p90") if row["hours"][key] is not None]
    if hours != sorted(hours) or any(value < 0 for value in hours):
        yield "min, typical and p90 must not fall, and not be below zero."
    if row["opens"] and not clock(row["opens"]) < clock(row["closes"]):
        yield "closes before it opens."
    unknown = set(row["at"]) - {"join", "leave", "change", "hop", "in", "gate"}
    if unknown:
        yield f"at: {', '.join(sorted(unknown))} is no occasion."


def _closure(row: dict[str, Any], places: dict[str, dict[str, Any]]) -> Iterator[str]:
    unknown = [code for code in row["places"] if code not in places]
    if unknown:
        yield f"the places {', '.join(unknown)} are not known."
    if row["until"] and row["until"] < row["from"]:
        yield "ends before it begins."


def _borders(files: dict[str, Numbered], places: dict[str, dict[str, Any]]) -> Iterator[str]:
    """Every border that cargo crosses by a hop has formalities on both sides, and a line's end abroad has some too."""
    hops = {row["place"] for _, row in files["procedures.jsonl"] if "hop" in row["at"] and row["hours"]["typical"]}
    cleared = {(row["place"], row["mode"]) for _, row in files["procedures.jsonl"] if "in" in row["at"]}

    def abroad(called: list[str]) -> bool:
        return places[called[0]]["country"] != places[called[-1]]["country"]

    for line, row in files["services.jsonl"]:
        called = [call["place"] for call in row["calls"]]
        if not set(called) <= set(places):
            continue
        if row["kind"] == HOP:
            for code in called:
                if code not in hops:
                    yield f"services.jsonl:{line} {row['id']}: no procedure is on record at {code} for those who cross."
        elif row["kind"] == LINE and abroad(called) and (called[-1], row["mode"]) not in cleared:
            yield f"services.jsonl:{line} {row['id']}: nobody clears what it brings to {called[-1]}."


def _references(files: dict[str, Numbered]) -> Iterator[str]:
    known = {row["id"] for _, row in files["services.jsonl"]}
    for name in ("prices.jsonl", "closures.jsonl"):
        for line, row in files.get(name, ()):
            unknown = [one for one in row["services"] if one not in known]
            if unknown:
                yield f"{name}:{line} {row['id']}: the services {', '.join(unknown)} are not known."
    modes = {row["mode"] for _, row in files.get("emissions.jsonl", ()) if row["used"]}
    for mode in sorted(set(MODES) - modes):
        yield f"emissions.jsonl: no factor is used for {mode}; mark one."
    for line, row in files.get("prices.jsonl", ()):
        if row["low"] > row["high"] or not row["from"] or not row["until"]:
            yield f"prices.jsonl:{line} {row['id']}: a price is a range with a period (low, high, from, until)."


def _sea(files: dict[str, Numbered]) -> Iterator[str]:
    """Kilometres of lines by sea agree with the table of distances, which names its overrides."""
    miles = {frozenset((row["from"], row["to"])): row["nm"] for _, row in files.get("sea_distances.jsonl", ())}
    for line, row in files["services.jsonl"]:
        if row["mode"] != "sea" or row["kind"] != LINE or row["not_offered"] or not miles:
            continue
        called = [call["place"] for call in row["calls"]]
        stretches = [miles.get(frozenset(pair)) for pair in pairwise(called)]
        if None in stretches:
            continue
        km = sum(stretches) * KM_PER_NAUTICAL_MILE
        if abs(km / row["km"] - 1) > SEA_TOLERANCE:
            yield (
                f"services.jsonl:{line} {row['id']}: {row['km']} km, but sea_distances.jsonl makes it {km:.0f}; "
                "correct the row, or give the pair an override with its source."
            )


def _counted(files: dict[str, Numbered]) -> dict[str, dict[str, int]]:
    services = [row for _, row in files["services.jsonl"]]
    lines = [row for row in services if row["kind"] == LINE]
    used = {call["place"] for row in services for call in row["calls"]}
    return {
        "places": {"on record": len(files["places.jsonl"]), "served": len(used)},
        "services by kind": dict(Counter(row["kind"] for row in services)),
        "lines by mode": dict(Counter(row["mode"] for row in lines)),
        "grade of lines' times": dict(Counter(row["grade"] for row in lines)),
        "clock times by grade": dict(Counter(call["grade"] for row in lines for call in row["calls"])),
        "procedures by kind": dict(Counter(row["kind"] for _, row in files["procedures.jsonl"])),
        "grade of procedures": dict(Counter(row["grade"] for _, row in files["procedures.jsonl"])),
        "other rows": {name: len(numbered) for name, numbered in files.items() if name not in _COUNTED_APART},
    }
