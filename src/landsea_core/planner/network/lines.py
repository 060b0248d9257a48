"""Lines of the corridor in the search engine's words: runs from platform to platform, with cut-offs, prices and closings."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta
from itertools import pairwise

from landsea_core.planner.network.building import CURVES, NetworkBuild, Node, ServiceStretch
from landsea_core.planner.network.costs import CO2_UNIT_KG, COST_UNIT_USD, CostsAndEmissions
from landsea_core.planner.network.days import list_departures, list_starts
from landsea_core.planner.network.line_shapes import find_line_shape
from landsea_core.planner.network.model import LINE, Corridor, Service
from landsea_core.planner.network.platforms import Platform, Procedures, count_minutes
from landsea_search import Boarding, Line, Move

LOOK_BACK_DAYS = 22
"""No service is under way longer; runs that began so long ago may still be boarded on the way."""


NEVER = 1_000_000
"""Minutes before a departure that nobody can be ready at: longer than any timetable."""


def find_lead_minutes(build: NetworkBuild, taken: list[Service], procedures: Procedures) -> dict[Node, int]:
    """Note the platforms of each line; return for each the minutes before a departure at which cargo must be at the gate,
    at least.

    They are the same for both platforms of a mode at a place: what one line asks for beyond them is its own cut-off, so
    handing in at the wrong platform and changing over saves nothing.
    """
    shortest: dict[tuple[str, str], int] = {}
    platforms: set[Platform] = set()
    for service in taken:
        if service.kind == LINE:
            lead = count_lead_minutes(service, procedures, service.calls[0].place)
            build.platforms[service.id] = list_platforms(build.corridor, service, procedures)
            for platform in build.platforms[service.id][:-1]:
                platforms.add(platform)
                key = (platform.place, platform.mode)
                shortest[key] = min(shortest.get(key, lead), lead)
    return {
        platform: max(
            shortest[platform.place, platform.mode],
            count_minutes(procedures.find_operations(platform.place, "join", platform.mode)),
        )
        for platform in platforms
    }


def count_lead_minutes(service: Service, procedures: Procedures, place: str) -> int:
    """Return the cut-off of a service in minutes; where none is said, what handing in takes."""
    if service.cut_off_hours is not None:
        return round(service.cut_off_hours * 60)
    return count_minutes([procedures.usual_operation(service.mode, "join", place)])


def list_platforms(corridor: Corridor, service: Service, procedures: Procedures) -> list[Platform]:
    """Return the platform of each call: inbound when the vehicle has come from another country and is cleared here."""
    found: list[Platform] = []
    passed: set[str] = set()
    for call in service.calls:
        country = corridor.places[call.place].country
        abroad = bool(passed - {country})
        passed.add(country)
        found.append(Platform(call.place, service.mode, abroad and procedures.clears(call.place, service.mode)))
    return found


def add_line(build: NetworkBuild, service: Service, procedures: Procedures, figures: CostsAndEmissions) -> None:
    """Add a service with a timetable to the network: a line for each stretch that is open and may be crossed."""
    corridor, first = build.corridor, build.wish.day
    calls, km = find_line_shape(corridor, service, build.spreads.find_spread(service).scale, first)
    back = min(LOOK_BACK_DAYS, 2 + int(service.hours / 16))
    last = first + timedelta(days=build.wish.days)
    borders = _find_forbidden_borders(build, service)
    runs: dict[tuple[tuple[int, int], ...], Iterable[int]]
    if not borders and not build.closings.may_touch(service):
        runs = {((0, len(service.calls) - 1),): list_starts(service, first - timedelta(days=back), last)}
    else:
        cut: dict[tuple[tuple[int, int], ...], set[int]] = defaultdict(set)
        for day, start in list_departures(service, first - timedelta(days=back), last):
            cut[build.closings.split_run(service, day, borders)].add(start)
        runs = {stretches: sorted(starts) for stretches, starts in cut.items()}
    platforms = build.platforms[service.id]
    lead = count_lead_minutes(service, procedures, service.calls[0].place)
    for stretches, starts in runs.items():
        for begin, end in stretches:
            part = range(begin, end)
            moves = tuple(
                _make_move(build, service, platforms, calls, place, km[place], figures, lead) for place in part
            )
            line = Line(moves, tuple(starts), service.id)
            build.lines.append((line, ServiceStretch(service, begin, end, km[begin:end])))


def _is_full(corridor: Corridor, service: Service, place: int) -> bool:
    """Say whether a lorry takes nothing on at a call: at a post on its way it has its load, which it carries through."""
    return service.mode == "road" and place > 0 and corridor.places[service.calls[place].place].kind == "border_post"


def _find_forbidden_borders(build: NetworkBuild, service: Service) -> frozenset[int]:
    """Return the calls after which the line crosses a border that this cargo may not cross."""
    countries = [build.corridor.places[call.place].country for call in service.calls]
    return frozenset(
        place
        for place, (left, entered) in enumerate(pairwise(countries))
        if left != entered and build.is_forbidden((service.mode, left, entered))
    )


def _make_move(
    build: NetworkBuild,
    service: Service,
    platforms: list[Platform],
    calls: Sequence[tuple[int, int]],
    place: int,
    km: float,
    figures: CostsAndEmissions,
    lead: int,
) -> Move:
    platform = platforms[place]
    cut_off = NEVER if _is_full(build.corridor, service, place) else max(0, lead - build.leads[platform])
    cost = figures.compared_usd(service.id, service.mode, km, km / service.km if service.km else 0)
    depart, arrive = calls[place][1], calls[place + 1][0]
    return Move(
        build.number(platform),
        build.number(platforms[place + 1]),
        depart,
        max(arrive, depart + 1),
        round(cost / COST_UNIT_USD),
        round(figures.co2e_kg(service.mode, km) / CO2_UNIT_KG),
        Boarding(curve=CURVES.index(service.mode), cut_off=cut_off),
    )
