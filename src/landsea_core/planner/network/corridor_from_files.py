"""The network read of its files: what a process does once, and leaves in a cache file for the others (`load`)."""

from pathlib import Path

from landsea_core.planner.network import model
from landsea_core.planner.network.corridor_from_rows import NEEDED, make_corridor
from landsea_core.planner.network.row_files import find_added_files, read_rows, replace_rows
from landsea_core.planner.network.row_kinds import EDITED, find_path


def read_corridor_of(folder: Path, digest: str, additions: Path | None) -> model.Corridor:
    """Return the corridor of a folder's files, rows of `additions` in the places of those with their key.

    digest: what tells these files from others. Raises NetworkFault when a file is missing or a row cannot be read.
    """
    added = find_added_files(additions)
    files = {}
    for kind in NEEDED:
        numbered = list(read_rows(folder / find_path(kind)))
        if f"{kind}.jsonl" in added:
            numbered = replace_rows(numbered, EDITED[kind], (row for _, row in read_rows(added[f"{kind}.jsonl"])))
        files[f"{kind}.jsonl"] = numbered
    return make_corridor(files, digest)
