"""Reading the network's files into a `Corridor`, and the cache file that makes a start quick.

The cache is one pickle beside a digest of the files' names, sizes and times: other files, and it is made again. Finding
faults in the rows is the business of `checks`.
"""

import hashlib
import os
from pathlib import Path

from landsea_core.kept_files import keep_in_file, read_kept_file
from landsea_core.planner.network import model

SHAPE = 10
"""Raised whenever the dataclasses change, so that no old cache is read."""


def load_corridor(folder: Path, cache: Path | None = None, additions: Path | None = None) -> model.Corridor:
    """Return the corridor of `folder` (data/reference), by way of the cache file when one is named.

    `additions` is a folder whose files of `EDITED` kinds, where there are any, come on top: a row takes the place of the
    one with its key. Raises NetworkFault when a file is missing or a row cannot be read. A cache that cannot be read or
    written is passed over.
    """
    digest = _compute_digest(folder, additions)
    if cache is not None:
        kept = read_cached_corridor(cache, digest)
        if kept is not None:
            return kept
    from landsea_core.planner.network.corridor_from_files import (
        read_corridor_of,  # a third of the code: often not needed
    )

    corridor = read_corridor_of(folder, digest, additions)
    if cache is not None:
        cache_corridor(cache, corridor)
    return corridor


def _compute_digest(folder: Path, additions: Path | None) -> str:
    files = [
        folder / "places.jsonl",
        *sorted(folder.glob("words/*/places.jsonl")),
        *sorted((folder / "network").glob("*.jsonl")),
        *(sorted(additions.glob("*.jsonl")) if additions else ()),
    ]
    told = [f"{path.name}:{stat.st_size}:{stat.st_mtime_ns}" for path in files if (stat := _read_stat(path))]
    return hashlib.sha256("|".join([str(SHAPE), str(folder), *told]).encode()).hexdigest()


def _read_stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except OSError:
        return None


def read_cached_corridor(cache: Path, digest: str) -> model.Corridor | None:
    """Return the corridor that a cache file holds, or None where it holds another one or cannot be read."""
    return read_kept_file(cache, digest, model.Corridor)


def cache_corridor(cache: Path, corridor: model.Corridor) -> None:
    """Write a cache file whole or not at all. One that cannot be written is passed over."""
    keep_in_file(cache, corridor.digest, corridor)
