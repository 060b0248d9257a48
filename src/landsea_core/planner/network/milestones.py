"""Reading trips that somebody uploads: CSV, DCSA track-and-trace events, EPCIS 2.0 events. Only what happened counts.

What the two standards write is read in `event_standards`. Each reader gives milestones and faults; a fault is a sentence
with the line or the number of the event. Nothing is taken from a file with a fault.
"""

import csv
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from landsea_core.planner.network.event_standards import HAPPENINGS, EventWords, read_dcsa_event, read_epcis_event
from landsea_core.planner.network.model import Corridor
from landsea_core.planner.network.place_names import find_place
from landsea_core.planner.network.trip_events import FIRST_YEAR, LAST_YEAR, TripEvent, is_of_our_time
from landsea_core.planner.network.unknown_place import UnknownPlace
from landsea_core.sentences import Figure, Sentence

COLUMNS = ("trip", "place", "what", "at")
MOST = 20_000
"""Events in one upload, and milestones that they come to."""
MOST_FAULTS = 100
"""After so many faults a file is not read on: nothing is taken from it anyway."""


AHEAD = timedelta(hours=1)
"""Clocks may differ by so much; what lies further ahead has not happened."""


@dataclass(slots=True)
class MilestoneReading:
    """What a file holds; `codes` are the places named so far, for a name is looked up among all names. `now` is the moment
    of reading: what lies ahead of it has not happened; None where nothing is held against a clock.
    """

    now: datetime | None = None

    found: list[TripEvent] = field(default_factory=list)
    faults: list[Sentence] = field(default_factory=list)
    codes: dict[str, str] = field(default_factory=dict)


def read_milestones(corridor: Corridor, text: str, now: datetime | None = None) -> tuple[str, MilestoneReading]:
    """Return what kind of file it is (csv, dcsa, epcis) and what it holds; `now` (aware): what lies ahead is a fault."""
    reading = MilestoneReading(now)
    if text.lstrip()[:1] not in {"{", "["}:
        _read_table(corridor, reading, text)
        return "csv", reading
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as fault:
        reading.faults.append(Sentence("The file looks like JSON and is none: %(fault)s.", fault=fault))
        return "dcsa", reading
    if isinstance(data, dict) and ("epcisBody" in data or "@context" in data):
        body = data.get("epcisBody")
        return "epcis", _read_events(
            corridor, reading, body.get("eventList") if isinstance(body, dict) else None, read_epcis_event
        )
    events = data.get("events", data.get("data")) if isinstance(data, dict) else data
    return "dcsa", _read_events(corridor, reading, events, read_dcsa_event)


def _read_table(corridor: Corridor, reading: MilestoneReading, text: str) -> None:
    reader = csv.DictReader(io.StringIO(text.lstrip("\ufeff"), newline=""), strict=True)
    try:
        _read_rows(corridor, reading, reader)
    except csv.Error as fault:
        reading.faults.append(
            Sentence("Line %(number)s cannot be read as CSV: %(fault)s.", number=reader.line_num + 1, fault=fault)
        )


def _read_rows(corridor: Corridor, reading: MilestoneReading, reader: "csv.DictReader[str]") -> None:
    missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
    if missing:
        reading.faults.append(
            Sentence(
                "Line 1 has no column %(missing)s; the first line is trip,place,what,at.", missing=", ".join(missing)
            )
        )
        return
    for number, row in enumerate(reader):
        if _is_full(reading, number):
            return
        told = [(row.get(name) or "").strip() for name in COLUMNS]
        _keep_milestone(corridor, reading, Sentence("Line %(number)s", number=reader.line_num), *told)


def _is_full(reading: MilestoneReading, read_so_far: int) -> bool:
    """Say whether reading ends here; a file with more events than are taken at once gets a fault that says so."""
    if read_so_far >= MOST:
        reading.faults.append(
            Sentence("The file holds more than %(most)s events; send it in parts.", most=Figure(f"{MOST:,}"))
        )
    return read_so_far >= MOST or len(reading.faults) >= MOST_FAULTS


def _read_events(
    corridor: Corridor,
    reading: MilestoneReading,
    events: Any,
    of_event: Callable[[dict[str, Any]], Iterator[EventWords]],
) -> MilestoneReading:
    if not isinstance(events, list):
        reading.faults.append(Sentence("The file holds no list of events."))
        return reading
    for number, event in enumerate(events, 1):
        if _is_full(reading, number - 1):
            break
        if not isinstance(event, dict):
            reading.faults.append(Sentence("Event %(number)s is no object.", number=number))
            continue
        try:
            for told in of_event(event):
                if _is_full(reading, len(reading.found)):  # one event of EPCIS may name any number of trips
                    return reading
                _keep_milestone(corridor, reading, Sentence("Event %(number)s", number=number), *told)
        except (AttributeError, TypeError):
            reading.faults.append(
                Sentence("Event %(number)s is not laid out as its standard says; look at what it holds.", number=number)
            )
    return reading


def _keep_milestone(
    corridor: Corridor, reading: MilestoneReading, where: Sentence, trip: str, place: str, what: str, at: str
) -> None:
    """Keep a milestone, or say what is wrong with it."""
    fault = None
    try:
        code = reading.codes.get(place) or find_place(corridor, place).place.code
        reading.codes[place] = code
        moment = datetime.fromisoformat(at)
    except UnknownPlace as unknown:
        fault = unknown.sentence
    except ValueError:
        fault = Sentence("'%(at)s' is no time; write it like 2026-12-01T08:00+08:00.", at=at)
    else:
        if moment.utcoffset() is None:
            fault = Sentence("the time '%(at)s' needs its zone, as in 2026-12-01T08:00+08:00.", at=at)
        elif not is_of_our_time(moment):
            fault = Sentence(
                "'%(at)s' lies outside the years %(first)s to %(last)s; correct it.",
                at=at,
                first=FIRST_YEAR,
                last=LAST_YEAR,
            )
        elif reading.now is not None and moment > reading.now + AHEAD:
            fault = Sentence("'%(at)s' is still to come; log what has happened.", at=at)
    if what not in HAPPENINGS:
        fault = Sentence("'%(what)s' is none of %(known)s.", what=what, known=", ".join(HAPPENINGS))
    if not trip:
        fault = Sentence("it does not say which trip it belongs to.")
    if fault is not None:
        reading.faults.append(Sentence("%(where)s: %(fault)s", where=where, fault=fault))
        return
    reading.found.append(TripEvent(trip, code, what, moment))
