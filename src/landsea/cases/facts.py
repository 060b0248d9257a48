"""Rows <-> the core's dataclasses."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, Q, Value
from django.db.models.functions import Coalesce

from landsea.cases.models import AgendaRequest, Case
from landsea.cases.parties import party_keys
from landsea.directory import access as directory_access
from landsea.directory.office_calendars import calendar_of_office
from landsea_core.caseflow import STEPS, Lane, Outcome, Snapshot, State, Step
from landsea_core.clock.calendar import Calendar
from landsea_core.clock.deadlines import Deadline, compute_deadline
from landsea_core.grouping import CaseFacts, MemberFacts, count_distinct_parties


def snapshot_of(case) -> Snapshot:
    """Return the case as the core's flow sees it; desks are row ids. A merged case has no outcome of its own and is
    seen as withdrawn, so that no act fits it.
    """
    state = State(case.state)
    shown = case.outcome or case.proposed_outcome
    if state is State.CLOSED and not shown:
        shown = Outcome.WITHDRAWN
    return Snapshot(
        state=state,
        lane=Lane(case.lane),
        step=Step(case.step) if case.step else None,
        accountable_desk=case.desk_id,
        coordinator_desk=coordinator_desk_id(),
        hand_offs=case.hand_offs,
        paused=case.paused_at is not None,
        extended=case.extended,
        silent=case.silent_since is not None,
        outcome=Outcome(shown) if shown and state in (State.PROPOSED, State.CLOSED) else None,
        closed_at=case.closed_at,
    )


@lru_cache(maxsize=1)
def _coordinator_id() -> int:
    return directory_access.coordinator_desk().pk


def coordinator_desk_id() -> int:
    """Return the row id of the coordinator's desk; it never changes while an installation lives."""
    return _coordinator_id()


def calendar_of(desk) -> Calendar:
    """Return the calendar by which this desk's deadlines run."""
    return calendar_of_office(desk.office)


def deadline_of_step(step: Step, lane: Lane, desk, start) -> Deadline:
    """Return when a step that begins at `start` (aware) falls due at this desk in this lane."""
    allowance = STEPS[lane][step]
    return compute_deadline(calendar_of(desk), start, days=allowance.days, hours=allowance.hours)


OVER_WITHOUT_TROUBLE = ("withdrawn", "not_a_barrier", "handed_on")
"""Outcomes that say that there was no barrier of ours: such cases are neither grouped nor counted."""
CLEARED = ("fixed", "workaround")


def grouping_facts(since: datetime) -> list[CaseFacts]:
    """Return what the grouping rule needs of the cases filed since then (aware), without a word of theirs."""
    found = kinds_filed(since)
    keys = party_keys([fact.id for fact in found])
    return [replace(fact, parties=frozenset().union(*keys[fact.id])) for fact in found]


def kinds_filed(since: datetime, matters: Collection[str] | None = None) -> list[CaseFacts]:
    """Return of what kind the cases filed since then (aware) are, without their parties; of these matters, if given."""
    rows = Case.objects.filter(filed_at__gte=since, merged_into=None).exclude(outcome__in=OVER_WITHOUT_TROUBLE)
    if matters is not None:
        rows = rows.filter(matter__in=matters)
    return [
        CaseFacts(pk, filed_at, matter, country, place or "", hs[:2])
        for pk, filed_at, matter, country, place, hs in rows.values_list(
            "pk", "filed_at", "matter", "country", "place__code", "hs"
        )
    ]


@dataclass(frozen=True)
class WeekOfKind:
    """What came of one matter at one place (empty: not known) within a week, by ids, and how many in the weeks before it."""

    matter: str
    place: str
    country: str
    case_ids: tuple[int, ...]
    before: int


def weeks_of_kinds(*, week: datetime, since: datetime, least: int) -> list[WeekOfKind]:
    """Return the kinds of which at least `least` cases were filed from `week` on, with how many came from `since` to then
    (aware), those with most first. Without a word of a case.
    """
    rows = Case.objects.filter(filed_at__gte=since, merged_into=None).exclude(matter="")
    kinds = (
        rows.exclude(outcome__in=OVER_WITHOUT_TROUBLE)
        .values_list("matter", Coalesce("place__code", Value("")), "country")
        .annotate(
            ids=ArrayAgg("pk", filter=Q(filed_at__gte=week)),
            now=Count("pk", filter=Q(filed_at__gte=week)),
            before=Count("pk", filter=Q(filed_at__lt=week)),
        )
        .filter(now__gte=least)
        .order_by("-now", "matter")
    )
    return [
        WeekOfKind(matter, place, country, tuple(ids), before) for matter, place, country, ids, _now, before in kinds
    ]


def parties_of(case_ids: Collection[int]) -> int:
    """Return how many distinct parties are behind these cases; each member of a joint case is one."""
    return count_distinct_parties(party for parties in party_keys(case_ids).values() for party in parties)


def filed_times(case_ids: Collection[int], since: datetime) -> dict[int, datetime]:
    """Return when each of these cases was filed, those before `since` (aware) and those that do not count left out."""
    rows = Case.objects.filter(pk__in=case_ids, filed_at__gte=since, merged_into=None)
    return dict(rows.exclude(outcome__in=OVER_WITHOUT_TROUBLE).values_list("pk", "filed_at"))


def member_facts(case_ids: Collection[int]) -> dict[int, list[MemberFacts]]:
    """Return, by case id, what the tally of a barrier needs: a row for each party. Cases that turned out to be none of
    ours are left out.
    """
    rows = Case.objects.filter(pk__in=case_ids, merged_into=None).exclude(outcome__in=OVER_WITHOUT_TROUBLE)
    keys = party_keys(case_ids)
    return {
        pk: [MemberFacts(one, outcome in CLEARED) for one in keys[pk]]
        for pk, outcome in rows.values_list("pk", "outcome")
    }


@dataclass(frozen=True)
class AgendaFact:
    """A case that waits for a dialogue, as its agenda needs it: no words, no filer. `firms` counts its parties."""

    case_id: int
    filed_at: datetime
    country: str
    filer_country: str
    hs: str
    firms: int


def agenda_facts() -> list[AgendaFact]:
    """Return open cases that a dialogue should take up: those whose time for a solution passed, and those unanswered."""
    asked = AgendaRequest.objects.filter(taken_at=None).values("case_id")
    rows = list(
        Case.objects.filter(Q(pk__in=asked) | Q(step=Step.ANSWER, silent_since__isnull=False), closed_at=None)
        .order_by("filed_at")
        .values_list("pk", "filed_at", "country", "filer_country", "hs")
    )
    keys = party_keys([row[0] for row in rows])
    return [AgendaFact(*row, firms=len(keys[row[0]])) for row in rows]


def countries_of(case_ids: Collection[int]) -> dict[int, tuple[str, str]]:
    """Return, by case id, where the problem is and where its filer is; empty text where that is not known."""
    rows = Case.objects.filter(pk__in=case_ids).values_list("pk", "country", "filer_country")
    return {pk: (country, filer_country) for pk, country, filer_country in rows}


@dataclass(frozen=True)
class OpenCase:
    """An open case that a change of a rule touches: whose it is, without a word of it."""

    case_id: int
    desk_id: int
    association_id: int | None


def open_cases_about(hs: Collection[str], origins: Collection[str], destinations: Collection[str]) -> list[OpenCase]:
    """Return open cases whose goods meet one of the HS prefixes, and of whose two countries each group that is not
    empty names one. Without prefixes none: a rule for all goods would be about every case.
    """
    if not hs:
        return []
    meets = Q()
    for prefix in hs:
        shorter = [prefix[:length] for length in range(2, len(prefix))]
        meets |= Q(hs__startswith=prefix[:6]) | Q(hs__in=shorter)
    cases = Case.objects.filter(meets, closed_at=None)
    for group in (origins, destinations):
        if group:
            cases = cases.filter(Q(country__in=group) | Q(filer_country__in=group))
    return [OpenCase(*row) for row in cases.values_list("pk", "desk_id", "association_id")]
