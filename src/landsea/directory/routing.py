"""Which desk answers for a question, from the directory as it is now.

Each process keeps an index of all competences and builds it anew when the directory's revision changed, which one
small query tells. Desks whose contacts all bounced are passed over; that set is asked for once a minute.
"""

import time
from dataclasses import dataclass, field

from landsea.directory import access
from landsea.directory.models import Desk
from landsea_core.routing import Competence, CompetenceIndex, Question, Routing
from landsea_core.routing import route as route_in

UNREACHABLE_KEPT_SECONDS = 60


@dataclass
class _Known:
    """What a process knows of one revision; `asked_at` (monotonic seconds) is when unreachable desks were asked for."""

    revision: tuple[int, str] | None
    index: CompetenceIndex
    unreachable: frozenset[str] = frozenset()
    asked_at: float = field(default=float("-inf"))


_known: _Known | None = None


def routing_for(question: Question) -> Routing:
    """Return the routing of a question: the accountable desk's code, all that answer, best first, and the reasons."""
    known = _current()
    return route_in(question, known.index, coordinator=Desk.COORDINATOR, unreachable=known.unreachable)


def route(question: Question) -> tuple[Desk, Routing]:
    """Return the one desk that is accountable for the question, with its office, and the routing that says why.

    Raises Desk.DoesNotExist when the reference directory is not loaded.
    """
    routing = routing_for(question)
    return access.desk_with_code(routing.desk) or access.coordinator_desk(), routing


def forget() -> None:
    """Drop what this process knows, so that the next question reads the directory. For tests and long-lived tools."""
    global _known  # noqa: PLW0603
    _known = None


def _current() -> _Known:
    """Return what is known of the present revision. Without a revision (nothing was ever loaded) nothing is kept."""
    global _known  # noqa: PLW0603
    revision = access.revision()
    known = _known
    if known is None or revision is None or known.revision != revision:
        _known = known = _Known(revision, CompetenceIndex(_competences()))
    if time.monotonic() - known.asked_at > UNREACHABLE_KEPT_SECONDS:
        known.unreachable = access.unreachable_desk_codes()
        known.asked_at = time.monotonic()
    return known


def _competences() -> list[Competence]:
    return [
        Competence(
            desk=row.desk.code,
            topic=row.topic,
            matter=row.matter,
            country=row.country,
            place=row.place,
            hs=row.hs,
            direction=row.direction,
            filer_country=row.filer_country,
        )
        for row in access.competences_in_service()
    ]
