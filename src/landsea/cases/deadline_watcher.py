"""The watcher: finds the cases whose next reminder or deadline has come, and acts on each exactly once.

Every open case whose clock runs says in `wakes_at` when somebody has to look at it next. Any number of watchers run.

1. Claim: lock the cases whose `wakes_at` has passed, the longest overdue first, at most `BATCH`; what another watcher or
   a person holds is skipped, and found again next time if there is still something to do.
2. Look at each: its running step fell due, or whoever a silence called had their time -> `expire_step`; a reminder is due
   -> `send_reminder`; otherwise only say when to look next. The act changes `wakes_at`, so it cannot be done again; a case
   that waits for a dialogue has none.
3. Write what all of them changed, noted and told, by a few statements, in the same transaction as the claim. A watcher
   that dies before the commit has done nothing; one that dies after it has done everything.
4. When anything fails, nothing of that batch is written, and its cases are looked at again one by one, each in a
   transaction of its own. One that still fails is put off, longer each time, so that it holds up nobody; operators read
   of it (`put_aside`).
5. Go on while a batch was full. However late a watcher wakes, each step is acted on once; of reminders that were missed
   only the last one is sent, and none after its deadline.
"""

import logging
import traceback
from datetime import datetime, timedelta
from pathlib import Path

from django.db import InterfaceError, OperationalError, transaction
from django.db.models import F, QuerySet

from landsea.base.jobs.waking import wake_task
from landsea.cases.actions.expire import expire_step
from landsea.cases.actions.pool import Pool, open_pool
from landsea.cases.actions.remind import send_reminder
from landsea.cases.deadline_mapping import find_next_look
from landsea.cases.models import Case

log = logging.getLogger(__name__)

BATCH = 200
TAKES_IN = "dialogues.take_in"
"""The job that puts cases which ask for a dialogue on the agenda of the next one."""
LADDER = [timedelta(minutes=minutes) for minutes in (1, 5, 20, 60, 240, 720)]
"""How long a case that cannot be looked at is put off: the last one again and again."""


def act_on_due_cases(now: datetime, *, most: int = 100_000) -> int:
    """Act on up to about `most` cases whose time has come at `now` (aware); return how many acts were done here."""
    acted = looked = 0
    while looked < most:
        claimed, done = _act_on_batch(now)
        acted, looked = acted + done, looked + claimed
        if claimed < BATCH:
            break
    return acted


def look_again(ref: str, now: datetime) -> bool:
    """Look at a case that is put aside at once, whatever its turn; return whether it could be computed this time."""
    aside = Case.objects.filter(ref=ref, wake_failures__gt=0, closed_at=None)
    case_id = aside.values_list("pk", flat=True).first()
    if case_id is None or not aside.update(wakes_at=now):
        return False
    _act_one_by_one(case_id, now)
    return not aside.exists()


def _act_on_batch(now: datetime) -> tuple[int, int]:
    """Look at one batch; return how many cases were claimed and how many of them had something done."""
    ids: list[int] = []
    try:
        with transaction.atomic():
            cases = list(_claimable_cases(now)[:BATCH])
            ids = [case.pk for case in cases]
            return len(ids), _wake_cases(cases, now)
    except (OperationalError, InterfaceError):
        raise  # the database went away: there is nobody to look one by one at
    except Exception:
        log.exception("%s cases could not be looked at together", len(ids))
    return len(ids), sum(_act_one_by_one(case_id, now) for case_id in ids)


def _act_one_by_one(case_id: int, now: datetime) -> int:
    try:
        with transaction.atomic():
            return _wake_cases(list(_claimable_cases(now).filter(pk=case_id)), now)
    except (OperationalError, InterfaceError):
        raise
    except Exception as problem:
        log.exception("case %s could not be looked at and is put off", case_id)
        _put_off(case_id, problem, now)
    return 0


def _claimable_cases(now: datetime) -> QuerySet[Case]:
    return (
        Case.objects.select_for_update(of=("self",), skip_locked=True)
        .select_related("desk__office")
        .filter(wakes_at__lte=now)
        .order_by("wakes_at", "id")
    )


def _wake_cases(cases: list[Case], now: datetime) -> int:
    """Do what is due for these locked cases; return for how many something was."""
    if not cases:
        return 0
    idle = []
    with open_pool(cases, now) as pool:
        for case in cases:
            if not _act_on_case(pool, case):
                idle.append(case)
        done, asks = len(pool.works), any(work.rows.agenda for work in pool.works)
    if asks:
        wake_task(TAKES_IN)
    for case in idle:
        Case.objects.filter(pk=case.pk).update(wakes_at=case.wakes_at, wake_failures=0, wake_error="")
    return done


def _act_on_case(pool: Pool, case: Case) -> bool:
    """Expire the running step or remind of it; return False, with `wakes_at` put right, when nothing is due."""
    record = pool.running_step(case)
    if record is None or case.due_at is None:
        case.wakes_at = None
    elif case.silent_since is not None or case.due_at <= pool.now:
        expire_step(pool, case)
        return True
    elif record.reminders and find_next_look(record) <= pool.now:
        send_reminder(pool, case, record)
        return True
    else:
        case.wakes_at = find_next_look(record)
    return False


def _put_off(case_id: int, problem: Exception, now: datetime) -> None:
    """Look at a case that failed later, and later each time; its deadline stays as it is. What failed is kept without the
    problem's words, which may be those of the case.
    """
    error = _place_of(problem)
    failures = Case.objects.filter(pk=case_id).values_list("wake_failures", flat=True).first() or 0
    later = now + LADDER[min(failures, len(LADDER) - 1)]
    Case.objects.filter(pk=case_id, wakes_at__lte=now).update(
        wakes_at=later, wake_failures=F("wake_failures") + 1, wake_error=error
    )


def _place_of(problem: Exception) -> str:
    """Return what kind of problem it is and where it arose, for instance "ValueError in deadlines.py, line 88"."""
    last = traceback.extract_tb(problem.__traceback__)[-1]
    return f"{type(problem).__name__} in {Path(last.filename).name}, line {last.lineno}"[:200]
