"""From the engine's answer to a journey in plain terms: vehicles with what is done to the cargo before and after each.

Parts of a journey are moved as late as its connections allow before they become vehicles (`vehicle_parts`).
"""

from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import lru_cache

from landsea_core.planner.network.building import TAU, Carriage, CompiledNetwork, ServiceStretch
from landsea_core.planner.network.platforms import Operation
from landsea_core.planner.network.vehicle_parts import (
    Part,
    RidePart,
    count_minutes_of_change,
    find_cut_off,
    find_first_move,
    make_part,
    shift_parts_later,
)
from landsea_search import Journey, make_exponential_curve


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


def list_vehicles(found: CompiledNetwork, journey: Journey, ready: int) -> tuple[Vehicle, ...]:
    """Return the vehicles of a journey, moved to the latest departures that keep its arrival."""
    return _make_vehicles(
        found, shift_parts_later([make_part(found, leg) for leg in journey.legs], found.network), ready
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
    return make_exponential_curve(TAU[mode]).values


def _make_vehicles(found: CompiledNetwork, parts: list[Part], ready: int) -> tuple[Vehicle, ...]:
    made: list[Vehicle] = []
    operations: tuple[Operation, ...] = ()
    since = ready
    before: Part | None = None
    for part in parts:
        if isinstance(part, RidePart):
            if before is not None and count_minutes_of_change(before, part, found.network):
                since += count_minutes_of_change(before, part, found.network)
                operations = found.changes[find_first_move(part, found.network).origin]
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
    line, move = found.network.lines[leg.line], find_first_move(part, found.network)
    first, last = meaning.first + leg.first, meaning.first + leg.last + 1
    following = bisect_right(line.starts, leg.start)
    closing = leg.departs - find_cut_off(move)
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
