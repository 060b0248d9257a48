"""What editors changed, written out as files in the form of the reference files, so that those can be renewed.

The one act of `landsea network` that needs the database, so Django is started here and nowhere else.
"""

import json
import os
import sys
from pathlib import Path


def give_out(folder: Path, whole: bool) -> int:
    """Write KIND.jsonl for each kind with edited rows; `whole`: each such file with all its rows, the edited in their places.

    Return 0, or 1 with a sentence when the database or the folder cannot be used.
    """
    fault = _start()
    if fault:
        print(f"landsea network export-edits: {fault}", file=sys.stderr)
        return 1
    from landsea.corridor.kept_network import files_now, overlay_now

    overlay = {kind: rows for kind, rows in overlay_now().items() if rows}
    everything = files_now() if whole else {}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for kind, rows in overlay.items():
            chosen = [row for _, row in everything[f"{kind}.jsonl"]] if whole else list(rows.values())
            text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in chosen)
            (folder / f"{kind}.jsonl").write_text(text, encoding="utf-8")
            print(f"{kind}.jsonl: {len(rows)} edited, {len(chosen)} written.")
    except OSError as problem:
        print(f"landsea network export-edits: {folder} cannot be written: {problem.strerror}.", file=sys.stderr)
        return 1
    if not overlay:
        print("Editors changed nothing: the files are as they should be, and nothing was written.")
    return 0


def _start() -> str:
    """Make Django and the embedded database ready where they are not; return what hinders, or nothing."""
    import django
    from django.apps import apps

    if apps.ready:
        return ""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "landsea.settings.base")
    django.setup()
    if os.environ.get("DATABASE_URL"):
        return ""
    from landsea_dev import RuntimeProblem, postgres

    try:
        postgres.ensure_running()
    except RuntimeProblem as problem:
        return str(problem)
    return ""
