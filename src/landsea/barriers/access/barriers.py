"""Barriers, their tallies and what a day of delay costs."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from landsea.barriers.models import Barrier, BarrierMember
from landsea.base.actors import Actor
from landsea.cases.access import list_visible_cases
from landsea.cases.barrier_mapping import find_member_facts
from landsea.cases.open_cases import find_countries
from landsea.cases.parties import find_party_keys
from landsea_core.agenda import find_side
from landsea_core.grouping import (
    CostOfDelay,
    ShownTally,
    Tally,
    compute_cost_of_delay,
    count_parties,
    hide_small_counts,
)


@dataclass(frozen=True)
class Seen:
    """A barrier with its tally as it may be shown."""

    barrier: Barrier
    tally: ShownTally


def list_barriers(*, closed: bool | None = None) -> QuerySet[Barrier]:
    """Return barriers, those still open first, the newest first; `closed` narrows to one kind."""
    found = Barrier.objects.select_related("place", "desk__office").order_by("closed_at", "-opened_at", "-pk")
    return found if closed is None else found.filter(closed_at__isnull=not closed)


def find_barrier(barrier_id: int) -> Barrier | None:
    """Return a barrier with place and desk, or None."""
    return list_barriers().filter(pk=barrier_id).first()


def find_barrier_opened_with(actor: Actor, case_ids: Collection[int], since: datetime) -> Barrier | None:
    """Return the barrier that this person opened since a moment (aware) with these very cases: the form was sent twice."""
    wanted, lately = set(case_ids), list_barriers().filter(opened_by_id=actor.user_id, opened_at__gte=since)
    return next((one for one in lately if wanted and set(list_cases_of_barriers([one.pk])) == wanted), None)


def find_barriers(barrier_ids: Iterable[int]) -> dict[int, Barrier]:
    """Return barriers with place and desk, by id; no statement for none."""
    wanted = set(barrier_ids)
    return {one.pk: one for one in list_barriers().filter(pk__in=wanted)} if wanted else {}


def count_tallies(barrier_ids: Iterable[int]) -> dict[int, Tally]:
    """Return the true tally of each barrier, for rules and for those who may see every case."""
    rows = list(
        BarrierMember.objects.filter(barrier_id__in=list(barrier_ids), left_at=None).values_list(
            "barrier_id", "case_id"
        )
    )
    facts = find_member_facts([case for _barrier, case in rows])
    found: dict[int, list] = {barrier: [] for barrier in barrier_ids}
    for barrier, case in rows:
        found[barrier] += facts.get(case, [])
    return {barrier: count_parties(members) for barrier, members in found.items()}


def add_tallies(found: Iterable[Barrier]) -> list[Seen]:
    """Return barriers with the tally that the public may see."""
    found = list(found)
    numbers = count_tallies([barrier.pk for barrier in found])
    return [Seen(barrier, hide_small_counts(numbers[barrier.pk])) for barrier in found]


def find_costs(barrier: Barrier) -> list[CostOfDelay]:
    """Return what a day of delay costs, where at least five parties stated it in one currency."""
    rows = BarrierMember.objects.filter(barrier=barrier, left_at=None, cost_per_day__isnull=False).order_by("added_at")
    stated = list(rows.values_list("case_id", "currency", "cost_per_day"))
    keys = find_party_keys([case for case, _currency, _amount in stated])
    return compute_cost_of_delay(
        (frozenset().union(*keys[case]), currency, amount) for case, currency, amount in stated
    )


def list_members(actor: Actor, barrier: Barrier) -> QuerySet[BarrierMember]:
    """Return the cases of a barrier that this actor may see, the newest first."""
    return (
        BarrierMember.objects.filter(barrier=barrier, left_at=None, case__in=list_visible_cases(actor))
        .select_related("case__desk__office", "case__place")
        .order_by("-case__filed_at")
    )


def may_answer(actor: Actor) -> bool:
    """True for those who may give one answer to many cases: people at desks, each on the cases of their own."""
    return actor.works_at_desks


def find_sides(barrier_ids: Iterable[int]) -> dict[int, set[str]]:
    """Return, by barrier, the sides of the mechanism that it touches: where it is, and where its filers are."""
    rows = list(
        BarrierMember.objects.filter(barrier_id__in=list(barrier_ids), left_at=None).values_list(
            "barrier_id", "case_id"
        )
    )
    countries = find_countries([case for _barrier, case in rows])
    found: dict[int, set[str]] = {}
    for barrier, case in rows:
        found.setdefault(barrier, set()).update(filter(None, map(find_side, countries.get(case, ()))))
    return found


def list_filed_days(barrier_ids: Iterable[int]) -> dict[int, list[datetime]]:
    """Return, by barrier, when each of its cases was filed."""
    found: dict[int, list[datetime]] = {barrier: [] for barrier in barrier_ids}
    rows = BarrierMember.objects.filter(barrier_id__in=list(found), left_at=None)
    for barrier, filed_at in rows.values_list("barrier_id", "case__filed_at"):
        found[barrier].append(filed_at)
    return found


def list_cases_in_barriers() -> set[int]:
    """Return the ids of all cases that are in a barrier now, for rules that leave those out."""
    return set(BarrierMember.objects.filter(left_at=None).values_list("case_id", flat=True))


def list_cases_of_barriers(barrier_ids: Iterable[int]) -> list[int]:
    """Return the ids of the cases that are in these barriers now, for a dialogue that talks about them."""
    rows = BarrierMember.objects.filter(barrier_id__in=list(barrier_ids), left_at=None)
    return list(rows.order_by("case_id").values_list("case_id", flat=True))


def find_barriers_of_cases(case_ids: Iterable[int]) -> dict[int, int]:
    """Return the barrier that each of these cases is in now, those in none left out; for rules and the coordinator."""
    rows = BarrierMember.objects.filter(case_id__in=list(case_ids), left_at=None)
    return dict(rows.values_list("case_id", "barrier_id"))


def find_barrier_of_case(case_id: int) -> Barrier | None:
    """Return the barrier that a case is in, or None; ask only about a case that the reader may see."""
    member = BarrierMember.objects.filter(case_id=case_id, left_at=None).select_related("barrier").first()
    return member.barrier if member else None
