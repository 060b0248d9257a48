"""The corridor in the search engine's words, for one cargo, one window of days and one pair of places.

Every place has a gate (where cargo is free to go by lorry) and a platform for each mode. A line goes from platform to
platform; joining, leaving and changing are the ways between platforms and gate; a border hop goes from gate to gate and
begins only while both sides are open. A city stands for all its terminals: the search begins at any of them.
Closed places and forbidden crossings are taken out before the search, so no way that uses them is ever found.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

from landsea_core.planner import spi
from landsea_core.planner.network.cargo import Cargo, refusal
from landsea_core.planner.network.closing import Closings
from landsea_core.planner.network.days import call_minutes, departures, midnight
from landsea_core.planner.network.figures import CO2_UNIT_KG, COST_UNIT_USD, Figures
from landsea_core.planner.network.geography import stretch_km
from landsea_core.planner.network.model import HOP, LINE, TRUCK, Corridor, Service
from landsea_core.planner.network.platforms import Platform, Procedures, Step, minutes
from landsea_core.planner.network.spreads import Spreads
from landsea_core.planner.risk import exponential_curve

ORIGIN, DESTINATION = 0, 1
TAU = {"road": 60, "rail": 180, "river": 240, "sea": 480, "air": 90}
"""Minutes in which lateness at a boarding fades, by mode: assumed, as in the planner's work sheet."""
CURVES = tuple(TAU)
LOOK_BACK_DAYS = 22
"""No service is under way longer; runs that began so long ago may still be boarded on the way."""

Node = Platform | str  # a platform, or the code of a place for its gate
Crossing = tuple[str, str, str]  # mode, country left, country entered


@dataclass(frozen=True, slots=True)
class Running:
    """What a line of the engine is: calls `first` to `last` of a service, with the km of each move."""

    service: Service
    first: int
    last: int
    km: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Carriage:
    """What a haulage of the engine is: a lorry, a border hop, or (no service) steps between gate and platform."""

    origin: Node
    destination: Node
    steps: tuple[Step, ...]
    service: Service | None = None


@dataclass(slots=True)
class Compiled:
    """An engine's network with what its numbers stand for.

    `changes`: by node, the steps from one vehicle to the next there; `leads`: minutes between gate and departure, at
    least; `left_out`: services of the modes asked for that are not used, and why.
    """

    network: spi.Network
    nodes: list[Node]
    lines: list[Running]
    haulages: list[Carriage]
    transfers: list[Carriage]
    changes: list[tuple[Step, ...]]
    leads: dict[Platform, int]
    left_out: dict[str, str]


@dataclass(frozen=True, slots=True)
class Wish:
    """Where from, where to, by which modes, from which day for how many days."""

    origins: frozenset[str]
    destinations: frozenset[str]
    modes: frozenset[str]
    day: date
    days: int


@dataclass(slots=True)
class _Build:
    """The network while it grows."""

    corridor: Corridor
    cargo: Cargo
    wish: Wish
    closings: Closings
    forbidden: Callable[[Crossing], bool]
    nodes: list[Node] = field(default_factory=lambda: ["", ""])
    numbers: dict[Node, int] = field(default_factory=dict)
    lines: list[tuple[spi.Line, Running]] = field(default_factory=list)
    haulages: list[tuple[spi.Haulage, Carriage]] = field(default_factory=list)
    transfers: list[tuple[spi.Transfer, Carriage]] = field(default_factory=list)
    leads: dict[Platform, int] = field(default_factory=dict)
    left_out: dict[str, str] = field(default_factory=dict)
    spreads: Spreads = field(init=False)

    def __post_init__(self) -> None:
        self.spreads = Spreads(self.corridor)

    def number(self, node: Node) -> int:
        """Return the number of a node, giving one where there is none yet."""
        if node not in self.numbers:
            self.numbers[node] = len(self.nodes)
            self.nodes.append(node)
        return self.numbers[node]


def compiled(
    corridor: Corridor, cargo: Cargo, wish: Wish, closings: Closings, forbidden: Callable[[Crossing], bool]
) -> Compiled:
    """Return the network for the cargo and the wish, without closed places and forbidden crossings."""
    build = _Build(corridor, cargo, wish, closings, forbidden)
    procedures = Procedures(corridor, cargo, wish.day)
    figures = Figures(corridor, cargo)
    taken = list(_taken(build))
    build.leads = _leads(build, taken, procedures)
    for service in taken:
        if service.kind == LINE:
            _add_line(build, service, procedures, figures)
        else:
            _add_lorry(build, service, procedures, figures)
    _add_platforms(build, procedures)
    return _finished(build, procedures)


def _taken(build: _Build) -> Iterable[Service]:
    """The services that may be used: of the modes asked for (hauls and hops always) and willing to take the cargo."""
    for service in build.corridor.services.values():
        if service.kind in {LINE, TRUCK} and service.mode not in build.wish.modes:
            continue
        why = refusal(service, build.cargo)
        if why:
            build.left_out[service.id] = str(why)
        else:
            yield service


def _leads(build: _Build, taken: list[Service], procedures: Procedures) -> dict[Platform, int]:
    """Return for each platform the minutes before a departure at which cargo must be at the gate, at least.

    They are the same for both platforms of a mode at a place: what one line asks for beyond them is its own cut-off, so
    handing in at the wrong platform and changing over saves nothing.
    """
    shortest: dict[tuple[str, str], int] = {}
    platforms: set[Platform] = set()
    for service in taken:
        if service.kind == LINE:
            lead = lead_minutes(service, procedures, service.calls[0].place)
            for place in range(len(service.calls) - 1):
                platform = platform_of(build.corridor, service, place, procedures)
                platforms.add(platform)
                key = (platform.place, platform.mode)
                shortest[key] = min(shortest.get(key, lead), lead)
    return {
        platform: max(
            shortest[platform.place, platform.mode], minutes(procedures.at(platform.place, "join", platform.mode))
        )
        for platform in platforms
    }


def lead_minutes(service: Service, procedures: Procedures, place: str) -> int:
    """Return the cut-off of a service in minutes; where none is said, what handing in takes."""
    if service.cut_off_hours is not None:
        return round(service.cut_off_hours * 60)
    return minutes([procedures.handling(service.mode, "join", place)])


def platform_of(corridor: Corridor, service: Service, place: int, procedures: Procedures) -> Platform:
    """Return the platform of a call: inbound when the vehicle has come from another country and is cleared here."""
    code = service.calls[place].place
    country = corridor.places[code].country
    abroad = any(corridor.places[call.place].country != country for call in service.calls[:place])
    return Platform(code, service.mode, abroad and procedures.clears(code, service.mode))


def _add_line(build: _Build, service: Service, procedures: Procedures, figures: Figures) -> None:
    corridor, first = build.corridor, build.wish.day
    zones = {call.place: corridor.places[call.place].zone for call in service.calls}
    calls = _scaled(call_minutes(service, zones, first), build.spreads.of(service).scale, midnight(first))
    runs: dict[tuple[tuple[int, int], ...], list[int]] = defaultdict(list)
    back = min(LOOK_BACK_DAYS, 2 + int(service.hours / 16))
    last = first + timedelta(days=build.wish.days)
    borders = _borders(build, service)
    days = departures(service, first - timedelta(days=back), last)
    if not borders and not build.closings.touch(service):
        runs[((0, len(service.calls) - 1),)] = [midnight(day) + later for day, later in days]
    else:
        for day, later in days:
            runs[build.closings.stretches(service, day, borders)].append(midnight(day) + later)
    platforms = [platform_of(corridor, service, place, procedures) for place in range(len(service.calls))]
    km = stretch_km(corridor, service)
    lead = lead_minutes(service, procedures, service.calls[0].place)
    for stretches, starts in runs.items():
        for begin, end in stretches:
            part = range(begin, end)
            moves = tuple(_move(build, service, platforms, calls, place, km[place], figures, lead) for place in part)
            line = spi.Line(moves, tuple(sorted(set(starts))), service.id)
            build.lines.append((line, Running(service, begin, end, tuple(km[place] for place in part))))


def _scaled(calls: list[tuple[int | None, int | None]], scale: float, zero: int) -> list[tuple[int | None, int | None]]:
    """Return minutes after midnight of the first day, with the way from the first departure stretched by `scale`."""
    begin = calls[0][1]

    def scaled(minute: int | None) -> int | None:
        return None if minute is None else round(begin - zero + (minute - begin) * scale)

    return [(scaled(arrive), scaled(depart)) for arrive, depart in calls]


def _borders(build: _Build, service: Service) -> frozenset[int]:
    """Return the calls after which the line crosses a border that this cargo may not cross."""
    countries = [build.corridor.places[call.place].country for call in service.calls]
    return frozenset(
        place
        for place, (left, entered) in enumerate(pairwise(countries))
        if left != entered and build.forbidden((service.mode, left, entered))
    )


def _move(
    build: _Build,
    service: Service,
    platforms: list[Platform],
    calls: list[tuple[int | None, int | None]],
    place: int,
    km: float,
    figures: Figures,
    lead: int,
) -> spi.Move:
    platform = platforms[place]
    cost = figures.compared_usd(service.id, service.mode, km, km / service.km if service.km else 0)
    depart, arrive = calls[place][1], calls[place + 1][0]
    return spi.Move(
        build.number(platform),
        build.number(platforms[place + 1]),
        depart,
        max(arrive, depart + 1),
        round(cost / COST_UNIT_USD),
        round(figures.co2e_kg(service.mode, km) / CO2_UNIT_KG),
        spi.Boarding(curve=CURVES.index(service.mode), cut_off=max(0, lead - build.leads[platform])),
    )


def _add_lorry(build: _Build, service: Service, procedures: Procedures, figures: Figures) -> None:
    """A lorry goes both ways: at any hour, or, over a border, while both gates are open."""
    ends = [call.place for call in service.calls]
    if any(build.closings.always(place, build.wish.day, build.wish.days) for place in ends):
        return
    for origin, destination in (ends, ends[::-1]):
        steps: tuple[Step, ...] = ()
        opening = None
        if service.kind == HOP:
            countries = tuple(build.corridor.places[place].country for place in (origin, destination))
            if build.forbidden((service.mode, *countries)):
                continue
            steps = tuple(procedures.hop(origin, destination))
            opening = build.closings.opening(origin, destination, build.wish.day, build.wish.days)
        cost = figures.compared_usd(service.id, "road", service.km, 1)
        haulage = spi.Haulage(
            build.number(origin),
            build.number(destination),
            max(1, round(60 * build.spreads.planned(service)) + minutes(steps)),
            round(cost / COST_UNIT_USD),
            round(figures.co2e_kg("road", service.km) / CO2_UNIT_KG),
            opening=opening,
            key=service.id,
        )
        build.haulages.append((haulage, Carriage(origin, destination, steps, service)))


def _add_platforms(build: _Build, procedures: Procedures) -> None:
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
            steps = tuple(procedures.join(platform))
            row = spi.Haulage(gate, here, max(1, lead), key="join")
            build.haulages.append((row, Carriage(platform.place, platform, steps)))
            if platform.place in build.wish.origins:
                _way(build, ORIGIN, here, lead, Carriage("", platform, steps))
        _way(build, here, gate, minutes(procedures.leave(platform)), _leaving(platform, procedures))
        for other in beside[platform.place, platform.mode]:
            if other != platform:
                steps = tuple(procedures.change(platform))
                _way(build, here, build.number(other), minutes(steps), Carriage(platform, other, steps))
        if platform.place in build.wish.destinations:
            _way(build, here, DESTINATION, 0, Carriage(platform, "", ()))
    for place in sorted(places):
        if place in build.wish.origins:
            _way(build, ORIGIN, build.number(place), 0, Carriage("", place, ()))
        if place in build.wish.destinations:
            _way(build, build.number(place), DESTINATION, 0, Carriage(place, "", ()))


def _leaving(platform: Platform, procedures: Procedures) -> Carriage:
    return Carriage(platform, platform.place, tuple(procedures.leave(platform)))


def _way(build: _Build, origin: int, destination: int, length: int, carriage: Carriage) -> None:
    build.transfers.append((spi.Transfer(origin, destination, length), carriage))


def _finished(build: _Build, procedures: Procedures) -> Compiled:
    changes = [tuple(procedures.change(node)) if isinstance(node, Platform) else () for node in build.nodes]
    stops = tuple(spi.Stop(str(node), minutes(steps)) for node, steps in zip(build.nodes, changes, strict=True))
    network = spi.Network(
        stops,
        tuple(line for line, _ in build.lines),
        tuple(row for row, _ in build.haulages),
        tuple(row for row, _ in build.transfers),
        tuple(exponential_curve(TAU[mode]) for mode in CURVES),
    )
    meanings = ([told for _, told in rows] for rows in (build.lines, build.haulages, build.transfers))
    return Compiled(network, build.nodes, *meanings, changes, build.leads, build.left_out)
