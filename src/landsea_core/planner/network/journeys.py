"""From the engine's answer to a journey in plain terms: vehicles with what is done to the cargo before and after each.

The engine lets cargo leave as soon as it can. Nobody hands in a container days before it is of use: where a later run
of an earlier vehicle, or a later lorry, still makes every connection with time to spare, the later one is shown.
"""

from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import lru_cache

from landsea_core.planner.network.building import TAU, Carriage, CompiledNetwork, Connection, ServiceStretch
from landsea_core.planner.network.model import HOP
from landsea_core.planner.network.platforms import Operation
from landsea_search import Haul, Journey, Leg, Move, Network, Passage, Ride, exponential_curve

SPARE = 2
"""Time to spare at a connection that was moved: this many times the minutes in which lateness fades there."""


@dataclass(frozen=True, slots=True)
class Vehicle:
    """One vehicle's part of a journey. Minutes since 1970; `before` and `after`: the operations at its two ends.

    `gate`: the last minute to hand in; `slack`: minutes between being ready and that; `headway`: minutes to the next
    departure of the same line, None when there is none or the vehicle has no timetable.
    """

    meaning: ServiceStretch | Carriage
    origin: str
    destination: str
    depart: int
    arrive: int
    first: int = 0
    last: int = 0
    gate: int | None = None
    slack: int | None = None
    headway: int | None = None
    before: tuple[Operation, ...] = ()
    after: tuple[Operation, ...] = ()

    @property
    def on_line(self) -> bool:
        """Whether it runs by timetable."""
        return isinstance(self.meaning, ServiceStretch)

    @property
    def operations(self) -> tuple[Operation, ...]:
        """All that is done to the cargo: before, under way, after."""
        return (*self.before, *self.on_way, *self.after)

    @property
    def on_way(self) -> tuple[Operation, ...]:
        """The operations while it is under way: the formalities of a border hop."""
        return self.meaning.operations if isinstance(self.meaning, Carriage) else ()


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


def list_vehicles(found: CompiledNetwork, journey: Journey, ready: int) -> tuple[Vehicle, ...]:
    """Return the vehicles of a journey, moved to the latest departures that keep its arrival."""
    return _make_vehicles(
        found, _shift_parts_later([_make_part(found, leg) for leg in journey.legs], found.network), ready
    )


def sum_risk(ridden: tuple[Vehicle, ...]) -> int:
    """Return the risk of missing a connection in units of 0.01 nat, by the curves of the search."""
    return sum(measure_risk_of_missing(one) for one in ridden)


def measure_risk_of_missing(one: Vehicle) -> int:
    """Return the risk of missing one vehicle in units of 0.01 nat; none for what leaves when the cargo is ready."""
    if one.slack is None:
        return 0
    curve = _load_curve(one.meaning.service.mode)
    return curve[min(one.slack, len(curve) - 1)]


@lru_cache
def _load_curve(mode: str) -> tuple[int, ...]:
    return exponential_curve(TAU[mode]).values


def _make_part(found: CompiledNetwork, leg: Leg) -> Part:
    if isinstance(leg, Ride):
        return RidePart(leg, found.lines[leg.line])
    if isinstance(leg, Haul):
        return OtherPart(leg, found.haulages[leg.haulage])
    return OtherPart(leg, found.transfers[leg.transfer])


def _shift_parts_later(parts: list[Part], network: Network) -> list[Part]:
    """Move each part but the last vehicle as late as what follows allows; parts after it stay."""
    moved = list(parts)
    last = max(place for place, part in enumerate(parts) if _is_vehicle(part))
    limit = moved[last].leg.departs - _count_minutes_wanted(moved[last], network)
    for place in range(last - 1, -1, -1):
        part = moved[place]
        limit -= _count_minutes_of_change(part, moved[place + 1], network)
        if limit > part.leg.arrives:
            moved[place] = part = _shift_part(part, limit, network)
        limit = part.leg.departs - (_count_minutes_wanted(part, network) if _is_vehicle(part) else 0)
    return moved


def _count_minutes_of_change(part: Part, following: Part, network: Network) -> int:
    """Return the minutes between two vehicles of which the second is boarded where the first was left."""
    if not (isinstance(part, RidePart) and isinstance(following, RidePart)):
        return 0
    return network.stops[_find_first_move(following, network).origin].interchange or 0


def _find_first_move(part: RidePart, network: Network) -> Move:
    return network.lines[part.leg.line].moves[part.leg.first]


def _find_cut_off(move: Move) -> int:
    return move.boarding.cut_off if move.boarding else 0


def _is_vehicle(part: Part) -> bool:
    return not isinstance(part.meaning, Connection)


def _count_minutes_wanted(part: Part, network: Network) -> int:
    """Return the minutes before a departure at which cargo should be ready at the latest when times are moved."""
    if not isinstance(part, RidePart):
        return 0
    return _find_cut_off(_find_first_move(part, network)) + SPARE * TAU[part.meaning.service.mode]


def _shift_part(part: Part, limit: int, network: Network) -> Part:
    """Return a part moved to end at `limit` or, on a line, with its last run that ends no later."""
    if isinstance(part, RidePart):
        leg = part.leg
        starts, moves = network.lines[leg.line].starts, network.lines[leg.line].moves
        place = bisect_right(starts, limit - moves[leg.last].arrives) - 1
        start = max(starts[place], leg.start) if place >= 0 else leg.start
        shift = start - leg.start
        return replace(part, leg=replace(leg, start=start, departs=leg.departs + shift, arrives=leg.arrives + shift))
    if isinstance(part.meaning, Carriage) and part.meaning.service.kind == HOP:
        return part  # a gate opens and closes: it is crossed when the search says
    shift = limit - part.leg.arrives
    departs, arrives = part.leg.departs + shift, part.leg.arrives + shift
    return replace(part, leg=replace(part.leg, departs=departs, arrives=arrives))


def _make_vehicles(found: CompiledNetwork, parts: list[Part], ready: int) -> tuple[Vehicle, ...]:
    made: list[Vehicle] = []
    operations: tuple[Operation, ...] = ()
    since = ready
    before: Part | None = None
    for part in parts:
        if isinstance(part, RidePart):
            if before is not None and _count_minutes_of_change(before, part, found.network):
                since += _count_minutes_of_change(before, part, found.network)
                operations = found.changes[_find_first_move(part, found.network).origin]
            made.append(_make_ridden_vehicle(found, part, operations, since))
            operations = ()
        elif isinstance(part.meaning, Carriage):
            ends = (part.meaning.origin, part.meaning.destination)
            made.append(Vehicle(part.meaning, *ends, part.leg.departs, part.leg.arrives, before=operations))
            operations = ()
        elif part.meaning.origin and part.meaning.destination:
            operations += part.meaning.operations
        since, before = part.leg.arrives, part
    if made and operations:
        made[-1] = replace(made[-1], after=operations)
    return tuple(made)


def _make_ridden_vehicle(found: CompiledNetwork, part: RidePart, before: tuple[Operation, ...], since: int) -> Vehicle:
    leg, meaning = part.leg, part.meaning
    line, move = found.network.lines[leg.line], _find_first_move(part, found.network)
    first, last = meaning.first + leg.first, meaning.first + leg.last + 1
    following = bisect_right(line.starts, leg.start)
    closing = leg.departs - _find_cut_off(move)
    return Vehicle(
        meaning,
        meaning.service.calls[first].place,
        meaning.service.calls[last].place,
        leg.departs,
        leg.arrives,
        first,
        last,
        gate=closing - found.leads[found.nodes[move.origin]],
        slack=max(0, closing - since),
        headway=line.starts[following] - leg.start if following < len(line.starts) else None,
        before=before,
    )
