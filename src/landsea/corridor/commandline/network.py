"""`landsea network check | truth | import-… | export…`: work on the network's files without a database, or on its tables.

`export` and `export-edits` write out the tables of this installation; `check --installed` judges them.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from landsea.corridor.commandline.installation import start_installation
from landsea.corridor.network_files import read_corridor, reference_folder
from landsea_core.planner.network.checks import check_network, check_rows
from landsea_core.planner.network.row_files import NetworkFault
from landsea_core.planner.network.searching import PlanningContext
from landsea_core.planner.network.told_journeys import (
    FILES,
    ComparedJourney,
    ContextsByClosures,
    compare_with_plan,
    read_told_journeys,
)
from landsea_search import make_planner

HELP = "Check the corridor's network, hold it against journeys that were traced, take in and give out timetables."
FAULTS = 1
ACTS = ("check", "truth", "import-gtfs", "import-csv", "import-dcsa", "export-gtfs", "export", "export-edits")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the things that can be done."""
    parser.add_argument("act", choices=ACTS, help="what to do")
    parser.add_argument("path", nargs="?", help="the feed or file: GTFS as folder or zip, CSV, DCSA schedules as JSON")
    parser.add_argument(
        "--whole", action="store_true", help="export-edits: the files whole, edited rows in their places"
    )
    parser.add_argument(
        "--installed", action="store_true", help="check: the tables of this installation, not the files"
    )
    parser.add_argument("--compare", action="store_true", help="imports: only say what would change")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def main(argv: Sequence[str]) -> int:
    """Answer one command line; return the exit status."""
    parser = argparse.ArgumentParser(prog="landsea network", description=HELP)
    add_options(parser)
    return do_what_is_asked(parser.parse_args(argv))


def do_what_is_asked(options: argparse.Namespace) -> int:
    """Do what is asked; return 0, or 1 when something is at fault."""
    if options.act in {"check", "truth"}:
        return _check(options.json, options.installed) if options.act == "check" else _truth(options.json)
    if not options.path:
        print(f"landsea network {options.act}: name the file or folder.", file=sys.stderr)
        return 2
    from landsea.corridor.commandline import exports, feeds

    path = Path(options.path)
    if options.act == "export":
        return exports.export_network(path)
    if options.act == "export-edits":
        return exports.export_edits(path, whole=options.whole)
    if options.act == "export-gtfs":
        return feeds.give_out(path)
    take_in = feeds.take_in if options.act == "import-gtfs" else feeds.take_in_schedule
    return take_in(path, options.compare)


def _check(as_json: bool, installed: bool) -> int:
    found = check_network(reference_folder())
    if installed:
        fault = start_installation()
        if fault:
            print(f"landsea network check: {fault}", file=sys.stderr)
            return FAULTS
        from landsea.corridor.kept_network import files_now

        found = check_rows(files_now())
    if as_json:
        print(json.dumps({"ok": not found.faults, "faults": found.faults, "counts": found.counts}, ensure_ascii=False))
        return FAULTS if found.faults else 0
    for what, counts in found.counts.items():
        print(f"{what}: {', '.join(f'{key} {value}' for key, value in counts.items())}")
    for fault in found.faults:
        print(fault, file=sys.stderr)
    print("The network is in order." if not found.faults else f"{len(found.faults)} fault(s), named above.")
    return FAULTS if found.faults else 0


def _truth(as_json: bool) -> int:
    try:
        plannings = ContextsByClosures(PlanningContext(read_corridor(), engine=make_planner))
        results = {
            name: [
                compare_with_plan(plannings, one) for one in read_told_journeys(reference_folder() / "network" / name)
            ]
            for name in FILES
        }
    except NetworkFault as fault:
        print(f"landsea network truth: {fault}", file=sys.stderr)
        return FAULTS
    if as_json:
        print(json.dumps({name: _summary(found) for name, found in results.items()}))
        return 0
    for name, found in results.items():
        print(name)
        for one in found:
            print(_line(one))
        told_of = _summary(found)
        print(f"  {told_of['inside']} of {told_of['journeys']} inside low to p90, {told_of['near']} within 25 %\n")
    return 0


def _summary(found: list[ComparedJourney]) -> dict[str, int]:
    return {"journeys": len(found), "inside": sum(one.inside for one in found), "near": sum(one.near for one in found)}


def _line(one: ComparedJourney) -> str:
    way = one.journey
    head = f"  {way.id} {way.origin} - {way.destination} by {', '.join(sorted(way.modes))}: {way.basis} {way.low:g}"
    said = head if way.low == way.high else f"{head} to {way.high:g}"
    if one.hours is None:
        return f"{said} h; no plan: {one.why}"
    marks = " ".join(("inside" if one.inside else "OUTSIDE", "near" if one.near else "far"))
    return f"{said} h; ours {one.hours.low:.0f} / {one.hours.typical:.0f} / {one.hours.p90:.0f} h  {marks}"
