"""Erases what is past its period, in small pieces, each in a transaction of its own with a row in the audit.

1. Take the tables one after the other, and of each the first `PIECE` rows that are past.
2. Lock the audit's stream, erase them by the table's own way, note how many of which kind by which period.
3. Go on until nothing is past, or `MOST_PIECES` were done: the next round does the rest. A piece that fails is left out of this
   round and told to the log, so that one row stops no other table.
"""

import logging
from datetime import datetime

from django.db import DatabaseError, transaction

from landsea.base.audit.actions.append import append_entry
from landsea.base.jobs.turns import wait_for_turn
from landsea.base.refusal import Refused
from landsea.privacy.past_rows import Past, find_past

STREAM = "retention"
PIECE, MOST_PIECES = 100, 200
LOG = logging.getLogger(__name__)


def erase_past(*, now: datetime) -> dict[str, int]:
    """Erase what is past its period at `now` (aware); return how many rows of which kind. May run at any time."""
    erased: dict[str, int] = {}
    pieces = 0
    for past in find_past(now):
        while pieces < MOST_PIECES:
            number = _erase_piece(past, now)
            if not number:
                break
            pieces += 1
            erased[past.table.kind] = erased.get(past.table.kind, 0) + number
    return erased


def _erase_piece(past: Past, now: datetime) -> int:
    """Erase the first rows; 0 when none is past, or when it could not be done."""
    erase = past.table.erase
    numbers = list(past.rows.values_list("pk", flat=True)[:PIECE])
    if not numbers or erase is None:
        return 0
    try:
        with transaction.atomic():
            wait_for_turn(STREAM)
            erase(past.rows.filter(pk__in=numbers), now)  # still past: a case may have been opened again meanwhile
            facts = {"kind": past.table.kind, "rows": len(numbers), "months": past.period.months}
            append_entry(stream=STREAM, act="erase_past", actor="system", at=now, facts=facts)
    except (DatabaseError, Refused):
        LOG.exception("Rows of %s are past their period and could not be erased", past.table.kind)
        return 0
    left = past.rows.filter(pk__in=numbers).count()
    if left == len(numbers):
        LOG.error("Rows of %s were erased and still count as kept: its description is wrong", past.table.kind)
        return 0
    return len(numbers) - left
