"""A timetable from outside on its way into the network: GTFS as a zip, CSV or DCSA schedules, told by what it holds.

It becomes rows in the form of the files. What a file does not say of a service that is on record stays as it was.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from landsea_core.planner.network.dcsa import read_dcsa
from landsea_core.planner.network.gtfs_reading import read_feed_from_zip
from landsea_core.planner.network.gtfs_rows import make_service_rows, match_places
from landsea_core.planner.network.model import LINE, Corridor
from landsea_core.planner.network.row_checks import find_row_faults
from landsea_core.planner.network.row_counts import Numbered
from landsea_core.planner.network.row_facts import place_fault
from landsea_core.planner.network.schedules import read_timetable_csv
from landsea_core.sentences import Sentence

Row = dict[str, Any]
MOST_SERVICES = 3000
"""Twice what is on record: our own export can be sent back."""
_DERIVED = ("km", "km_grade")
"""Figures that no timetable says: ours stay while the calls are the same."""


@dataclass(slots=True)
class IncomingTimetable:
    """What a file comes to: rows of services and of places that are new, and what is wrong, each with file and line."""

    name: str
    services: list[Row] = field(default_factory=list)
    places: list[Row] = field(default_factory=list)
    faults: list[Sentence] = field(default_factory=list)


def read_incoming_timetable(
    corridor: Corridor, files: Mapping[str, Numbered], name: str, data: bytes, day: date
) -> IncomingTimetable:
    """Read the bytes of a file called `name`, taken in on `day`, against the rows on record (by file name).

    Every row must hold what `checks` demands of each; with any fault there are no rows.
    """
    found, where = _read_by_kind(corridor, name, data, day)
    if len(found.services) > MOST_SERVICES:
        found.faults.append(
            Sentence(
                "%(file)s holds %(number)s services; send at most %(most)s at a time.",
                file=name,
                number=len(found.services),
                most=MOST_SERVICES,
            )
        )
    if not found.faults and not found.services:
        found.faults.append(Sentence("%(file)s holds no service with two calls or more.", file=name))
    if not found.faults:
        _complete_by_record(files, found, where)
    if found.faults:
        found.services.clear()
        found.places.clear()
    return found


def _read_by_kind(corridor: Corridor, name: str, data: bytes, day: date) -> tuple[IncomingTimetable, dict[str, str]]:
    """Return what the reader for this kind of file finds, and where in the file each key stands."""
    if data[:2] == b"PK":
        feed = read_feed_from_zip(name, data)
        if feed.faults:
            return IncomingTimetable(name, faults=feed.faults), {}
        places, fresh = match_places(feed, corridor)
        where = {line.data["stop_id"]: f"stops.txt:{line.number}" for line in feed.tables["stops.txt"]}
        where |= {line.data["trip_id"]: f"trips.txt:{line.number}" for line in feed.tables["trips.txt"]}
        rows = [{**row, "checked": day.isoformat()} for row in fresh]
        return IncomingTimetable(name, make_service_rows(feed, places, day), rows), where
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data[: fault.start].count(b"\n") + 1
        said = Sentence("%(where)s is no text in UTF-8. Save it in UTF-8 and send it again.", where=f"{name}:{line}")
        return IncomingTimetable(name, faults=[said]), {}
    reader = read_dcsa if text.lstrip()[:1] in {"{", "["} else read_timetable_csv
    table = reader(corridor, text, name, day)
    return IncomingTimetable(name, table.rows, [], table.faults), table.where


def _complete_by_record(files: Mapping[str, Numbered], found: IncomingTimetable, where: Mapping[str, str]) -> None:
    """Complete rows by what is on record of them, and note the faults of each."""
    known = {row["id"]: row for _, row in files["services.jsonl"]}
    places = {row["code"]: row for _, row in files["places.jsonl"]} | {row["code"]: row for row in found.places}
    for row in found.places:
        here = f"{where.get(row['code'], found.name)} {row['code']}"
        found.faults += [place_fault(here, fault.sentence) for fault in find_row_faults("places.jsonl", row, places)]
    for number, brought in enumerate(found.services):
        here = f"{where.get(brought['id'], found.name)} {brought['id']}"
        before = known.get(brought["id"])
        if before is not None and before["kind"] != LINE:
            said = Sentence("this id is that of a service without a timetable; give it another.")
            found.faults.append(place_fault(here, said))
            continue
        row = complete_row(before, brought, places) if before is not None else brought
        found.services[number] = row
        found.faults += [place_fault(here, fault.sentence) for fault in find_row_faults("services.jsonl", row, places)]


def complete_row(before: Row, row: Row, places: Mapping[str, Row]) -> Row:
    """Return an incoming row with what it does not say taken from the row on record."""
    said = {key: value for key, value in row.items() if value not in (None, "") and key != "carries"}
    ends = (places.get(row["calls"][end]["place"]) for end in (0, -1))
    if row["name"] == " - ".join(place["names"]["en"] for place in ends if place):
        del said["name"]  # a reader's own, where the file has none
    if [call["place"] for call in before["calls"]] == [call["place"] for call in row["calls"]]:
        said = {key: value for key, value in said.items() if key not in _DERIVED}
    return {key: value for key, value in before.items() if key != "retired"} | said


def find_missing_services(files: Mapping[str, Numbered], found: IncomingTimetable) -> list[Row]:
    """Return the services on record that came from a file of this name and that it holds no more."""
    sources = {row["source"] for row in found.services}
    ids = {row["id"] for row in found.services}
    return [
        row
        for _, row in files["services.jsonl"]
        if row["source"] in sources and row["id"] not in ids and not row.get("retired")
    ]
