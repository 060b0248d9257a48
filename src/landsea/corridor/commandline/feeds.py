"""Feeds in and out of the network of this installation: GTFS, CSV and DCSA schedules in, GTFS out."""

import json
import sys
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from landsea.corridor.network_files import find_additions_folder, read_corridor
from landsea_core.planner.network.dcsa import read_dcsa
from landsea_core.planner.network.gtfs_export import export_gtfs
from landsea_core.planner.network.gtfs_reading import read_feed
from landsea_core.planner.network.gtfs_rows import describe_changes, make_service_rows, match_places
from landsea_core.planner.network.row_files import read_rows
from landsea_core.planner.network.schedules import read_timetable_csv


def take_in(path: Path, only_compare: bool) -> int:
    """Take a feed in, or only say what that would change; return 1 and the faults when it has any, taking nothing."""
    known = read_corridor()
    feed = read_feed(path)
    if feed.faults:
        for fault in feed.faults:
            print(fault, file=sys.stderr)
        print(f"{len(feed.faults)} fault(s) in {path.name}, named above. Nothing was imported.", file=sys.stderr)
        return 1
    places, new_places = match_places(feed, known)
    today = datetime.now(UTC).date()
    return _told(make_service_rows(feed, places, today), new_places, only_compare)


def take_in_schedule(path: Path, only_compare: bool) -> int:
    """Take in a CSV of calls, or DCSA vessel schedules, or only compare."""
    today = datetime.now(UTC).date()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        why = fault.strerror if isinstance(fault, OSError) else "it is not UTF-8"
        print(f"{path} cannot be read: {why}. Name a text file in UTF-8.", file=sys.stderr)
        return 1
    reader = read_dcsa if text.lstrip()[:1] in {"{", "["} else read_timetable_csv
    found = reader(read_corridor(), text, path.name, today)
    if found.faults:
        for fault in found.faults:
            print(fault, file=sys.stderr)
        print(f"{len(found.faults)} fault(s) in {path.name}, named above. Nothing was imported.", file=sys.stderr)
        return 1
    return _told(found.rows, [], only_compare)


def _told(found: list[dict[str, Any]], new_places: list[dict[str, Any]], only_compare: bool) -> int:
    """Say what taking rows in changes; take them in unless only that was asked."""
    said = describe_changes(read_corridor(), found)
    for sentence in said:
        if not sentence.startswith("same"):
            print(sentence)
    same = sum(sentence.startswith("same") for sentence in said)
    print(f"{len(found)} services, {same} as they are on record; {len(new_places)} new places.")
    if only_compare:
        print("Nothing was imported: this was a comparison.")
        return 0
    today = datetime.now(UTC).date().isoformat()
    fresh = [row for row, sentence in zip(found, said, strict=True) if not sentence.startswith("same")]
    _put(find_additions_folder() / "services.jsonl", fresh, "id")
    _put(find_additions_folder() / "places.jsonl", [{**row, "checked": today} for row in new_places], "code")
    print(
        f"{len(fresh)} services were imported. Pages plan with them after `landsea load-network`, or a start of `serve`."
    )
    return 0


def _put(path: Path, fresh: list[dict[str, Any]], key: str) -> None:
    """Add rows to a file of additions; a row with a key that is there already takes its place."""
    if not fresh:
        return
    kept = {row[key]: row for _, row in read_rows(path)} if path.exists() else {}
    kept.update({row[key]: row for row in fresh})
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in kept.values()), encoding="utf-8")
    part.replace(path)


def give_out(path: Path) -> int:
    """Write the network's lines as a GTFS feed: a zip file when the name ends so, otherwise a folder."""
    files = export_gtfs(read_corridor())
    try:
        if path.suffix == ".zip":
            with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
                for name, text in files.items():
                    archive.writestr(name, text)
        else:
            path.mkdir(parents=True, exist_ok=True)
            for name, text in files.items():
                (path / name).write_text(text, encoding="utf-8")
    except OSError as fault:
        print(f"landsea network export-gtfs: {path} cannot be written: {fault.strerror}.", file=sys.stderr)
        return 1
    print(f"{len(files)} files were written to {path}.")
    return 0
