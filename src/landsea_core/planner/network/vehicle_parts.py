"""The parts of a journey as the engine has them, each moved as late as its connections allow.

The engine lets cargo leave as soon as it can. Nobody hands in a container days before it is of use: where a later run
of an earlier vehicle, or a later lorry, still makes every connection with time to spare, the later one is shown.
"""

from bisect import bisect_right
from dataclasses import dataclass, replace

from landsea_core.planner.network.building import TAU, Carriage, CompiledNetwork, Connection, ServiceStretch
from landsea_core.planner.network.model import HOP
from landsea_search import Haul, Leg, Move, Network, Passage, Ride

SPARE = 2
"""Time to spare at a connection that was moved: this many times the minutes in which lateness fades there."""


@dataclass(frozen=True, slots=True)
class RidePart:
    """A ride on a line as the engine has it, while times are moved."""

    leg: Ride
    meaning: ServiceStretch


@dataclass(frozen=True, slots=True)
class OtherPart:
    """What the engine has without a timetable, while times are moved: a lorry, or operations between gate and platform."""

    leg: Haul | Passage
    meaning: Carriage | Connection


Part = RidePart | OtherPart


def make_part(found: CompiledNetwork, leg: Leg) -> Part:
    """Return a leg of the engine with what its number stands for."""
    if isinstance(leg, Ride):
        return RidePart(leg, found.lines[leg.line])
    if isinstance(leg, Haul):
        return OtherPart(leg, found.haulages[leg.haulage])
    return OtherPart(leg, found.transfers[leg.transfer])


def shift_parts_later(parts: list[Part], network: Network) -> list[Part]:
    """Move each part but the last vehicle as late as what follows allows; parts after it stay."""
    moved = list(parts)
    last = max(place for place, part in enumerate(parts) if _is_vehicle(part))
    limit = moved[last].leg.departs - _count_minutes_wanted(moved[last], network)
    for place in range(last - 1, -1, -1):
        part = moved[place]
        limit -= count_minutes_of_change(part, moved[place + 1], network)
        if limit > part.leg.arrives:
            moved[place] = part = _shift_part(part, limit, network)
        limit = part.leg.departs - (_count_minutes_wanted(part, network) if _is_vehicle(part) else 0)
    return moved


def count_minutes_of_change(part: Part, following: Part, network: Network) -> int:
    """Return the minutes between two vehicles of which the second is boarded where the first was left."""
    if not (isinstance(part, RidePart) and isinstance(following, RidePart)):
        return 0
    return network.stops[find_first_move(following, network).origin].interchange or 0


def find_first_move(part: RidePart, network: Network) -> Move:
    """Return the move of its line with which a ride begins."""
    return network.lines[part.leg.line].moves[part.leg.first]


def find_cut_off(move: Move) -> int:
    """Return the minutes before a departure at which cargo must have been handed in."""
    return move.boarding.cut_off if move.boarding else 0


def _is_vehicle(part: Part) -> bool:
    return not isinstance(part.meaning, Connection)


def _count_minutes_wanted(part: Part, network: Network) -> int:
    """Return the minutes before a departure at which cargo should be ready at the latest when times are moved."""
    if not isinstance(part, RidePart):
        return 0
    return find_cut_off(find_first_move(part, network)) + SPARE * TAU[part.meaning.service.mode]


def _shift_part(part: Part, limit: int, network: Network) -> Part:
    """Return a part moved to end at `limit` or, on a line, with its last run that ends no later."""
    if isinstance(part, RidePart):
        leg = part.leg
        starts, moves = network.lines[leg.line].starts, network.lines[leg.line].moves
        place = bisect_right(starts, limit - moves[leg.last].arrives) - 1
        start = max(starts[place], leg.start) if place >= 0 else leg.start
        shift = start - leg.start
        return replace(part, leg=replace(leg, start=start, departs=leg.departs + shift, arrives=leg.arrives + shift))
    shift = limit - part.leg.arrives
    if isinstance(part.meaning, Carriage) and part.meaning.service.kind == HOP:
        shift = _find_last_crossing(part.leg, limit, network) - part.leg.departs
    departs, arrives = part.leg.departs + shift, part.leg.arrives + shift
    return replace(part, leg=replace(part.leg, departs=departs, arrives=arrives))


def _find_last_crossing(leg: Haul | Passage, limit: int, network: Network) -> int:
    """Return the latest minute at which a border hop may begin, while its gate is open, to end at `limit` or before.

    Wagons for the train of Friday cross the bridge on Thursday, not on Tuesday to stand beyond it.
    """
    wanted = limit - (leg.arrives - leg.departs)
    opening = network.haulages[leg.haulage].opening if isinstance(leg, Haul) else None
    if opening is None:
        return wanted
    last = max((min(wanted, closes - 1) for opens, closes in opening.windows if opens <= wanted), default=leg.departs)
    return max(leg.departs, last)
