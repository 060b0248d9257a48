"""From the desk that answers for a question to the desk that is accountable for it: where nobody can answer, the
coordinator is, and it is said which desk was meant."""

from collections.abc import Collection
from dataclasses import dataclass

from landsea_core.routing.model import Routing, RoutingReason


@dataclass(frozen=True, slots=True)
class Accountable:
    """The accountable desk, the desk that was meant when nobody is there yet (else empty), and the reasons of both."""

    desk: str
    meant: str
    reasons: tuple[RoutingReason, ...]


def choose_accountable(routing: Routing, somebody_at: Collection[str], *, coordinator: str) -> Accountable:
    """Return who is accountable: the routing's desk when somebody can answer there (`somebody_at` holds such desks), else the
    coordinator, who writes to it. It is not passed on to a desk that fits less well: that desk could not decide it.
    """
    if routing.desk == coordinator or routing.desk in somebody_at:
        return Accountable(routing.desk, "", routing.reasons)
    nobody_there = RoutingReason("nobody_there", {"desk": routing.desk})
    return Accountable(coordinator, routing.desk, (*routing.reasons, nobody_there))
