"""Closes barriers whose action is done and to which no new case came for 30 days; opens closed ones when cases return."""

import logging
from datetime import datetime

from django.db import transaction

from landsea.barriers.access import decide_on_closing, find_last_cases
from landsea.barriers.contributed import find_remedies
from landsea.barriers.models import Barrier
from landsea.barriers.stream import name_stream
from landsea.base.actors import SYSTEM
from landsea.base.audit.actions.append import append_entry
from landsea_core.grouping import ClosingVerdict, decide_closing

log = logging.getLogger(__name__)


def review_all(now: datetime) -> int:
    """Look at every barrier at `now` (aware); return how many were closed or opened again. One that cannot be reviewed is
    logged and does not hold up the others.

    1. Read all barriers, their newest cases and their actions, and ask the core for a verdict on each, without locks.
    2. For each that would change: lock its row (skip it when somebody else holds it), ask again, act, audit.
    """
    found = list(Barrier.objects.select_related("place").order_by("pk"))
    newest, actions = find_last_cases(found, now), find_remedies([barrier.pk for barrier in found])
    changed = 0
    for barrier in found:
        verdict = decide_closing(
            closed_at=barrier.closed_at,
            actions_done=actions.get(barrier.pk, []),
            last_case_at=newest.get(barrier.pk),
            now=now,
        ).verdict
        if verdict not in (ClosingVerdict.CLOSE, ClosingVerdict.REOPEN):
            continue
        try:
            changed += _review_one(barrier.pk, now)
        except Exception:
            log.exception("barrier %s could not be reviewed", barrier.pk)
    return changed


def _review_one(barrier_id: int, now: datetime) -> bool:
    with transaction.atomic():
        rows = Barrier.objects.select_for_update(of=("self",), skip_locked=True).select_related("place")
        barrier = rows.filter(pk=barrier_id).first()
        return barrier is not None and review_locked(barrier, now=now)


def review_locked(barrier: Barrier, *, now: datetime) -> bool:
    """Close or open a barrier whose row the caller holds, if the core says so; return whether it changed."""
    verdict = decide_on_closing(barrier, now).verdict
    if verdict is ClosingVerdict.CLOSE:
        barrier.closed_at = now
        barrier.save(update_fields=["closed_at"])
    elif verdict is ClosingVerdict.REOPEN:
        barrier.closed_at, barrier.reopened_at = None, now
        barrier.save(update_fields=["closed_at", "reopened_at"])
    else:
        return False
    append_entry(stream=name_stream(barrier.pk), act=f"{verdict}_barrier", actor=SYSTEM.label, at=now)
    return True
