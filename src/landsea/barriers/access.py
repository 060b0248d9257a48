"""The only reads of barriers. A barrier's page is public; its cases are seen by those who may see each of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from landsea.barriers.contributed import remedies_of
from landsea.barriers.models import Barrier, BarrierMember, RefusedProposal
from landsea.base.actors import Actor
from landsea.cases.access import visible_cases
from landsea.cases.facts import countries_of, filed_times, grouping_facts, kinds_filed, member_facts, party_keys
from landsea.likeness.access import nearest_texts, vector_of, vectors_of_cases
from landsea.likeness.models import TextKind
from landsea_core.agenda import find_side
from landsea_core.grouping import (
    QUIET,
    WITHIN,
    CaseFacts,
    ClosingDecision,
    CostOfDelay,
    GroupLikeness,
    Proposal,
    ShownTally,
    Tally,
    compute_cost_of_delay,
    count_parties,
    decide_closing,
    hide_small_counts,
    measure_group_likeness,
    propose_barriers,
)
from landsea_core.likeness import ALIKE, TextHints

LOOK_BACK = timedelta(days=180)
REFUSED_FOR = timedelta(days=30)
MOST_COMPARED, MOST_IN_EVIDENCE = 1_500, 60
MOST_BESIDE = 3


@dataclass(frozen=True)
class Seen:
    """A barrier with its tally as it may be shown."""

    barrier: Barrier
    tally: ShownTally


def all_barriers(*, closed: bool | None = None) -> QuerySet[Barrier]:
    """Return barriers, those still open first, the newest first; `closed` narrows to one kind."""
    found = Barrier.objects.select_related("place", "desk__office").order_by("closed_at", "-opened_at", "-pk")
    return found if closed is None else found.filter(closed_at__isnull=not closed)


def barrier_with_id(barrier_id: int) -> Barrier | None:
    """Return a barrier with place and desk, or None."""
    return all_barriers().filter(pk=barrier_id).first()


def count_tallies(barrier_ids: Iterable[int]) -> dict[int, Tally]:
    """Return the true tally of each barrier, for rules and for those who may see every case."""
    rows = list(
        BarrierMember.objects.filter(barrier_id__in=list(barrier_ids), left_at=None).values_list(
            "barrier_id", "case_id"
        )
    )
    facts = member_facts([case for _barrier, case in rows])
    found: dict[int, list] = {barrier: [] for barrier in barrier_ids}
    for barrier, case in rows:
        found[barrier] += facts.get(case, [])
    return {barrier: count_parties(members) for barrier, members in found.items()}


def with_tallies(found: Iterable[Barrier]) -> list[Seen]:
    """Return barriers with the tally that the public may see."""
    found = list(found)
    numbers = count_tallies([barrier.pk for barrier in found])
    return [Seen(barrier, hide_small_counts(numbers[barrier.pk])) for barrier in found]


def costs_of(barrier: Barrier) -> list[CostOfDelay]:
    """Return what a day of delay costs, where at least five parties stated it in one currency."""
    rows = BarrierMember.objects.filter(barrier=barrier, left_at=None, cost_per_day__isnull=False).order_by("added_at")
    stated = list(rows.values_list("case_id", "currency", "cost_per_day"))
    keys = party_keys([case for case, _currency, _amount in stated])
    return compute_cost_of_delay(
        (frozenset().union(*keys[case]), currency, amount) for case, currency, amount in stated
    )


def members_for(actor: Actor, barrier: Barrier) -> QuerySet[BarrierMember]:
    """Return the cases of a barrier that this actor may see, the newest first."""
    return (
        BarrierMember.objects.filter(barrier=barrier, left_at=None, case__in=visible_cases(actor))
        .select_related("case__desk__office", "case__place")
        .order_by("-case__filed_at")
    )


def may_answer(actor: Actor) -> bool:
    """True for those who may give one answer to many cases: people at desks, each on the cases of their own."""
    return actor.works_at_desks


def proposals_for(actor: Actor, now: datetime) -> list[Proposal]:
    """Return what the rule proposes at `now` (aware) to the coordinator; nobody else is shown any. Cases that are in a
    barrier, and patterns refused within the last 30 days, are left out. Of cases that no field brings together the newest
    of the last 30 days are compared by their words.
    """
    if not actor.is_coordinator:
        return []
    taken = cases_in_barriers()
    refused = set(RefusedProposal.objects.filter(at__gt=now - REFUSED_FOR).values_list("signature", flat=True))
    facts = [fact for fact in grouping_facts(now - LOOK_BACK) if fact.id not in taken]
    recent = sorted((fact.filed_at, fact.id) for fact in facts if fact.filed_at > now - WITHIN)[-MOST_COMPARED:]
    found = propose_barriers(facts, within=WITHIN, vectors=vectors_of_cases([pk for _filed, pk in recent]))
    return [one for one in found if one.signature not in refused]


def evidence_for(actor: Actor, found: list[Proposal]) -> list[GroupLikeness | None]:
    """Return how alike the cases of each proposal read, for the coordinator; None where fewer than two were read."""
    if not actor.is_coordinator:
        return [None] * len(found)
    looked_at = [one.cases[-MOST_IN_EVIDENCE:] for one in found]
    vectors = vectors_of_cases([case for cases in looked_at for case in cases])
    return [measure_group_likeness(cases, vectors) for cases in looked_at]


def fits_barrier(barrier: Barrier, fact: CaseFacts) -> bool:
    """True when a case is like this barrier: same matter and country, and the same place and goods where it names any."""
    place = barrier.place.code if barrier.place else ""
    return (
        bool(barrier.matter and barrier.country)
        and (fact.matter, fact.country) == (barrier.matter, barrier.country)
        and place in ("", fact.place)
        and barrier.chapter in ("", fact.chapter)
    )


def like_it(actor: Actor, barrier: Barrier, now: datetime) -> list[int]:
    """Return ids of cases that are like this barrier and in none, for the coordinator to add."""
    if not actor.is_coordinator:
        return []
    taken = cases_in_barriers()
    left = set(BarrierMember.objects.filter(barrier=barrier).values_list("case_id", flat=True))
    since = max(barrier.since, now - LOOK_BACK)
    found = kinds_filed(since, {barrier.matter})
    return [fact.id for fact in found if fact.id not in taken | left and fits_barrier(barrier, fact)]


def last_cases(found: Iterable[Barrier], now: datetime) -> dict[int, datetime]:
    """Return when the newest case that counts was filed, by barrier: one of its own, or one that is like it and was not
    taken out. Barriers without any are left out. Looks back twice as far as the quiet time that closes a barrier.
    """
    found = list(found)
    members: dict[int, set[int]] = {barrier.pk: set() for barrier in found}
    taken_out: dict[int, set[int]] = {barrier.pk: set() for barrier in found}
    rows = BarrierMember.objects.filter(barrier__in=found).values_list("barrier_id", "case_id", "left_at")
    for barrier, case, left_at in rows:
        (taken_out if left_at else members)[barrier].add(case)
    taken = cases_in_barriers()
    since = now - 2 * QUIET
    filed = filed_times(set().union(*members.values()), since)
    newest = {
        barrier: max(times)
        for barrier, cases in members.items()
        if (times := [filed[case] for case in cases if case in filed])
    }
    for fact in kinds_filed(since, {barrier.matter for barrier in found if barrier.matter}):
        for barrier in found:
            free = fact.id not in taken and fact.id not in taken_out[barrier.pk]
            if free and fits_barrier(barrier, fact):
                newest[barrier.pk] = max(newest.get(barrier.pk, fact.filed_at), fact.filed_at)
    return newest


def closing_decision(barrier: Barrier, now: datetime) -> ClosingDecision:
    """Return what the closing rule says of a barrier at `now` (aware): what it still waits for, and when it would close."""
    return decide_closing(
        closed_at=barrier.closed_at,
        actions_done=remedies_of([barrier.pk]).get(barrier.pk, []),
        last_case_at=last_cases([barrier], now).get(barrier.pk),
        now=now,
    )


def sides_of(barrier_ids: Iterable[int]) -> dict[int, set[str]]:
    """Return, by barrier, the sides of the mechanism that it touches: where it is, and where its filers are."""
    rows = list(
        BarrierMember.objects.filter(barrier_id__in=list(barrier_ids), left_at=None).values_list(
            "barrier_id", "case_id"
        )
    )
    countries = countries_of([case for _barrier, case in rows])
    found: dict[int, set[str]] = {}
    for barrier, case in rows:
        found.setdefault(barrier, set()).update(filter(None, map(find_side, countries.get(case, ()))))
    return found


def filed_days(barrier_ids: Iterable[int]) -> dict[int, list[datetime]]:
    """Return, by barrier, when each of its cases was filed."""
    found: dict[int, list[datetime]] = {barrier: [] for barrier in barrier_ids}
    rows = BarrierMember.objects.filter(barrier_id__in=list(found), left_at=None)
    for barrier, filed_at in rows.values_list("barrier_id", "case__filed_at"):
        found[barrier].append(filed_at)
    return found


def cases_in_barriers() -> set[int]:
    """Return the ids of all cases that are in a barrier now, for rules that leave those out."""
    return set(BarrierMember.objects.filter(left_at=None).values_list("case_id", flat=True))


def members_of(case_ids: Iterable[int]) -> dict[int, int]:
    """Return the barrier that each of these cases is in now, those in none left out; for rules and the coordinator."""
    rows = BarrierMember.objects.filter(case_id__in=list(case_ids), left_at=None)
    return dict(rows.values_list("case_id", "barrier_id"))


def open_barriers_like(
    *, matter: str = "", country: str = "", place_code: str = "", hs: str = "", text: str = ""
) -> list[Seen]:
    """Return open barriers that a filer with this matter, country, place and goods may share, at most three; then those in
    the same country (or of none) whose public words read like the filer's, in whatever language.
    """
    found: list[Barrier] = []
    if matter and country:
        fitting = all_barriers(closed=False).filter(matter=matter, country=country)
        fitting = fitting.filter(Q(place=None) | Q(place__code=place_code)).filter(Q(chapter="") | Q(chapter=hs[:2]))
        found = list(fitting[:MOST_BESIDE])
    vector = vector_of(text, TextHints(matter=matter, hs=hs)) if len(found) < MOST_BESIDE else None
    if vector is not None:
        among = {str(row.pk): row for row in all_barriers(closed=False).exclude(pk__in=[one.pk for one in found])}
        among = {key: row for key, row in among.items() if not country or row.country in ("", country)}
        near = nearest_texts(TextKind.BARRIER, vector, among=among, most=MOST_BESIDE - len(found), least=ALIKE)
        found += [among[one.key] for one in near]
    return with_tallies(found)


def barrier_of_case(case_id: int) -> Barrier | None:
    """Return the barrier that a case is in, or None; ask only about a case that the reader may see."""
    member = BarrierMember.objects.filter(case_id=case_id, left_at=None).select_related("barrier").first()
    return member.barrier if member else None
