"""A folder of reference files as it would be after somebody renewed a row."""

from pathlib import Path

from landsea.corridor.network_files import find_reference_folder
from landsea_core.planner.network.row_files import read_all_rows
from landsea_core.planner.network.row_kinds import make_key
from landsea_core.planner.network.row_writing import write_files


def renewed_files(folder: Path, kind: str = "", changes: dict[str, dict | None] | None = None) -> Path:
    """Write the network's files with these keys of these rows changed, by the row's key; None: without the row."""
    files = {
        name.removesuffix(".jsonl"): [row for _, row in rows]
        for name, rows in read_all_rows(find_reference_folder()).items()
    }
    if kind:
        wanted = changes or {}
        kept = [row for row in files[kind] if wanted.get(make_key(kind, row), {}) is not None]
        files[kind] = [row | (wanted.get(make_key(kind, row)) or {}) for row in kept]
    write_files(folder, files)
    return folder
