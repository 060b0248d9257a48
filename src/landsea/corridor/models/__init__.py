"""The rows of the corridor: what stands still, plans that are kept, trips that were made, what editors changed."""

from landsea.corridor.models.disruptions import Disruption
from landsea.corridor.models.editions import Edition, HeldTimetable, How
from landsea.corridor.models.network_rows import NetworkRevision, NetworkRow, RowVersion
from landsea.corridor.models.plans import KeptPlan
from landsea.corridor.models.trips import MeasuredLine, Milestone, Trip, TripsMark

__all__ = [
    "Disruption",
    "Edition",
    "HeldTimetable",
    "How",
    "KeptPlan",
    "MeasuredLine",
    "Milestone",
    "NetworkRevision",
    "NetworkRow",
    "RowVersion",
    "Trip",
    "TripsMark",
]
