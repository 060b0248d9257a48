"""What the plan page shows of the way itself: each vehicle with what is done to the cargo, and what one lorry drives."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from landsea.corridor.amounts import write_money, write_spread
from landsea.corridor.labels import (
    GRADES,
    KINDS,
    MODES,
    STEPS,
    name_service,
    place_name,
)
from landsea.corridor.leg_surroundings import Beside
from landsea_core.planner.network.days import find_moment
from landsea_core.planner.network.drives import Drive, group_into_drives, sum_drive_cost, sum_drive_hours
from landsea_core.planner.network.hauls_to_served import is_line_on_no_record, is_reckoned
from landsea_core.planner.network.itinerary import Itinerary, Leg
from landsea_core.planner.network.model import TRUCK, Corridor, Service
from landsea_core.planner.network.place_rows import Closure, NetworkPlace
from landsea_core.planner.network.platforms import Operation
from landsea_core.planner.network.towns import is_town


@dataclass(frozen=True)
class ShownStep:
    """Something done to the cargo: what, where, how long, how sure, by whom it is said, and whom to call."""

    what: str
    place: str
    hours: str
    grade: str
    source: str
    code: str = ""


@dataclass(frozen=True)
class ShownLeg:
    """One vehicle: words, both ends on their own clocks, the gate, the steps before it and at its border."""

    mode: str
    mode_words: str
    kind: str
    origin: NetworkPlace
    destination: NetworkPlace
    depart: datetime
    arrive: datetime
    gate: datetime | None
    hours: str
    km: int
    service: str
    name: str
    operator: str
    grade: str
    source: str
    source_grade: str
    money: str
    co2e: int
    steps: tuple[ShownStep, ...]
    days_assumed: bool
    measured: str
    beside: Beside


@dataclass(frozen=True)
class ShownDrive:
    """What one vehicle does without a stop; several `legs` are road links of one lorry, with the sums over them.

    `grades` are those of its links, each once.
    """

    legs: tuple[ShownLeg, ...]
    kind: str
    hours: str
    km: int
    money: str
    grades: str

    @property
    def first(self) -> ShownLeg:
        return self.legs[0]

    @property
    def last(self) -> ShownLeg:
        return self.legs[-1]

    @property
    def via(self) -> str:
        """The places that the lorry passes; empty where it passes none."""
        return ", ".join(place_name(leg.destination) for leg in self.legs[:-1])

    @property
    def desk_count(self) -> int:
        """How many desks may be called on the way, each once."""
        return len({desk.code for leg in self.legs for _place, desk in leg.beside.desks})

    @property
    def warnings(self) -> tuple[Closure, ...]:
        """What stands still on the way, each once."""
        return tuple(dict.fromkeys(row for leg in self.legs for row in leg.beside.warnings))

    @property
    def barriers(self) -> tuple[tuple[int, str], ...]:
        """The barriers on the way, each once."""
        return tuple(dict.fromkeys(row for leg in self.legs for row in leg.beside.barriers))


def shape_legs(corridor: Corridor, one: Itinerary, around: list[Beside]) -> tuple[ShownLeg, ...]:
    """Return every leg of an itinerary with what stands beside it."""
    return tuple(_shown_leg(corridor, leg, its) for leg, its in zip(one.legs, around, strict=True))


def shape_drives(one: Itinerary, legs: tuple[ShownLeg, ...]) -> tuple[ShownDrive, ...]:
    """Return the legs as steps for people: all that one lorry drives is one."""
    found, rest = [], iter(legs)
    for drive in group_into_drives(one.legs):
        its = tuple(next(rest) for _leg in drive)
        found.append(_drive(drive, its))
    return tuple(found)


def _drive(drive: Drive, legs: tuple[ShownLeg, ...]) -> ShownDrive:
    kind = legs[0].kind if len(legs) == 1 else str(KINDS[TRUCK])
    grades = ", ".join(dict.fromkeys(leg.grade for leg in legs))
    km = round(sum(leg.km for leg in drive))
    return ShownDrive(legs, kind, write_spread(sum_drive_hours(drive)), km, write_money(sum_drive_cost(drive)), grades)


def _shown_leg(corridor: Corridor, leg: Leg, around: Beside) -> ShownLeg:
    one, service = leg.vehicle, leg.service
    origin, destination = corridor.places[one.origin], corridor.places[one.destination]
    steps = (*one.before, *one.on_way)
    return ShownLeg(
        mode=service.mode,
        mode_words=str(MODES[service.mode]),
        kind=str(GRADES["derived"] if is_line_on_no_record(service) else KINDS[service.kind]),
        origin=origin,
        destination=destination,
        depart=find_moment(one.depart, origin.zone),
        arrive=find_moment(one.arrive, destination.zone),
        gate=find_moment(one.gate, origin.zone) if one.gate is not None else None,
        hours=write_spread(leg.hours),
        km=round(leg.km),
        service="" if is_reckoned(service) else service.id,
        name=name_service(corridor, service),
        operator=service.operator,
        grade=str(GRADES[leg.grade]),
        source=service.fact.source,
        source_grade=service.fact.grade,
        money=write_money(leg.cost),
        co2e=round(leg.co2e_kg),
        steps=tuple(shape_step(corridor, step) for step in steps),
        days_assumed=service.has_assumed_days,
        measured=_measured(corridor, service),
        beside=around,
    )


def _measured(corridor: Corridor, service: Service) -> str:
    """Return what logged trips changed of a service's advertised time; empty where there are too few."""
    spread_of_trips = corridor.measured.get(service.id)
    if spread_of_trips is None:
        return ""
    return _("the whole line: %(measured).0f h by %(n)s trips logged here, where %(said).0f h are said") % {
        "measured": service.hours * spread_of_trips.scale,
        "n": spread_of_trips.trips,
        "said": service.hours,
    }


def shape_step(corridor: Corridor, step: Operation) -> ShownStep:
    """Return a step in the reader's words."""
    words = str(STEPS.get(step.what, step.what))
    place = corridor.places[step.place]
    return ShownStep(
        words,
        place_name(place),
        write_spread(step.hours),
        str(GRADES[step.fact.grade]),
        step.fact.source,
        "" if is_town(place.code) else place.code,
    )
