"""The door of the exact search: all journeys that no other beats in arrival, cost, CO2e and risk, on scheduled freight.

Whoever uses the search imports this module and none inside. It takes a `Network` and a `Query` in whole numbers and gives
`Journey`s; it knows no cargo, no money, no clock and no database. README.md beside it explains problem, method and use.
"""

from argparse import ArgumentParser, Namespace

from landsea_search.checks import faults
from landsea_search.choosing import compile_command, load_compiled, planner_at_once, planner_for
from landsea_search.risk import exponential_curve
from landsea_search.spi import (
    Boarding,
    Criteria,
    Haul,
    Haulage,
    Journey,
    Leg,
    Line,
    Move,
    Network,
    Opening,
    Passage,
    Planner,
    Query,
    Ride,
    RiskCurve,
    Stop,
    TooManyLabels,
    Transfer,
    Values,
)
from landsea_search.stamps import is_compiled


def add_work_sheet_options(parser: ArgumentParser) -> None:
    """Add to a command line what `run_work_sheet` may be asked."""
    from landsea_search.worksheet.command import add_options

    add_options(parser)


def run_work_sheet(options: Namespace, program: str) -> int:
    """Time the search on a GTFS feed by the rules of the work sheet; return the exit status.

    `program` is how the command is called: errors begin with it.
    """
    from landsea_search.worksheet.command import run

    return run(options, program)


__all__ = [
    "Boarding",
    "Criteria",
    "Haul",
    "Haulage",
    "Journey",
    "Leg",
    "Line",
    "Move",
    "Network",
    "Opening",
    "Passage",
    "Planner",
    "Query",
    "Ride",
    "RiskCurve",
    "Stop",
    "TooManyLabels",
    "Transfer",
    "Values",
    "add_work_sheet_options",
    "compile_command",
    "exponential_curve",
    "faults",
    "is_compiled",
    "load_compiled",
    "planner_at_once",
    "planner_for",
    "run_work_sheet",
]
