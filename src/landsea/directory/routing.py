"""Which desk answers for a question, and which is accountable for it, from the directory as it is now.

Each process keeps an index of all competences until the directory's revision changes (`reference_cache.py`). Desks
whose contacts all bounced are passed over; where nobody can answer, the coordinator is accountable. Who is where is asked for
once a minute (`answering.py`).
"""

from dataclasses import dataclass
from datetime import datetime

from landsea.directory import access
from landsea.directory.answering import find_known_answering, forget_answering
from landsea.directory.models import Desk
from landsea.directory.reference_cache import read_once
from landsea_core.routing import (
    Competence,
    CompetenceIndex,
    Routing,
    RoutingQuestion,
    RoutingReason,
    choose_accountable,
)
from landsea_core.routing import route_question as route_in

COLUMNS = ("topic", "matter", "country", "place", "hs", "direction", "filer_country")


@dataclass(frozen=True)
class AccountableDesk:
    """The one accountable desk with its office, the desk that was meant when nobody is there yet, and the reasons."""

    desk: Desk
    meant: Desk | None
    reasons: tuple[RoutingReason, ...]


def find_accountable_desk(question: RoutingQuestion, at: datetime) -> AccountableDesk:
    """Return who is accountable for the question at `at` (aware): the desk that answers for it, or the coordinator's where
    nobody can answer at that desk. Raises Desk.DoesNotExist when the reference directory is not loaded.
    """
    somebody_at = find_known_answering(at).somebody_at
    found = choose_accountable(find_routing(question, at), somebody_at, coordinator=Desk.COORDINATOR)
    desk = access.find_desk(found.desk) or access.find_coordinator_desk()
    return AccountableDesk(desk, access.find_desk(found.meant) if found.meant else None, found.reasons)


def find_routing(question: RoutingQuestion, at: datetime | None = None) -> Routing:
    """Return the routing of a question: the code of the desk that answers, all that do, best first, and the reasons."""
    index = read_once("competences", lambda: CompetenceIndex(_read_competences()))
    return route_in(question, index, coordinator=Desk.COORDINATOR, unreachable=find_known_answering(at).unreachable)


def route_question(question: RoutingQuestion) -> tuple[Desk, Routing]:
    """Return the one desk that answers for the question, with its office, whether or not anybody is there, and the routing
    that says why.

    Raises Desk.DoesNotExist when the reference directory is not loaded.
    """
    routing = find_routing(question)
    return access.find_desk(routing.desk) or access.find_coordinator_desk(), routing


def forget_unreachable() -> None:
    """Drop what this process knows of unreachable desks, so that the next question asks again."""
    forget_answering()


def _read_competences() -> list[Competence]:
    return [Competence(*row) for row in access.list_competences_in_service().values_list("desk__code", *COLUMNS)]
