"""The network as it stands now: the rows of the tables with the places of the directory, kept until either changes.

As long as the tables were never filled (`actions/load_network.py`), the files count, and over them what an older
installation's editors had written. The process that changes something knows at once, the others within a second. Rows take
more memory than the network made of them, so a process that only plans does not keep them. A row in which something is
impossible is passed over, and told to operators (`list_passed_over_rows`). What is kept is shared by all threads, so nobody
changes it.
"""

import json
from collections.abc import Collection
from functools import lru_cache

from landsea.base.collector import pass_over_what_stays
from landsea.base.kept import Kept
from landsea.corridor.models import NetworkRevision, NetworkRow
from landsea.corridor.models.network_rows import AT_THE_END
from landsea.corridor.network_files import find_additions_folder, find_reference_folder, read_corridor
from landsea.directory.access import place_records
from landsea_core.planner.network.changes import Row, overlay_rows
from landsea_core.planner.network.corridor_from_rows import NEEDED, make_corridor
from landsea_core.planner.network.load import SHAPE, cache_corridor, read_cached_corridor
from landsea_core.planner.network.model import Corridor
from landsea_core.planner.network.row_counts import Numbered
from landsea_core.planner.network.row_files import read_all_rows
from landsea_core.planner.network.row_kinds import NAMED_BY, PLACES, put_in_order
from landsea_core.planner.network.sound_rows import PassedOver, part_sound_rows
from landsea_paths import find_var_folder

ASKED_EVERY_SECONDS = 0.5
NEVER_FILLED = "files"


def _read_mark() -> str:
    """Return what tells this state of the network from others. The directory changes more often than its places do, and
    then nothing is made anew.
    """
    row = NetworkRevision.objects.values_list("number", "mark").filter(pk=1).first()
    return f"{row[0]}.{row[1]}.{place_records.compute_places_mark()}" if row else NEVER_FILLED


NETWORK = Kept(_read_mark, asked_every=ASKED_EVERY_SECONDS)


def is_filled() -> bool:
    """Return whether the tables hold the network; until then its files count."""
    return NETWORK.mark() != NEVER_FILLED


def find_network() -> Corridor:
    """Return the network that is planned with."""
    return NETWORK.get("network", _make_network)


def _make_network() -> Corridor:
    mark = NETWORK.mark()
    if mark != NEVER_FILLED:
        network = _network_of_tables(f"{SHAPE}.{mark}")
    elif _rows_over_files():
        network = make_corridor(find_files(), mark)
    else:
        network = read_corridor()
    _settle_once()
    return network


def _network_of_tables(digest: str) -> Corridor:
    """Return the network of the tables; one process makes it, all others read what it left in a file under `var`."""
    cache = find_var_folder() / "cache" / "network_of_tables.pickle"
    network = read_cached_corridor(cache, digest)
    if network is None:
        network = make_corridor(_read_tables(NEEDED), digest)
        cache_corridor(cache, network)
    return network


@lru_cache(maxsize=1)
def _settle_once() -> None:
    """The first network is by far the most of what settles; what later ones add is little beside it."""
    pass_over_what_stays()


def find_files() -> dict[str, Numbered]:
    """Return all rows that count by file name, each with its line (0: it stands in no file), as the files would have them."""
    return NETWORK.get("rows", _gather_rows)


def find_all_rows() -> dict[str, Numbered]:
    """Return the rows as `find_files` does, impossible ones among them: for whoever judges them, or writes them out."""
    return _in_order(_read_all_of(NAMED_BY)[0]) if is_filled() else find_files()


def _gather_rows() -> dict[str, Numbered]:
    if not is_filled():
        return overlay_rows(read_all_rows(find_reference_folder(), find_additions_folder()), _rows_over_files())
    return _read_tables(NAMED_BY, as_in_files=True)


def _read_tables(kinds: Collection[str], *, as_in_files: bool = False) -> dict[str, Numbered]:
    """Return the rows of these kinds, places among them, by file name; `as_in_files`: with their keys in that order."""
    sound, _ = part_sound_rows(_read_all_of(kinds)[0])
    return _in_order(sound) if as_in_files else sound


def _in_order(files: dict[str, Numbered]) -> dict[str, Numbered]:
    """Return the rows with their keys as the files have them; places have them so."""
    return {
        name: [
            (line, row if name == f"{PLACES}.jsonl" or not isinstance(row, dict) else put_in_order(name[:-6], row))
            for line, row in rows
        ]
        for name, rows in files.items()
    }


def _read_all_of(kinds: Collection[str]) -> tuple[dict[str, Numbered], dict[int, str]]:
    """Return the rows of these kinds as they lie in the tables, also impossible ones, and their keys by the row's id."""
    found: dict[str, Numbered] = {f"{kind}.jsonl": [] for kind in kinds}
    keys: dict[int, str] = {}
    rows = NetworkRow.objects.filter(kind__in=kinds, row__isnull=False).order_by("position", "key")
    for kind, key, position, row in rows.values_list("kind", "key", "position", "row").iterator(chunk_size=200):
        found[f"{kind}.jsonl"].append((0 if position == AT_THE_END else position, row))
        keys[id(row)] = key
    found[f"{PLACES}.jsonl"] = _read_places(found)
    return found, keys


def _read_places(files: dict[str, Numbered]) -> Numbered:
    """Return the places on record, and of those that nobody keeps any more the ones that rows still name."""
    places = place_records.place_rows()
    naming = [row for name in ("services.jsonl", "procedures.jsonl") for _, row in files[name]] if places.gone else []
    named = json.dumps(naming)
    rows = [*places.on_record.values(), *(row for code, row in places.gone.items() if f'"{code}"' in named)]
    return [(0, row) for row in rows]


def list_passed_over_rows() -> list[tuple[str, PassedOver]]:
    """Return the rows of the tables that are not planned with because something in them is impossible, each with its key."""
    return NETWORK.get("passed over", _find_passed_over) if is_filled() else []


def _find_passed_over() -> list[tuple[str, PassedOver]]:
    files, keys = _read_all_of(NAMED_BY)
    passed = part_sound_rows(files)[1]
    return [(keys.get(id(one.row)) or str(one.row.get("code", "")), one) for one in passed]


def _rows_over_files() -> dict[str, dict[str, Row]]:
    """Return what the editors of an installation wrote before its tables were filled, by kind and key."""
    return NETWORK.get("over files", _read_rows_over_files)


def _read_rows_over_files() -> dict[str, dict[str, Row]]:
    found: dict[str, dict[str, Row]] = {PLACES: place_records.list_places_written_here()}
    for kind, key, row in NetworkRow.objects.filter(entered_here=True).values_list("kind", "key", "row"):
        found.setdefault(kind, {})[key] = row
    return {kind: rows for kind, rows in found.items() if rows}


def forget_network() -> None:
    """Drop what this process keeps of the network."""
    NETWORK.forget()
