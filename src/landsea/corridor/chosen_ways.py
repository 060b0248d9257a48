"""A way that somebody chose among those that a question found: found again by its number, and what is kept of it."""

from datetime import datetime

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from landsea.corridor import access
from landsea.corridor.actions.keep_plan import Wish
from landsea.corridor.asking import KEYS, add_goods, read_question
from landsea.corridor.labels import place_name
from landsea_core.planner.network.itinerary import Itinerary
from landsea_core.planner.network.planning import Plan, plan
from landsea_core.planner.network.questions import PlanFault
from landsea_core.planner.network.report import describe_itinerary
from landsea_core.planner.network.searching import PlanningContext

MOST = 8
PAST = "past"
"""Says in an address that a day that is past is meant: one looks at it, nothing can be booked."""


def choose_now(query: QueryDict) -> datetime | None:
    """Return the moment against which "in the past" is measured; None where a past day is to be looked at."""
    return None if query.get("then") == PAST else timezone.now()


def write_address_of_question(query: QueryDict, **more: str) -> str:
    """Return the address of this question, without what is not part of it."""
    kept = QueryDict(mutable=True)
    for key in KEYS:
        kept.setlist(key, [value for value in query.getlist(key) if value])
    for key, value in more.items():
        kept.setlist(key, [value] if value else [])
    return f"?{kept.urlencode()}"


def find_chosen_itinerary(planning: PlanningContext, query: QueryDict, number: str) -> tuple[Plan, Itinerary]:
    """Return the plan of a question again, and the itinerary with a number. Raises PlanFault or ValueError."""
    found = plan(planning, read_question(add_goods(query)), choose_now(query), MOST)
    numbered = {str(place): one for place, one in enumerate(found.itineraries, 1)}
    if (number or "1") not in numbered:
        raise PlanFault(_("That itinerary is no longer among those offered. Choose again."), "gone")
    return found, numbered[number or "1"]


def make_wish_to_keep(query: QueryDict, number: str, *, email: str, name: str, language: str) -> Wish:
    """Return what is kept of the way with a number; without a name it is called by its ends. Raises PlanFault or ValueError."""
    planning = access.read_planning_context()
    found, chosen = find_chosen_itinerary(planning, query, number)
    ends = f"{place_name(found.origin.place)} – {place_name(found.destination.place)}"
    return Wish(
        email=email,
        language=language,
        name=name or ends,
        question=write_address_of_question(add_goods(query)).removeprefix("?"),
        chosen=describe_itinerary(planning.corridor, chosen),
        ready_at=found.question.ready,
    )
