"""Why nothing can be offered: the first of law, cargo, closures and modes without which there would be a way."""

from dataclasses import replace

from landsea_core.planner.network.cargo import Cargo, name_dangerous_goods, refusal
from landsea_core.planner.network.closing import Closings
from landsea_core.planner.network.days import moment_of
from landsea_core.planner.network.geography import great_circle_km
from landsea_core.planner.network.itinerary import Itinerary
from landsea_core.planner.network.model import MODES, Corridor, Place
from landsea_core.planner.network.questions import NotServed, PlanFault, Refused, modes_said
from landsea_core.planner.network.searching import Search
from landsea_core.sentences import Sentence
from landsea_search import Criteria

NEAREST = 4
"""So many served places are named beside one that is not."""


def explained(search: Search, refused: tuple[Refused, ...]) -> PlanFault:
    """Return what to say, and change, when a search has found nothing."""
    if refused:
        named = "; ".join(f"{one.refusal.measure}: {one.refusal.why}" for one in refused)
        said = Sentence(
            "No legal way: %(measures)s Take another way of transport, or ask whoever made the measure.", measures=named
        )
        return PlanFault(said, "no_legal_route", "hs", refused)
    return _not_served(search) or _why_not(search)


def _not_served(search: Search) -> NotServed | None:
    corridor = search.room.corridor
    served = {call.place for service in corridor.services.values() for call in service.calls}
    for end, field in ((search.origin, "from"), (search.destination, "to")):
        if served.isdisjoint(end.codes):
            return NotServed(end.place, _nearest(corridor, served, end.place), field)
    return None


def _why_not(search: Search) -> PlanFault:
    cargo, modes = search.cargo, search.question.modes
    way = _any(search, Cargo(kg=1), modes, search.room.closings)
    if way:
        return PlanFault(_who_refuses(cargo, way), "nobody_takes_it", "dg" if cargo.dangerous else "reefer")
    way = _any(search, cargo, modes, Closings(replace(search.room.corridor, closures=())))
    if way:
        return PlanFault(_what_is_closed(search.room.closings, way), "closed", "ready")
    if _any(search, cargo, frozenset(MODES), search.room.closings):
        said = Sentence("There is no way by %(modes)s alone; allow more modes.", modes=modes_said(modes))
        return PlanFault(said, "modes", "modes")
    if search.question.latest:
        return PlanFault(Sentence("Nothing arrives that early; give a later arrival."), "too_early", "by")
    ends = {"origin": search.origin.place.name, "destination": search.destination.place.name}
    return PlanFault(
        Sentence("No services on record connect %(origin)s and %(destination)s in time.", **ends), "no_route"
    )


def _nearest(corridor: Corridor, served: set[str], place: Place) -> tuple[Place, ...]:
    """Return the cities, and served places without one, that lie nearest as the crow flies."""
    cities = {corridor.places[code].within or code for code in served}
    known = (corridor.places[code] for code in cities if code in corridor.places)
    return tuple(sorted(known, key=lambda one: (great_circle_km(place, one), one.code))[:NEAREST])


def _any(search: Search, cargo: Cargo, modes: frozenset[str], closings: Closings) -> Itinerary | None:
    network = search.compiled(cargo, modes, closings, search.allowed)
    return next(iter(search.found(network, Criteria.ARRIVAL)), None)


def _who_refuses(cargo: Cargo, way: Itinerary) -> Sentence:
    asked = Sentence("a reefer") if cargo.reefer else Sentence("this cargo")
    if cargo.dangerous:
        asked = name_dangerous_goods(cargo.dangerous)
    said = tuple(
        Sentence("%(service)s (%(why)s)", service=f"{leg.service.id} {leg.service.name}", why=why)
        for leg in way.legs
        if (why := refusal(leg.service, cargo))
    )
    return Sentence(
        "Nobody on the way is known to take %(cargo)s: %(who)s. Ask the operator, or change the cargo.",
        cargo=asked,
        who=said,
    )


def _what_is_closed(closings: Closings, way: Itinerary) -> Sentence:
    for leg in way.legs:
        day = moment_of(leg.vehicle.depart).date()
        rows = [closings.closed(code, day) for code in leg.called] + [closings.stands_still(leg.service, day)]
        for row in filter(None, rows):
            return Sentence("%(what)s No other way was found.", what=row.says)
    return Sentence("What the way needs is closed at that time. Choose another day.")
