"""Brings the tables of the network, and the directory's places, in step with the files, in one transaction.

Rows are matched by what names them. What people wrote here stays, and it is said where a file was renewed under it. The
first load fills the tables; each later one that changes something is an edition by nobody, which reaches the kept plans.
The same files twice change nothing.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db import transaction

from landsea.base.audit.actions.append import append_entry
from landsea.base.jobs.waking import wake_task
from landsea.corridor import kept_network
from landsea.corridor.actions.write_rows import Name, read_state, take_turn, write_states
from landsea.corridor.models import Edition, How, NetworkRow
from landsea.corridor.network_files import find_additions_folder, find_reference_folder
from landsea.directory.actions.change_places import RENEWED, load_places
from landsea.directory.models import PlaceVersion
from landsea.directory.place_rows import read_place_rows
from landsea_core.planner.network.row_counts import Numbered
from landsea_core.planner.network.row_files import read_all_rows
from landsea_core.planner.network.row_kinds import PLACES, make_key
from landsea_core.reference.seeding import State, take_seed

STREAM = "network"


@dataclass(frozen=True)
class NetworkLoaded:
    """What a load did: how many rows the files hold, how many it changed, and which people wrote here and stay though their
    file says otherwise, each as its kind and key.
    """

    rows: int
    changed: int
    kept: tuple[str, ...]


def load_network(folder: Path, now: datetime) -> NetworkLoaded:
    """Load the network's files of `folder`, and what feeds brought beside them, at `now` (aware).

    The files must have passed `landsea network check`. Raises NetworkFault when one cannot be read.
    """
    files = read_all_rows(folder, find_additions_folder())
    with transaction.atomic():
        take_turn()
        first = not kept_network.is_filled()
        places = load_places(read_place_rows(folder), now)
        seeds, lines = _named(files)
        stored = {(one.kind, one.key): one for one in NetworkRow.objects.all()}
        states = {name: take_seed(read_state(stored.get(name)), seeds.get(name)) for name in {*stored, *seeds}}
        changed = {
            name: state
            for name, state in states.items()
            if name not in stored or state != read_state(stored[name]) or _moved(stored[name], lines.get(name))
        }
        if changed or first:
            _write(stored, changed, lines, first=first, places_changed=places.changed > 0, now=now)
    kept = [f"places {code}" for code in places.kept]
    kept += sorted(" ".join(name) for name, state in states.items() if state.overtaken)
    return NetworkLoaded(sum(map(len, files.values())), len(changed) + places.changed, tuple(kept))


def fill_tables_once(now: datetime) -> None:
    """Fill the tables from the files of this installation unless that was done: before the first edit at the latest."""
    if not kept_network.is_filled():
        load_network(find_reference_folder(), now)


def _named(files: dict[str, Numbered]) -> tuple[dict[Name, dict], dict[Name, int]]:
    """Return the rows of all files but the places' by kind and key, and the line of each."""
    seeds: dict[Name, dict] = {}
    lines: dict[Name, int] = {}
    for file, numbered in files.items():
        kind = file.removesuffix(".jsonl")
        for line, row in numbered if kind != PLACES else ():
            name = (kind, make_key(kind, row))
            seeds[name], lines[name] = row, line or len(numbered)
    return seeds, lines


def _moved(row: NetworkRow, line: int | None) -> bool:
    return line is not None and row.position != line


def _write(stored, changed: dict[Name, State], lines, *, first: bool, places_changed: bool, now: datetime) -> None:
    """Write what changed. The first load has no state before it that is worth a version."""
    counts = any(name not in stored or stored[name].row != state.row for name, state in changed.items())
    edition = None
    if not first and counts:
        edition = Edition.objects.create(how=How.SEED, why=RENEWED, at=now)
        append_entry(stream=STREAM, act="load_network", actor="system", at=now, facts={"edition": edition.pk})
        wake_task("corridor.replan")
    write_states(stored, changed, edition, lines)
    if edition is not None and places_changed:
        edition.places.set(PlaceVersion.objects.filter(how=How.SEED, at=now))
