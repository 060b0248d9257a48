"""Tables of the barriers app, one family a file."""

from landsea.barriers.models.barrier import Barrier, RefusedProposal
from landsea.barriers.models.members import BarrierMember, Joined

__all__ = ["Barrier", "BarrierMember", "Joined", "RefusedProposal"]
