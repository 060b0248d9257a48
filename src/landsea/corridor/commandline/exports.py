"""The network of this installation written out as reference files: all of it, or what people wrote here.

What is written can take the place of the files in `data/reference`: loaded again, it changes nothing.
"""

import sys
from pathlib import Path

from landsea.corridor.commandline.installation import start_installation
from landsea_core.planner.network.row_writing import write_files, write_rows


def export_network(folder: Path) -> int:
    """Write places.jsonl and network/*.jsonl as they count now; return 0, or 1 with a sentence."""
    if not _has_started("export"):
        return 1
    from landsea.corridor.kept_network import find_all_rows

    files = {name.removesuffix(".jsonl"): [row for _, row in rows] for name, rows in find_all_rows().items()}
    try:
        write_files(folder, files)
    except OSError as problem:
        return _say_unwritable("export", folder, problem)
    print(f"{len(files)} files with {sum(map(len, files.values()))} rows were written to {folder}.")
    return 0


def export_edits(folder: Path, *, whole: bool) -> int:
    """Write KIND.jsonl for each kind with rows that people wrote here; `whole`: each such file with all its rows, theirs in
    their places. Return 0, or 1 with a sentence.
    """
    if not _has_started("export-edits"):
        return 1
    from landsea.corridor.access_editing import list_rows, list_rows_written_here

    written = list_rows_written_here()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for kind, rows in written.items():
            chosen = list_rows(kind) if whole else list(rows.values())
            (folder / f"{kind}.jsonl").write_text(write_rows(kind, chosen), encoding="utf-8")
            print(f"{kind}.jsonl: {len(rows)} edited, {len(chosen)} written.")
    except OSError as problem:
        return _say_unwritable("export-edits", folder, problem)
    if not written:
        print("Editors changed nothing: the files are as they should be, and nothing was written.")
    return 0


def _has_started(act: str) -> bool:
    fault = start_installation()
    if fault:
        print(f"landsea network {act}: {fault}", file=sys.stderr)
    return not fault


def _say_unwritable(act: str, folder: Path, problem: OSError) -> int:
    print(f"landsea network {act}: {folder} cannot be written: {problem.strerror}.", file=sys.stderr)
    return 1
