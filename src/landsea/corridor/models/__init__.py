"""The rows of the corridor: what stands still, plans that are kept, trips that were made."""

from landsea.corridor.models.disruptions import Disruption
from landsea.corridor.models.plans import KeptPlan
from landsea.corridor.models.trips import Milestone, Trip

__all__ = ["Disruption", "KeptPlan", "Milestone", "Trip"]
