"""What could stand on an agenda now: open barriers, and cases whose time for a solution is over."""

from dataclasses import dataclass
from datetime import datetime

from landsea.barriers import access as barriers_access
from landsea.cases.open_cases import list_agenda_facts
from landsea.directory.access import place_names
from landsea.directory.models.names import name_in
from landsea_core.agenda import SIDES, Candidate, Weighed, find_side, rank_candidates

PERISHABLE_CHAPTERS = frozenset({"01", "02", "03", "04", "06", "07", "08"})
"""HS chapters of live animals, meat, fish, dairy, cut flowers and plants, vegetables, fruit (HS 2022, sections I and II)."""


@dataclass(frozen=True)
class Proposed:
    """A line proposed for an agenda: of a barrier or of a case, with its weight and why."""

    weighed: Weighed
    barrier_id: int | None = None
    case_id: int | None = None


def choose_agenda(now: datetime, *, most: int = 12) -> list[Proposed]:
    """Return the heaviest lines at `now` (aware). A case in a barrier is talked about with the barrier."""
    candidates = [*_barriers_to_discuss(now), *_cases_to_discuss(now)]
    found = []
    for weighed in rank_candidates(candidates, most=most):
        kind, pk = weighed.candidate.id
        found.append(Proposed(weighed, **{f"{kind}_id": pk}))
    return found


def _barriers_to_discuss(now: datetime) -> list[Candidate]:
    found = list(barriers_access.list_barriers(closed=False))
    numbers = barriers_access.count_tallies([barrier.pk for barrier in found])
    sides = barriers_access.find_sides([barrier.pk for barrier in found])
    return [
        Candidate(
            id=("barrier", barrier.pk),
            firms=numbers[barrier.pk].reported - numbers[barrier.pk].cleared,
            days_open=max(0, (now - barrier.since).days),
            perishable=barrier.chapter in PERISHABLE_CHAPTERS,
            both_sides=len(sides.get(barrier.pk, set()) & set(SIDES)) == len(SIDES),
        )
        for barrier in found
    ]


def _cases_to_discuss(now: datetime) -> list[Candidate]:
    elsewhere = barriers_access.list_cases_in_barriers()
    return [
        Candidate(
            id=("case", fact.case_id),
            firms=fact.firms,
            days_open=max(0, (now - fact.filed_at).days),
            perishable=fact.hs[:2] in PERISHABLE_CHAPTERS,
            both_sides={find_side(fact.country), find_side(fact.filer_country)} >= set(SIDES),
            overdue=True,
        )
        for fact in list_agenda_facts()
        if fact.case_id not in elsewhere
    ]


def place_words(case, language: str) -> str:
    """Return where a case is, in the reader's language, as a name of the directory; empty when it is not one."""
    return name_in(place_names([case.place.code]).get(case.place.code, {}), language) if case.place else ""
