"""The corridor in the search engine's words, for one cargo, one window of days and one pair of places.

Every place has a gate (where cargo is free to go by lorry) and a platform for each mode. A line goes from platform to
platform; joining, leaving and changing are the ways between platforms and gate; a border hop goes from gate to gate and
begins only while both sides are open. A city stands for all its terminals: the search begins at any of them.
Closed places and forbidden crossings are taken out before the search, so no way that uses them is ever found.
"""

from collections.abc import Callable, Iterable

from landsea_core.planner.network.building import CURVES, TAU, CompiledNetwork, Crossing, NetworkBuild, Wish
from landsea_core.planner.network.cargo import Cargo, find_cargo_refusal
from landsea_core.planner.network.closings import Closings
from landsea_core.planner.network.connections import add_lorry, add_platforms
from landsea_core.planner.network.costs import CostsAndEmissions
from landsea_core.planner.network.lines import add_line, find_lead_minutes
from landsea_core.planner.network.model import LINE, TRUCK, Corridor, Service
from landsea_core.planner.network.platforms import Platform, Procedures, count_minutes
from landsea_search import Network, Stop, make_exponential_curve


def compile_network(
    corridor: Corridor, cargo: Cargo, wish: Wish, closings: Closings, forbidden: Callable[[Crossing], bool]
) -> CompiledNetwork:
    """Return the network for the cargo and the wish, without closed places and forbidden crossings."""
    build = NetworkBuild(corridor, cargo, wish, closings, forbidden)
    procedures = Procedures(corridor, cargo, wish.day)
    figures = CostsAndEmissions(corridor, cargo)
    taken = list(_list_usable_services(build))
    build.leads = find_lead_minutes(build, taken, procedures)
    for service in taken:
        if service.kind == LINE:
            add_line(build, service, procedures, figures)
        else:
            add_lorry(build, service, procedures, figures)
    add_platforms(build, procedures)
    return _finish_network(build, procedures)


def _list_usable_services(build: NetworkBuild) -> Iterable[Service]:
    """The services that may be used: of the modes asked for (hauls and hops always) and willing to take the cargo."""
    for service in build.corridor.services.values():
        if service.kind in {LINE, TRUCK} and service.mode not in build.wish.modes:
            continue
        why = find_cargo_refusal(service, build.cargo)
        if why:
            build.left_out[service.id] = str(why)
        else:
            yield service


def _finish_network(build: NetworkBuild, procedures: Procedures) -> CompiledNetwork:
    changes = [
        tuple(procedures.operations_to_change(node)) if isinstance(node, Platform) else () for node in build.nodes
    ]
    stops = tuple(
        Stop(str(node), count_minutes(operations)) for node, operations in zip(build.nodes, changes, strict=True)
    )
    network = Network(
        stops,
        tuple(line for line, _ in build.lines),
        tuple(row for row, _ in build.haulages),
        tuple(row for row, _ in build.transfers),
        tuple(make_exponential_curve(TAU[mode]) for mode in CURVES),
    )
    return CompiledNetwork(
        network,
        build.nodes,
        lines=[meaning for _, meaning in build.lines],
        haulages=[meaning for _, meaning in build.haulages],
        transfers=[meaning for _, meaning in build.transfers],
        changes=changes,
        leads=build.leads,
        left_out=build.left_out,
    )
