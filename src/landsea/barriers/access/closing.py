"""What the closing rule says of a barrier."""

from collections.abc import Iterable
from datetime import datetime

from landsea.barriers.access.barriers import list_cases_in_barriers
from landsea.barriers.access.proposing import fits_barrier
from landsea.barriers.contributed import find_remedies
from landsea.barriers.models import Barrier, BarrierMember
from landsea.cases.barrier_mapping import list_filed_times, list_kinds_filed
from landsea_core.grouping import (
    QUIET,
    ClosingDecision,
    decide_closing,
)


def find_last_cases(found: Iterable[Barrier], now: datetime) -> dict[int, datetime]:
    """Return when the newest case that counts was filed, by barrier: one of its own, or one that is like it and was not
    taken out. Barriers without any are left out. Looks back twice as far as the quiet time that closes a barrier.
    """
    found = list(found)
    members: dict[int, set[int]] = {barrier.pk: set() for barrier in found}
    taken_out: dict[int, set[int]] = {barrier.pk: set() for barrier in found}
    rows = BarrierMember.objects.filter(barrier__in=found).values_list("barrier_id", "case_id", "left_at")
    for barrier, case, left_at in rows:
        (taken_out if left_at else members)[barrier].add(case)
    taken = list_cases_in_barriers()
    since = now - 2 * QUIET
    filed = list_filed_times(set().union(*members.values()), since)
    newest = {
        barrier: max(times)
        for barrier, cases in members.items()
        if (times := [filed[case] for case in cases if case in filed])
    }
    for fact in list_kinds_filed(since, {barrier.matter for barrier in found if barrier.matter}):
        for barrier in found:
            free = fact.id not in taken and fact.id not in taken_out[barrier.pk]
            if free and fits_barrier(barrier, fact):
                newest[barrier.pk] = max(newest.get(barrier.pk, fact.filed_at), fact.filed_at)
    return newest


def decide_on_closing(barrier: Barrier, now: datetime) -> ClosingDecision:
    """Return what the closing rule says of a barrier at `now` (aware): what it still waits for, and when it would close."""
    return decide_closing(
        closed_at=barrier.closed_at,
        actions_done=find_remedies([barrier.pk]).get(barrier.pk, []),
        last_case_at=find_last_cases([barrier], now).get(barrier.pk),
        now=now,
    )
