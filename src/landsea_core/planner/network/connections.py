"""What has no timetable, in the search engine's words: lorries and border hops, and the ways between platforms and gates."""

from collections import defaultdict

from landsea_core.planner.network.building import DESTINATION, ORIGIN, Carriage, Connection, NetworkBuild
from landsea_core.planner.network.costs import CO2_UNIT_KG, COST_UNIT_USD, CostsAndEmissions
from landsea_core.planner.network.model import HOP, Service
from landsea_core.planner.network.platforms import Operation, Platform, Procedures, count_minutes
from landsea_search import Haulage, Transfer


def add_lorry(build: NetworkBuild, service: Service, procedures: Procedures, figures: CostsAndEmissions) -> None:
    """A lorry goes both ways: at any hour, or, over a border, while both gates are open. So do wagons over a border."""
    ends = [call.place for call in service.calls]
    if any(build.closings.find_closure_throughout(place, build.wish.day, build.wish.days) for place in ends):
        return
    for origin, destination in (ends, ends[::-1]):
        operations: tuple[Operation, ...] = ()
        opening = None
        if service.kind == HOP:
            left, entered = (build.corridor.places[place].country for place in (origin, destination))
            if build.is_forbidden((service.mode, left, entered)):
                continue
            operations = _list_operations_over_border(procedures, service.mode, origin, destination)
            opening = build.closings.find_opening(origin, destination, build.wish.day, build.wish.days)
        cost = figures.compared_usd(service.id, service.mode, service.km, 1)
        haulage = Haulage(
            build.number(origin),
            build.number(destination),
            max(1, round(60 * build.spreads.plan_hours(service)) + count_minutes(operations)),
            round(cost / COST_UNIT_USD),
            round(figures.co2e_kg(service.mode, service.km) / CO2_UNIT_KG),
            opening=opening,
            key=service.id,
        )
        build.haulages.append((haulage, Carriage(origin, destination, operations, service)))


def _list_operations_over_border(
    procedures: Procedures, mode: str, origin: str, destination: str
) -> tuple[Operation, ...]:
    """What is done to cargo on its way over a border, from gate to gate.

    A lorry passes the formalities with what it carries; wagons are loaded before them and unloaded after.
    """
    formalities = procedures.operations_to_hop(origin, destination)
    if mode == "road":
        return tuple(formalities)
    loading, unloading = (
        procedures.operations_to_join(Platform(origin, mode)),
        procedures.operations_to_leave(Platform(destination, mode)),
    )
    return (*loading, *formalities, *unloading)


def add_platforms(build: NetworkBuild, procedures: Procedures) -> None:
    """Ways between platforms and gates, from the origin and to the destination."""
    platforms = [node for node in build.nodes if isinstance(node, Platform)]
    places = {node for node in build.nodes if isinstance(node, str) and node}
    beside: dict[tuple[str, str], list[Platform]] = defaultdict(list)
    for platform in platforms:
        beside[platform.place, platform.mode].append(platform)
    for platform in platforms:
        gate = build.number(platform.place)
        places.add(platform.place)
        here = build.number(platform)
        lead = build.leads.get(platform)
        if lead is not None:
            operations = tuple(procedures.operations_to_join(platform))
            row = Haulage(gate, here, max(1, lead), key="join")
            build.haulages.append((row, Connection(platform.place, platform, operations)))
            if platform.place in build.wish.origins and not build.wish.doors:
                _add_connection(build, ORIGIN, here, lead, Connection("", platform, operations))
        _add_connection(
            build,
            here,
            gate,
            count_minutes(procedures.operations_to_leave(platform)),
            _make_leaving(platform, procedures),
        )
        for other in beside[platform.place, platform.mode]:
            if other != platform:
                operations = tuple(procedures.operations_to_change(platform))
                _add_connection(
                    build, here, build.number(other), count_minutes(operations), Connection(platform, other, operations)
                )
        if platform.place in build.wish.destinations and not build.wish.doors:
            _add_connection(build, here, DESTINATION, 0, Connection(platform, "", ()))
    for place in sorted(places):
        if place in build.wish.origins:
            _add_connection(build, ORIGIN, build.number(place), 0, Connection("", place, ()))
        if place in build.wish.destinations:
            _add_connection(build, build.number(place), DESTINATION, 0, Connection(place, "", ()))


def _make_leaving(platform: Platform, procedures: Procedures) -> Connection:
    return Connection(platform, platform.place, tuple(procedures.operations_to_leave(platform)))


def _add_connection(build: NetworkBuild, origin: int, destination: int, length: int, connection: Connection) -> None:
    build.transfers.append((Transfer(origin, destination, length), connection))
