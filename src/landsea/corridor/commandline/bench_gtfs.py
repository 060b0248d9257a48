"""`landsea bench-gtfs`: the work sheet of the exact search as a command of the platform, without Django or a database."""

import argparse

from landsea_search import add_work_sheet_options, run_work_sheet

HELP = "Time the planner on a GTFS feed: exact Pareto sets over 1, 3 or 4 criteria."
PROGRAM = "landsea bench-gtfs"


def main(argv: list[str]) -> int:
    """Run from the command line; returns the exit status."""
    parser = argparse.ArgumentParser(prog=PROGRAM, description=HELP)
    add_work_sheet_options(parser)
    return run_work_sheet(parser.parse_args(argv), PROGRAM)
