"""The watcher: finds running steps whose deadline has passed and lets each case move by itself, exactly once.

1. Read the ids of open, unpaused cases that fell due and whose silence was not acted on yet, the longest overdue first.
2. Hand each id to `expire`, which locks the row, looks again and acts, in a transaction of its own. Two watchers meet
   at the lock: the second one skips the row or finds nothing left to do.
3. A case that cannot be moved is logged and passed over; the others do not wait for it, and it is tried again next time.
"""

import logging
from datetime import datetime

from django.db.models import Q

from landsea.cases.actions.expire import expire
from landsea.cases.models import Case

log = logging.getLogger(__name__)


def watch(now: datetime, *, most: int = 500) -> int:
    """Act on up to `most` steps that fell due before `now` (aware); return how many were acted on here."""
    due = (
        Case.objects.filter(closed_at=None, paused_at=None, due_at__lte=now)
        .filter(Q(silent_since=None) | Q(step="accept"))
        .order_by("due_at", "id")
        .values_list("id", flat=True)
    )
    acted = 0
    for case_id in list(due[:most]):
        try:
            acted += expire(case_id, now=now)
        except Exception:
            log.exception("case %s could not be moved at its deadline", case_id)
    return acted
