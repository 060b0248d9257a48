"""Planning a consignment: from a question in plain terms to itineraries, refusals, and sentences when there is no way.

The front that the engine finds is exact; of many itineraries a few are shown: the earliest, cheapest, greenest and
surest, and an even choice between.
"""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta

from landsea_core.planner.network.cargo import check_cargo
from landsea_core.planner.network.explaining import explain_no_way
from landsea_core.planner.network.hauls_to_served import ROAD, is_reckoned, join_ends
from landsea_core.planner.network.itinerary import Itinerary, are_same_way
from landsea_core.planner.network.model import MODES, Corridor, Service
from landsea_core.planner.network.place_names import JourneyEnd, find_ends
from landsea_core.planner.network.questions import PlanFault, PlanQuestion, RefusedWay, say_modes
from landsea_core.planner.network.reckoned_flights import add_flight
from landsea_core.planner.network.reckoned_inland import RAIL, RIVER, add_boat_or_train
from landsea_core.planner.network.reckoned_lorries import KM_AN_HOUR_IN, add_lorry
from landsea_core.planner.network.reckoned_ships import add_ship
from landsea_core.planner.network.searching import PlanningContext, Search
from landsea_core.planner.network.towns import is_town
from landsea_core.planner.network.trip_events import is_of_our_time
from landsea_core.planner.network.validity import say_assumption
from landsea_core.sentences import Sentence

MOST_SHOWN = 8
DETOUR = 2
"""So many times as long as over the map, a way with a reckoned haul is no answer to who asks for lorries."""
MUCH_SLOWER = 3
"""So many times as long as a lorry that is reckoned within one country takes, a way on record is none either."""
TOLD_GRADES = frozenset({"measured", "published", "reported", "claimed"})
"""Grades of hours that somebody told; others come from kilometres, as those of a reckoned lorry do."""
SLOWER_CHANGED = 1.2
"""So many times the hours from distance of a reckoned train, a way of several trains within one country is no answer to who
asks for trains: wagons go through marshalling yards, nothing is unloaded and handed in again. Of 1.2 and 1.5, 1.2 brought
Guiyang - Nansha and Chengdu - Yantian nearer to what was told."""
HAULED_SHARE = 0.25
"""Of the km of a reckoned train: so much of a way by reckoned hauls is no answer to who asks for trains alone."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The answer: itineraries by arrival, how many more there are, what is refused and why.

    `assumed`: the sentence that says that timetables are assumed to go on beyond the days they are known for, or None.
    `hauled`: which ends nothing on record serves, and from or to where a lorry was reckoned, and that a flight or ship was.
    """

    question: PlanQuestion
    origin: JourneyEnd
    destination: JourneyEnd
    itineraries: tuple[Itinerary, ...]
    more: int
    refused: tuple[RefusedWay, ...]
    left_out: dict[str, str]
    assumed: Sentence | None = None
    hauled: tuple[Sentence, ...] = ()


def plan(
    planning: PlanningContext, question: PlanQuestion, now: datetime | None = None, most: int = MOST_SHOWN
) -> Plan:
    """Answer a question; `now` (aware) is what "in the past" is measured against, None: nothing is past.

    Raises PlanFault, CargoFault or UnknownPlace, each with a sentence that says what to change.
    """
    search, on_record, hauled = _begin_search(planning, question, now)
    found = search.find_offered()
    if on_record is not None:
        found = _add_new_ways(found, on_record.find_offered())
    refused = search.find_refused()
    if not found:
        raise explain_no_way(search, refused)
    shown = choose_representatives(found, most)
    assumed = say_assumption(
        planning.corridor, question.ready.date(), [leaving for one in shown for leaving in one.leavings]
    )
    more = len(found) - len(shown)
    ends = (search.origin, search.destination)
    return Plan(question, *ends, shown, more, refused, search.left_out, assumed, hauled)


def plan_on_days(planning: PlanningContext, question: PlanQuestion, days: int) -> list[list[Itinerary]]:
    """Return all ways that may be offered to cargo ready on each of some days running; a day without a way is left out.

    Raises what `plan` raises, where no day has a way.
    """
    search, _on_record, _hauled = _begin_search(planning, question, None)
    found = [ways for ways in search.find_offered_on_days(days) if ways]
    if not found:
        raise explain_no_way(search, search.find_refused())
    return found


def _begin_search(
    planning: PlanningContext, question: PlanQuestion, now: datetime | None
) -> tuple[Search, Search | None, tuple[Sentence, ...]]:
    """Return the search for a question, and what to say of ends, flights and ships that no record serves.

    Where a flight or ship was reckoned, the search without it comes too: it is quicker than what is on record in most that
    counts, and no other way would be left.
    """
    cargo = check_cargo(question.cargo)
    origin, destination = _tell_apart(*find_ends(planning.corridor, question.origin, question.destination))
    if origin.codes & destination.codes:
        said = Sentence("%(place)s is both start and end; give two different places.", place=origin.place.name)
        raise PlanFault(said, "same_place", "to")
    _check_time(planning.corridor, question, now)
    joined, hauled = join_ends(planning.corridor, (origin, destination), question.modes)
    whole, reckoned = _add_reckoned_lines(planning.corridor, joined, (origin, destination), question.modes)
    search, on_record = (
        Search(planning.use_corridor(one), question, cargo, origin, destination) for one in (whole, joined)
    )
    for add in (add_boat_or_train, add_lorry):
        going, gone = add(joined, origin, destination, question.modes)
        made = [one for code, one in going.services.items() if one is not joined.services.get(code)]
        if gone and not _goes_as_asked(planning.corridor, search.find_offered(), question.modes, made[0]):
            return Search(planning.use_corridor(going), question, cargo, origin, destination), None, gone
    return search, on_record if reckoned else None, (*hauled, *reckoned)


def _goes_as_asked(corridor: Corridor, found: list[Itinerary], modes: frozenset[str], made: Service) -> bool:
    """Say whether any way is gone by the modes asked for, and not by local haulage alone; `made`: what was reckoned instead.

    Who asks for a boat alone is not sent back by lorry from where it lands next, nor who asks for a lorry or train alone to a
    served place far from both ends, nor through a neighbouring country from one town to another of their own.
    """
    if modes == {RIVER}:
        found = [one for one in found if not _measure_hauled(one)]
    elif modes == {RAIL}:
        found = [one for one in found if _measure_hauled(one) <= HAULED_SHARE * made.km and not _is_slow(one, made)]
    elif modes == {ROAD}:
        found = [one for one in found if _measure_way(one) <= DETOUR * made.km and not _is_detour(corridor, one, made)]
    return any(leg.service.mode in modes for one in found for leg in one.legs)


def _is_slow(itinerary: Itinerary, made: Service) -> bool:
    """Say whether trains are changed on a way that takes much longer than a train that was reckoned."""
    return len(itinerary.legs) > 1 and itinerary.hours.typical > SLOWER_CHANGED * made.hours


def _is_detour(corridor: Corridor, itinerary: Itinerary, made: Service) -> bool:
    """Say whether a way within one country leaves it, takes much longer than a lorry that was reckoned, or changes lorries of
    which nobody told and takes longer, where it is known how fast one drives through.
    """
    start, end = (corridor.places[call.place].country for call in made.calls)
    if start != end:
        return False
    passed = {corridor.places[call.place].country for leg in itinerary.legs for call in leg.service.calls}
    told = any(leg.service.fact.grade in TOLD_GRADES for leg in itinerary.legs)
    strung = len(itinerary.legs) > 1 and not told and start in KM_AN_HOUR_IN
    return passed != {start} or itinerary.hours.typical > (1 if strung else MUCH_SLOWER) * made.hours


def _measure_hauled(itinerary: Itinerary) -> float:
    """Return the km of a way that are reckoned hauls."""
    return sum(leg.service.km for leg in itinerary.legs if is_reckoned(leg.service))


def _measure_way(itinerary: Itinerary) -> float:
    """Return the km of a way, zero where no reckoned haul is part of it: roads on record are as long as they are."""
    return sum(leg.service.km for leg in itinerary.legs) if _measure_hauled(itinerary) else 0.0


def _tell_apart(origin: JourneyEnd, destination: JourneyEnd) -> tuple[JourneyEnd, JourneyEnd]:
    """Return two ends without the airports on no record that both have: Don Sak and Samui share one, and are not one place."""
    shared = {code for code in origin.codes & destination.codes if is_town(code)} - {origin.place.code}
    if destination.place.code in shared:
        return origin, destination
    return JourneyEnd(origin.place, origin.codes - shared), JourneyEnd(destination.place, destination.codes - shared)


def _add_reckoned_lines(
    corridor: Corridor, joined: Corridor, ends: tuple[JourneyEnd, JourneyEnd], modes: frozenset[str]
) -> tuple[Corridor, tuple[Sentence, ...]]:
    """Return the joined corridor with a flight or ship where one is reckoned, and what to say. A flight between airports of
    the ends' own stands without hauls: a lorry to a farther airport may arrive earlier, and is no answer to who asks for it.
    """
    for known in (corridor, joined):
        flying, flown = add_flight(known, *ends, modes)
        if flown:
            return flying, flown
    return add_ship(joined, *ends, modes)


def _add_new_ways(found: list[Itinerary], others: list[Itinerary]) -> list[Itinerary]:
    new = [one for one in others if not any(are_same_way(one, other) for other in found)]
    return sorted([*found, *new], key=lambda one: (one.arrive, -one.depart))


def _check_time(corridor: Corridor, question: PlanQuestion, now: datetime | None) -> None:
    first, last = corridor.span
    span = Sentence("The timetable is known from %(first)s to %(last)s.", first=first, last=last)
    if not question.modes or question.modes - set(MODES):
        raise PlanFault(Sentence("Modes are %(modes)s.", modes=say_modes(MODES)), "modes", "modes")
    if question.ready.utcoffset() is None:
        raise PlanFault(Sentence("Give the time with its zone, as in 2026-12-01T08:00+08:00."), "ready", "ready")
    for at, field in ((question.ready, "ready"), (question.latest, "by")):
        # before the first day nothing is known of; beyond the last one the timetable is assumed to go on, not for ever
        if at is not None and (not is_of_our_time(at) or (field == "ready" and at.date() < first)):
            said = Sentence(
                "%(day)s lies outside the timetable. %(span)s Give a time within it.", day=at.date(), span=span
            )
            raise PlanFault(said, "outside_timetable", field)
    if now is not None and question.ready < now - timedelta(hours=1):
        said = Sentence(
            "%(time)s is past. %(span)s Give a later time.", time=f"{question.ready:%Y-%m-%d %H:%M}", span=span
        )
        raise PlanFault(said, "past", "ready")
    if question.latest is not None and question.latest <= question.ready:
        raise PlanFault(
            Sentence("The latest arrival lies before the cargo is ready; give a later one."), "latest", "by"
        )


def choose_representatives(found: list[Itinerary], most: int) -> tuple[Itinerary, ...]:
    """Return at most `most` itineraries by arrival: the best of each kind, then the farthest from those.

    Distance is that of the values scaled to the spread of each criterion, so the choice covers the front evenly.
    """
    if len(found) <= most:
        return tuple(found)
    columns = list(zip(*(one.values for one in found), strict=True))
    quickest = min(range(len(found)), key=lambda n: (found[n].hours.typical, n))
    low = [min(column) for column in columns]
    width = [max(column) - least or 1.0 for column, least in zip(columns, low, strict=True)]
    scaled = [[(v - a) / w for v, a, w in zip(one.values, low, width, strict=True)] for one in found]
    best = [min(range(len(found)), key=lambda n: (column[n], n)) for column in columns]
    chosen = list(dict.fromkeys([best[0], quickest, *best[1:]]))[:most]
    while len(chosen) < most:
        rest = [n for n in range(len(found)) if n not in chosen]
        chosen.append(max(rest, key=lambda n: min(math.dist(scaled[n], scaled[other]) for other in chosen)))
    return tuple(found[n] for n in sorted(chosen))
