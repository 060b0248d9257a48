"""What the clock does about promised answers: reminds who promised, once, and when the time has passed marks the
promise as broken and tells both sides. Each promise in a transaction of its own, as an act on its case.
"""

from datetime import datetime, timedelta

from landsea.base.actors import SYSTEM
from landsea.base.refusal import Refused
from landsea.cases.access import Need
from landsea.cases.actions.open_act import open_act
from landsea.phrases import access
from landsea.phrases.models import AnswerPromise
from landsea.phrases.notices import tell_of_promise

REMINDED_BEFORE = timedelta(hours=24)
"""How long before it falls due a promise is reminded of; one for a shorter time when half of it is gone."""


def watch_promises(now: datetime) -> int:
    """Do what is due at `now` (aware); return how much was done."""
    broken = [promise for promise in access.list_broken_promises(now) if _mark(promise, now, is_broken=True)]
    soon = [
        promise
        for promise in access.list_promises_to_remind(now + REMINDED_BEFORE)
        if promise.due_at > now >= find_reminder(promise) and _mark(promise, now, is_broken=False)
    ]
    return len(broken) + len(soon)


def find_reminder(promise: AnswerPromise) -> datetime:
    """Return when who promised is reminded: a day before it falls due, or half-way where the promise was for less than two.

    Example: made on Monday at 8 for Tuesday at 8, on Monday at 20.
    """
    return max(promise.due_at - REMINDED_BEFORE, promise.made_at + (promise.due_at - promise.made_at) / 2)


def _mark(promise: AnswerPromise, now: datetime, *, is_broken: bool) -> bool:
    act = "break_promise" if is_broken else "remind_promise"
    try:
        with open_act(SYSTEM, promise.ask.case.ref, act, now=now, need=Need.READ) as work:
            row = _as_it_was_found(promise)
            name = "broken_at" if is_broken else "reminded_at"
            setattr(row, name, now)
            row.save(update_fields=[name])
            work.facts["ask"] = row.ask.code
            tell_of_promise(work, row, is_broken=is_broken)
    except Refused:
        return False
    return True


def _as_it_was_found(promise: AnswerPromise) -> AnswerPromise:
    """Return the promise as it is under the case's lock. Raises Refused when somebody answered meanwhile: nothing is done."""
    row = AnswerPromise.objects.select_related("ask__case").get(pk=promise.pk)
    same = (row.ended_at, row.reminded_at, row.broken_at) == (None, promise.reminded_at, promise.broken_at)
    if not same or row.ask.closed_at is not None and row.line_id is None:
        raise Refused("answered", "")
    return row
