"""Counts running deadlines anew after calendars changed: a predicted day became official, or a holiday was proclaimed.

1. Take the running steps in working days whose clock runs and whose deadline was not acted on yet, by the batch.
2. Lock their cases and count each deadline anew, from its start through its pauses, by the calendars as they are now.
3. One that comes out later moves: both sides are told, the audit notes it. One that comes out earlier stays: nobody loses
   time they were promised. Whether it still stands on predicted days is noted either way.
"""

import logging
from dataclasses import dataclass
from datetime import datetime

from django.db import InterfaceError, OperationalError, transaction

from landsea.base.actors import SYSTEM
from landsea.base.set_based import make_update, write_together
from landsea.cases.actions.act_under_way import Work
from landsea.cases.actions.open_act import finish_act
from landsea.cases.actions.pool import Pool, open_pool
from landsea.cases.deadline_mapping import (
    compute_deadline_of_record,
    find_next_look,
    list_counted_rows,
    set_clock,
)
from landsea.cases.models import Case, StepRecord
from landsea.cases.notices import tell_filer, tell_office
from landsea_core.caseflow import Lane

log = logging.getLogger(__name__)

BATCH = 200


@dataclass(frozen=True)
class Recounted:
    """How many running deadlines were counted anew, and how many of them moved."""

    looked: int
    moved: int


def recount_running_steps(now: datetime) -> Recounted:
    """Count all running deadlines in working days anew at `now` (aware)."""
    looked = moved = last = 0
    while ids := _next_ids(last):
        last = ids[-1]
        looked += len(ids)
        moved += _recount_batch(ids, now)
    return Recounted(looked, moved)


def _recount_batch(ids: list[int], now: datetime) -> int:
    """Recount a batch together; when one of its cases cannot be counted, each by itself, and that one not at all."""
    try:
        return _recount_cases(ids, now)
    except (OperationalError, InterfaceError):
        raise
    except Exception:
        if len(ids) == 1:
            log.exception("the deadline of case %s could not be counted anew", ids[0])
            return 0
    return sum(_recount_batch([one], now) for one in ids)


def _next_ids(after: int) -> list[int]:
    running = Case.objects.filter(
        closed_at=None,
        paused_at=None,
        lane=Lane.NORMAL,
        due_at__isnull=False,
        steps__ended_at=None,
        steps__expired_at=None,
    )
    return list(running.filter(pk__gt=after).order_by("pk").values_list("pk", flat=True)[:BATCH])


def _recount_cases(ids: list[int], now: datetime) -> int:
    with transaction.atomic():
        locked = Case.objects.select_for_update(of=("self",)).select_related("desk__office")
        cases = list(locked.filter(pk__in=ids, paused_at=None, due_at__isnull=False).order_by("pk"))
        noted: list[StepRecord] = []
        with open_pool(cases, now) as pool:
            for case in cases:
                record = pool.running_step(case)
                if record is not None and record.expired_at is None and not _move_deadline(pool, case, record):
                    noted.append(record)
            moved = len(pool.works)
        write_together(make_update(StepRecord, noted, ["predicted", "counted"]))
    return moved


def _move_deadline(pool: Pool, case: Case, record: StepRecord) -> bool:
    """Move the deadline when it comes out later; otherwise note in the row what is known of its days now."""
    due = compute_deadline_of_record(case, record)
    if due.due <= record.due_at:
        record.predicted = due.predicted and due.due == record.due_at
        if due.due == record.due_at:
            record.counted = list_counted_rows(due)
        return False
    work = Work(case, SYSTEM, "recount", None, pool.now, pool=pool)
    work.facts = {"step": case.step, "from": record.due_at.isoformat(), "to": due.due.isoformat()}
    set_clock(case, record, due, pool.now)
    work.rows.steps_changed.append(record)
    work.change(due_at=record.due_at, wakes_at=find_next_look(record), wake_failures=0, wake_error="")
    tell_filer(work, "case_due_moved", step=case.step)
    tell_office(work, "case_due_moved_office", step=case.step)
    finish_act(work)
    return True
