"""`landsea network check | truth | learn | import-… | export…`: work on the network's files, or on its tables.

`export` and `export-edits` write out the tables of this installation; `check --installed` judges them.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from landsea.corridor.commandline import truth
from landsea.corridor.commandline.installation import start_installation
from landsea.corridor.network_files import find_reference_folder
from landsea_core.planner.network.checks import check_network, check_rows

HELP = "Check the corridor's network, hold it against journeys that were traced, take in and give out timetables."
FAULTS = 1
SOURCE = "source"
ACTS = ("check", "truth", "learn", "import-gtfs", "import-csv", "import-dcsa", "export-gtfs", "export", "export-edits")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the things that can be done."""
    parser.add_argument("act", choices=ACTS, help="what to do")
    parser.add_argument(
        "path",
        nargs="?",
        help="the feed or file: GTFS as folder or zip, CSV, DCSA schedules as JSON; truth: told journeys of a file",
    )
    parser.add_argument(
        "--whole", action="store_true", help="export-edits: the files whole, edited rows in their places"
    )
    parser.add_argument(
        "--installed", action="store_true", help="check: the tables of this installation, not the files"
    )
    parser.add_argument("--compare", action="store_true", help="imports: only say what would change")
    parser.add_argument(
        "--leave-out", choices=(SOURCE,), help="truth: judge each journey by what journeys of other sources teach"
    )
    parser.add_argument(
        "--new", action="store_true", help="truth: only journeys that taught nothing yet; ends with 1 if one is outside"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def main(argv: Sequence[str]) -> int:
    """Answer one command line; return the exit status."""
    parser = argparse.ArgumentParser(prog="landsea network", description=HELP)
    add_options(parser)
    return do_what_is_asked(parser.parse_args(argv))


def do_what_is_asked(options: argparse.Namespace) -> int:
    """Do what is asked; return 0, or 1 when something is at fault."""
    if options.act == "check":
        return _check(options.json, options.installed)
    if options.act == "truth":
        return truth.print_truth(options.json, options.leave_out == SOURCE, options.new, options.path)
    return truth.learn_scatter(options.json) if options.act == "learn" else _give_or_take(options)


def _give_or_take(options: argparse.Namespace) -> int:
    """Write out the network, or take in timetables."""
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
    found = check_network(find_reference_folder())
    if installed:
        fault = start_installation()
        if fault:
            print(f"landsea network check: {fault}", file=sys.stderr)
            return FAULTS
        from landsea.corridor.kept_network import find_all_rows

        found = check_rows(find_all_rows())
    if as_json:
        print(json.dumps({"ok": not found.faults, "faults": found.faults, "counts": found.counts}, ensure_ascii=False))
        return FAULTS if found.faults else 0
    for what, counts in found.counts.items():
        print(f"{what}: {', '.join(f'{key} {value}' for key, value in counts.items())}")
    for fault in found.faults:
        print(fault, file=sys.stderr)
    print("The network is in order." if not found.faults else f"{len(found.faults)} fault(s), named above.")
    return FAULTS if found.faults else 0
