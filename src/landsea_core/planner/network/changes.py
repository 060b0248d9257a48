"""Changes of the network that lie over its files: rows put in the places of others, what that changes, what it breaks.

An overlay holds, by kind (`EDITED`) and key, the row that counts in place of another, or None where none counts any more.
Rows keep the form of the files. Who may change what, and when, is not here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from landsea_core.planner.network.checks import find_faults_between_rows, find_faults_within_rows
from landsea_core.planner.network.corridor_from_rows import read_place, read_price, read_procedure, read_service
from landsea_core.planner.network.model import Corridor
from landsea_core.planner.network.row_counts import Numbered
from landsea_core.planner.network.row_facts import Fault
from landsea_core.planner.network.row_files import is_left_out, replace_rows
from landsea_core.planner.network.row_kinds import EDITED, Row
from landsea_core.planner.network.validity import find_known_span

Overlay = Mapping[str, Mapping[str, Row | None]]
_MAKERS = {"places": read_place, "services": read_service, "procedures": read_procedure, "prices": read_price}
_UNSAID = ("checked",)
"""Keys whose change alone is no change of a figure."""


@dataclass(frozen=True, slots=True)
class RowChange:
    """One figure of a row, before and after; None: it was, or is, not there. `key` is dotted for what lies inside."""

    key: str
    before: Any
    after: Any


def apply_overlay(corridor: Corridor, overlay: Overlay, mark: str) -> Corridor:
    """Return the corridor with an overlay's rows; `mark` tells this overlay from others in the corridor's digest.

    What the overlay does not touch stays the same object, so that what is kept of it stays good.
    """
    made: dict[str, Any] = {}
    for kind, rows in overlay.items():
        if not rows:
            continue
        fresh = {
            key: None if row is None or is_left_out(kind, row) else _MAKERS[kind](row) for key, row in rows.items()
        }
        known = getattr(corridor, kind)
        if isinstance(known, dict):
            made[kind] = {key: row for key, row in {**known, **fresh}.items() if row is not None}
        else:
            kept = [fresh.pop(row.id, row) for row in known]
            made[kind] = tuple(row for row in (*kept, *fresh.values()) if row is not None)
    if "services" in made:
        made["span"] = find_known_span(made["services"].values())
    return replace(corridor, digest=f"{corridor.digest}+{mark}", **made) if made else corridor


def list_row_changes(before: Row | None, after: Row | None) -> list[RowChange]:
    """Return what differs between two states of a row, in the order of its keys; None: there was, or is, no such row."""
    one, other = dict(_flatten_row(before or {})), dict(_flatten_row(after or {}))
    keys = [key for key in (*one, *(key for key in other if key not in one)) if one.get(key) != other.get(key)]
    return [RowChange(key, one.get(key), other.get(key)) for key in keys]


def _flatten_row(row: Row, inside: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in row.items():
        name = f"{inside}{key}"
        if isinstance(value, dict) and value:
            yield from _flatten_row(value, f"{name}.")
        elif name == "calls":
            for number, call in enumerate(value, 1):
                yield f"calls.{number}", call
        elif value not in ("", None, [], {}):
            yield name, value


def says_nothing_new(before: Row | None, after: Row | None) -> bool:
    """Say whether two states of a row are the same but for the day of checking."""
    return before is not None and after is not None and _drop_unsaid_keys(before) == _drop_unsaid_keys(after)


def _drop_unsaid_keys(row: Row) -> Row:
    return {key: value for key, value in row.items() if key not in _UNSAID}


def retire_row(row: Row, day: date) -> Row:
    """Return a row as one that stays on record and counts for nothing from now on; `day` is said with it."""
    return {**row, "retired": day.isoformat()}


def overlay_rows(files: Mapping[str, Numbered], overlay: Overlay) -> dict[str, Numbered]:
    """Return the rows of the files (by file name, each with its line) with those of an overlay in their places."""
    found = dict(files)
    for kind, rows in overlay.items():
        name, key = f"{kind}.jsonl", EDITED[kind]
        kept = [one for one in found.get(name, []) if rows.get(one[1][key], one) is not None]
        found[name] = replace_rows(kept, key, (row for row in rows.values() if row is not None))
    return found


def find_new_faults(before: Mapping[str, Numbered], after: Mapping[str, Numbered]) -> list[tuple[str, Fault]]:
    """Return what is at fault in the rows as they would be and is not now: the row's name and the fault.

    What rows say of each other is looked at only when each is sound by itself.
    """
    known = {
        (fault.file, fault.row, fault.sentence) for fault in find_faults_within_rows(_keep_changed_files(before, after))
    }
    found = [
        fault
        for fault in find_faults_within_rows(_keep_changed_files(after, before))
        if (fault.file, fault.row, fault.sentence) not in known
    ]
    if not found:
        known = {(fault.file, fault.row, fault.sentence) for fault in find_faults_between_rows(dict(before))}
        found = [
            fault
            for fault in find_faults_between_rows(dict(after))
            if (fault.file, fault.row, fault.sentence) not in known
        ]
    return [(fault.row, Fault(fault.key, fault.sentence)) for fault in found]


def _keep_changed_files(files: Mapping[str, Numbered], others: Mapping[str, Numbered]) -> dict[str, Numbered]:
    """Return only what may be judged anew: files that differ from the others', with all places beside them."""
    return {name: rows for name, rows in files.items() if name == "places.jsonl" or rows is not others.get(name)}
