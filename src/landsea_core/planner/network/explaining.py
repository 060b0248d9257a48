"""Why nothing can be offered: the first of law, cargo, closures and modes without which there would be a way."""

from dataclasses import replace

from landsea_core.planner.network.cargo import Cargo, find_cargo_refusal, name_dangerous_goods
from landsea_core.planner.network.closings import Closings
from landsea_core.planner.network.days import find_moment
from landsea_core.planner.network.geography import measure_great_circle_km
from landsea_core.planner.network.itinerary import Itinerary
from landsea_core.planner.network.model import MODES, Corridor
from landsea_core.planner.network.place_rows import NetworkPlace
from landsea_core.planner.network.questions import NotServed, PlanFault, RefusedWay, say_modes
from landsea_core.planner.network.searching import Search
from landsea_core.sentences import Sentence
from landsea_search import Criteria

NEAREST = 4
"""So many served places are named beside one that is not."""


def explain_no_way(search: Search, refused: tuple[RefusedWay, ...]) -> PlanFault:
    """Return what to say, and change, when a search has found nothing."""
    if refused:
        named = "; ".join(f"{one.refusal.measure}: {one.refusal.why}" for one in refused)
        said = Sentence(
            "No legal way: %(measures)s Take another way of transport, or ask whoever made the measure.", measures=named
        )
        return PlanFault(said, "no_legal_route", "hs", refused)
    return _explain_not_served(search) or _explain_why_not(search)


def _explain_not_served(search: Search) -> NotServed | None:
    corridor = search.planning.corridor
    served = {call.place for service in corridor.services.values() for call in service.calls}
    for end, field in ((search.origin, "from"), (search.destination, "to")):
        if served.isdisjoint(end.codes):
            return NotServed(end.place, _find_nearest_served(corridor, served, end.place), field)
    return None


def _explain_why_not(search: Search) -> PlanFault:
    cargo, modes = search.cargo, search.question.modes
    way = _find_any_way(search, Cargo(kg=1), modes, search.planning.closings)
    if way:
        return PlanFault(_say_who_refuses(cargo, way), "nobody_takes_it", "dg" if cargo.dangerous else "reefer")
    way = _find_any_way(search, cargo, modes, Closings(replace(search.planning.corridor, closures=())))
    if way:
        return PlanFault(_say_what_is_closed(search.planning.closings, way), "closed", "ready")
    if _find_any_way(search, cargo, frozenset(MODES), search.planning.closings):
        said = Sentence("There is no way by %(modes)s alone; allow more modes.", modes=say_modes(modes))
        return PlanFault(said, "modes", "modes")
    if search.question.latest:
        return PlanFault(Sentence("Nothing arrives that early; give a later arrival."), "too_early", "by")
    ends = {"origin": search.origin.place.name, "destination": search.destination.place.name}
    return PlanFault(
        Sentence("No services on record connect %(origin)s and %(destination)s in time.", **ends), "no_route"
    )


def _find_nearest_served(corridor: Corridor, served: set[str], place: NetworkPlace) -> tuple[NetworkPlace, ...]:
    """Return the cities, and served places without one, that lie nearest as the crow flies."""
    cities = {corridor.places[code].within or code for code in served}
    known = (corridor.places[code] for code in cities if code in corridor.places)
    return tuple(sorted(known, key=lambda one: (measure_great_circle_km(place, one), one.code))[:NEAREST])


def _find_any_way(search: Search, cargo: Cargo, modes: frozenset[str], closings: Closings) -> Itinerary | None:
    network = search.compile(cargo, modes, closings, search.forbid_nothing)
    return next(iter(search.find_itineraries(network, Criteria.ARRIVAL)), None)


def _say_who_refuses(cargo: Cargo, way: Itinerary) -> Sentence:
    asked = Sentence("a reefer") if cargo.reefer else Sentence("this cargo")
    if cargo.dangerous:
        asked = name_dangerous_goods(cargo.dangerous)
    said = tuple(
        Sentence("%(service)s (%(why)s)", service=f"{leg.service.id} {leg.service.name}", why=why)
        for leg in way.legs
        if (why := find_cargo_refusal(leg.service, cargo))
    )
    return Sentence(
        "Nobody on the way is known to take %(cargo)s: %(who)s. Ask the operator, or change the cargo.",
        cargo=asked,
        who=said,
    )


def _say_what_is_closed(closings: Closings, way: Itinerary) -> Sentence:
    for leg in way.legs:
        day = find_moment(leg.vehicle.depart).date()
        rows = [closings.find_closure(code, day) for code in leg.called] + [
            closings.find_stop_of_service(leg.service, day)
        ]
        for row in filter(None, rows):
            return Sentence("%(what)s No other way was found.", what=row.says)
    return Sentence("What the way needs is closed at that time. Choose another day.")
