"""What is in the way of a plan, in the reader's words: with the places' names in their language, and a way on."""

from django.http import QueryDict
from django.utils.translation import gettext as _

from landsea.base.translation.sentences import say_fault, say_sentence
from landsea.corridor.labels import place_name
from landsea_core.planner.network.model import Corridor
from landsea_core.planner.network.place_names import find_ends
from landsea_core.planner.network.questions import NotServed, PlanFault
from landsea_core.planner.network.unknown_place import SeveralTowns, UnknownPlace


def plan_fault_words(fault: ValueError, corridor: Corridor, asked: QueryDict) -> str:
    """Return what to change, in a sentence."""
    code = getattr(fault, "code", "")
    if code == "no_legal_route":
        return _(
            "No legal way: what forbids it is written below. Take another way of transport, other goods or another origin of "
            "the goods, or ask whoever made the measure."
        )
    if isinstance(fault, NotServed):
        near = ", ".join(place_name(place) for place in fault.nearest)
        return say_sentence(fault.sentence.fill(place=place_name(fault.place), near=near))
    if isinstance(fault, PlanFault) and code in ("same_place", "no_route"):
        found = find_ends(corridor, asked.get("from", ""), asked.get("to", ""))
        ends = [place_name(end.place) for end in found]
        return say_sentence(fault.sentence.fill(place=ends[0], origin=ends[0], destination=ends[1]))
    return say_fault(fault)


def find_nearest_questions(fault: ValueError, asked: QueryDict) -> list[tuple[str, str]]:
    """Return the names most like one that nobody knows, or the places next to one that nothing serves, each with the query
    string that asks the same with it in place.
    """
    if isinstance(fault, NotServed):
        key = fault.field
    elif isinstance(fault, UnknownPlace):
        key = "from" if asked.get("from", "").strip() == fault.said else "to"
    else:
        return []
    cities = fault.cities if isinstance(fault, SeveralTowns) else {}
    found = []
    for place in fault.nearest:
        query = asked.copy()
        query[key] = place.code
        near = f" – {place_name(cities[place.code])}" if place.code in cities else ""
        found.append((f"{place_name(place)}{near} ({place.code})", query.urlencode()))
    return found
