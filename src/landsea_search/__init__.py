"""The door of the exact search: all journeys that no other beats in arrival, cost, CO2e and risk, on scheduled freight.

Whoever uses the search imports this module and none inside. It takes a `Network` and a `Query` in whole numbers and gives
`Journey`s; it knows no cargo, no money, no clock and no database. README.md beside it explains problem, method and use.
"""

from landsea_search.checks import find_faults
from landsea_search.choosing import compile_command, load_compiled, make_planner, make_planner_at_once
from landsea_search.journey import Haul, Journey, Leg, Passage, Ride, Values
from landsea_search.network import Boarding, Haulage, Line, Move, Network, Opening, RiskCurve, Stop, Transfer
from landsea_search.planner import Planner, TooManyLabels
from landsea_search.query import Criteria, Query
from landsea_search.risk import make_exponential_curve
from landsea_search.stamps import is_compiled
from landsea_search.work_sheet import add_work_sheet_options, run_work_sheet

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
    "find_faults",
    "is_compiled",
    "load_compiled",
    "make_exponential_curve",
    "make_planner",
    "make_planner_at_once",
    "run_work_sheet",
]
