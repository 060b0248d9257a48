"""A place as a row of places.jsonl, and back: the form in which it is read, exported, edited and checked. No database."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from landsea.directory.models import Place
from landsea.directory.reference_mapping import name_tokens
from landsea_core.planner.network.row_files import find_added_files, read_rows, replace_rows
from landsea_core.planner.network.row_kinds import EDITED, PLACES, find_path, put_in_order
from landsea_core.reference.seeding import State
from landsea_paths import find_var_folder

Row = dict[str, Any]
_SAID_ONLY_WHERE_TRUE = ("note", "retired")


def read_place_rows(folder: Path) -> dict[str, Row]:
    """Return the rows of the reference files by code, and over them those that feeds brought to this installation
    (`landsea network import-gtfs`). Raises NetworkFault.
    """
    numbered = list(read_rows(folder / find_path(PLACES)))
    brought = find_added_files(find_var_folder() / "network").get(f"{PLACES}.jsonl")
    if brought:
        numbered = replace_rows(numbered, EDITED[PLACES], (row for _, row in read_rows(brought)))
    return {row["code"]: _without_empty_fields(row) for _, row in numbered}


def _without_empty_fields(row: Row) -> Row:
    return {key: value for key, value in row.items() if value or key not in _SAID_ONLY_WHERE_TRUE}


def make_row(place: Place) -> Row:
    """Return a place as its row; a place out of service is `retired` on a day."""
    row = {
        "code": place.code,
        "code_sure": place.code_sure,
        "country": place.country,
        "kind": place.kind,
        "names": place.names,
        "other_names": place.other_names,
        "within": place.within_id or "",
        "lat": place.latitude,
        "lon": place.longitude,
        "position": place.position,
        "tz": place.time_zone,
        "source": place.source,
        "grade": place.grade,
        "checked": place.checked.isoformat() if place.checked else "",
        "note": place.note,
        "retired": place.retired_at.astimezone(UTC).date().isoformat() if place.retired_at else "",
    }
    return put_in_order(PLACES, _without_empty_fields(row))


def read_state(place: Place | None) -> State:
    """Return how a place stands: its row where it is on record, and the row of the file."""
    if place is None or not place.is_on_record:
        return State()
    return State(make_row(place), place.seed, place.entered_here, place.overtaken)


def make_columns(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the columns of a row, `within` as `within_id`, with the words under which the place is found."""
    retired = row.get("retired")
    return {
        "code": row["code"],
        "code_sure": row["code_sure"],
        "country": row["country"],
        "kind": row["kind"],
        "names": row["names"],
        "other_names": row["other_names"],
        "within_id": row["within"] or None,
        "latitude": row["lat"],
        "longitude": row["lon"],
        "position": row["position"],
        "time_zone": row["tz"],
        "source": row["source"],
        "grade": row["grade"],
        "checked": date.fromisoformat(row["checked"]) if row["checked"] else None,
        "note": row.get("note", ""),
        "retired_at": datetime.combine(date.fromisoformat(retired), time(0), UTC) if retired else None,
        "name_tokens": name_tokens(row["names"], row["other_names"], {"": row["code"]}),
    }
