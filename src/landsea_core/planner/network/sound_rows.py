"""Which rows of the network may be planned with, and which are passed over because something in them is impossible: one row
must not take all ways away. Files are judged as a whole by `checks` before they are taken; this is for rows that lie in tables.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from landsea_core.planner.network.corridor_from_rows import make_corridor
from landsea_core.planner.network.row_checks import find_row_faults
from landsea_core.planner.network.row_counts import Numbered
from landsea_core.planner.network.row_facts import Fault, Row
from landsea_core.planner.network.row_kinds import NAMED_BY, PLACES
from landsea_core.sentences import Sentence


@dataclass(frozen=True)
class PassedOver:
    """A row that is not planned with: its kind, the row as it was found, and what is wrong."""

    kind: str
    row: Any
    faults: tuple[Fault, ...]


def part_sound_rows(files: Mapping[str, Numbered]) -> tuple[dict[str, Numbered], list[PassedOver]]:
    """Return the rows by file name that may be planned with, and those that are passed over.

    A service that calls at an impossible place is passed over with it: rows are judged by the places that stay.
    """
    passed: list[PassedOver] = []
    sound: dict[str, Numbered] = {name: [] for name in files}
    places = _by_code(files.get(f"{PLACES}.jsonl", []))
    for name in sorted(files, key=lambda one: one != f"{PLACES}.jsonl"):
        kind = name.removesuffix(".jsonl")
        for line, row in files[name]:
            if faults := _find_faults(kind, row, places):
                passed.append(PassedOver(kind, row, faults))
            else:
                sound[name].append((line, row))
        if kind == PLACES:
            places = _by_code(sound[name])
    return sound, passed


def _by_code(rows: Numbered) -> dict[str, Row]:
    return {row["code"]: row for _, row in rows if isinstance(row, dict) and isinstance(row.get("code"), str)}


def _find_faults(kind: str, row: Any, places: Mapping[str, Row]) -> tuple[Fault, ...]:
    name = f"{kind}.jsonl"
    if not isinstance(row, dict):
        return (_cannot_be_read(repr(row)[:80]),)
    try:
        if faults := find_row_faults(name, row, places):
            return tuple(faults)
        make_corridor({f"{one}.jsonl": [] for one in NAMED_BY} | {name: [(0, row)]}, "")
    except (
        Exception
    ) as fault:  # whatever a row holds, "checked": null or a number of 400 digits, it alone is passed over
        return (_cannot_be_read(str(fault)),)
    return ()


def _cannot_be_read(fault: str) -> Fault:
    return Fault("", Sentence("the row cannot be read (%(fault)s); compare it with its neighbours.", fault=fault))
