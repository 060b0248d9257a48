"""Which desk answers for a question, from the directory as it is now.

Each process keeps an index of all competences until the directory's revision changes (`reference_cache.py`). Desks
whose contacts all bounced are passed over; that set is asked for once a minute.
"""

from landsea.base.kept import Kept
from landsea.directory import access
from landsea.directory.models import Desk
from landsea.directory.reference_cache import read_once
from landsea_core.routing import Competence, CompetenceIndex, Routing, RoutingQuestion
from landsea_core.routing import route_question as route_in

UNREACHABLE_KEPT_SECONDS = 60
UNREACHABLE = Kept(lasts=UNREACHABLE_KEPT_SECONDS)
COLUMNS = ("topic", "matter", "country", "place", "hs", "direction", "filer_country")


def routing_for(question: RoutingQuestion) -> Routing:
    """Return the routing of a question: the accountable desk's code, all that answer, best first, and the reasons."""
    index = read_once("competences", lambda: CompetenceIndex(_read_competences()))
    return route_in(question, index, coordinator=Desk.COORDINATOR, unreachable=_unreachable_desks())


def route_question(question: RoutingQuestion) -> tuple[Desk, Routing]:
    """Return the one desk that is accountable for the question, with its office, and the routing that says why.

    Raises Desk.DoesNotExist when the reference directory is not loaded.
    """
    routing = routing_for(question)
    return access.desk_with_code(routing.desk) or access.coordinator_desk(), routing


def forget_unreachable() -> None:
    """Drop what this process knows of unreachable desks, so that the next question asks again."""
    UNREACHABLE.forget()


def _unreachable_desks() -> frozenset[str]:
    """Return the codes of desks to be passed over, asked for once a minute."""
    return UNREACHABLE.get("codes", access.unreachable_desk_codes)


def _read_competences() -> list[Competence]:
    return [Competence(*row) for row in access.competences_in_service().values_list("desk__code", *COLUMNS)]
