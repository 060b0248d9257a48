"""What stands beside a leg of a plan: its papers, the desks to call, barriers that others have there, what stands still.

All of it is read once for a page (`access.surroundings`) and picked out here leg by leg; nothing is read here.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from landsea.corridor.access import DeskToCall, Surroundings
from landsea.corridor.contributed import Trouble
from landsea.directory.models.names import choose_title, name_in
from landsea.rules.labels import say_verdict
from landsea_core.planner.network.itinerary import Itinerary, Leg
from landsea_core.planner.network.leg_data import find_touching_closures
from landsea_core.planner.network.model import Corridor
from landsea_core.planner.network.papers import Paper, judge_itinerary, list_papers
from landsea_core.planner.network.place_rows import Closure, NetworkPlace
from landsea_core.planner.network.planning import Plan
from landsea_core.rules import Verdict

_MODES_OF_MATTER = {
    "rail": {"rail"},
    "port": {"sea", "river"},
    "port_charges": {"sea", "river"},
    "gate_queue": {"road", "rail"},
    "road_transport": {"road"},
    "inland_waterway": {"river"},
    "air": {"air"},
}
"""Matters that trouble only who goes by these modes; any other may trouble all."""
SOON_DAYS = 14
"""What stands still so many days after a leg is worth a warning: journeys are late, and closures are moved."""


@dataclass(frozen=True)
class Beside:
    """What stands beside one leg. `desks` come with the name of their place, `barriers` as (number, title)."""

    papers: tuple[Paper, ...] = ()
    offered: tuple[Paper, ...] = ()
    desks: tuple[tuple[str, DeskToCall], ...] = ()
    barriers: tuple[tuple[int, str], ...] = ()
    warnings: tuple[Closure, ...] = ()


def list_what_stands_beside(corridor: Corridor, plan: Plan, one: Itinerary, around: Surroundings) -> list[Beside]:
    """Return what stands beside each leg of an itinerary."""
    needed = list_papers(around.book, corridor, plan, one)
    hs = plan.question.cargo.hs
    return [_leg(corridor, leg, its, hs, around) for leg, its in zip(one.legs, needed, strict=True)]


def find_verdict_on_itinerary(corridor: Corridor, plan: Plan, one: Itinerary, around: Surroundings) -> Verdict | None:
    """Return the gate's verdict on a way; None where no goods were named or no border is crossed."""
    return judge_itinerary(around.book, corridor, plan, one)


def find_law_of_itinerary(corridor: Corridor, plan: Plan, one: Itinerary, around: Surroundings) -> str:
    """Return what the measures say of the goods on this way, and what nobody looked at; empty where no goods were named."""
    verdict = find_verdict_on_itinerary(corridor, plan, one, around)
    return say_verdict(verdict) if verdict else ""


def _leg(corridor: Corridor, leg: Leg, needed: Sequence[Paper], hs: str, around: Surroundings) -> Beside:
    places = [corridor.places[code] for code in leg.called]
    worked_at = _worked_at(corridor, leg, places)
    found = {around.desks[place.code].code: place for place in worked_at if place.code in around.desks}
    return Beside(
        papers=tuple(paper for paper in needed if not paper.offered),
        offered=tuple(paper for paper in needed if paper.offered),
        desks=tuple((name_in(place.names, around.language), around.desks[place.code]) for place in found.values()),
        barriers=tuple(
            (row.pk, choose_title(row, around.language))
            for row in around.barriers
            if leg.service.mode in _MODES_OF_MATTER.get(row.matter, {leg.service.mode}) and _stands(row, places, hs)
        ),
        warnings=tuple(dict.fromkeys(find_touching_closures(around.closures, leg, SOON_DAYS))),
    )


def _worked_at(corridor: Corridor, leg: Leg, places: list[NetworkPlace]) -> list[NetworkPlace]:
    """Return the places where something is done to the cargo, and those on both sides of a border the leg crosses."""
    found = [corridor.places[one.place] for one in leg.vehicle.operations]
    for place, following in zip(places, places[1:], strict=False):
        if place.country != following.country:
            found += [place, following]
    return list({place.code: place for place in found}.values())


def _stands(row: Trouble, places: list[NetworkPlace], hs: str) -> bool:
    """Say whether a barrier is in the way of this leg: at one of its places, or in a country that it enters.

    A barrier about other goods is none; one about goods nobody named may be.
    """
    if row.chapter and hs and row.chapter != hs[:2]:
        return False
    if row.place:
        return any(row.place in {place.code, place.within} for place in places)
    countries = [place.country for place in places]
    return row.country in countries[1:] and len(set(countries)) > 1


def list_places_worked_at(corridor: Corridor, plan: Plan) -> set[str]:
    """Return the codes of all places at which somebody may have to call a desk."""
    return {
        place.code
        for one in plan.itineraries
        for leg in one.legs
        for place in _worked_at(corridor, leg, [corridor.places[code] for code in leg.called])
    }
