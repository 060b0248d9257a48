"""Ends published experiences whose measures ended: an answer must not outlive the rule it rests on."""

from datetime import date, datetime

from django.db import transaction

from landsea.experiences.actions.editing import append_act
from landsea.experiences.models import Experience, State
from landsea.rules import access as rules_access

DEAD = ("ended", "replaced", "suspended")


def expire_outdated(now: datetime, today: date) -> int:
    """Expire what rests on a measure that is no longer in force on that day; return how many. Twice does nothing twice."""
    book, ended = rules_access.read_published_book(), 0
    for pk in Experience.objects.filter(state=State.PUBLISHED).exclude(measures=[]).values_list("pk", flat=True):
        with transaction.atomic():
            row = Experience.objects.select_for_update().get(pk=pk)
            gone = [
                code
                for code in row.measures
                if code not in book.by_code or book.standing(book.by_code[code], today).state in DEAD
            ]
            if row.state != State.PUBLISHED or not gone:
                continue
            row.state, row.ended_at, row.ended_why = State.EXPIRED, now, f"no longer in force: {', '.join(gone)}"[:300]
            row.save(update_fields=["state", "ended_at", "ended_why"])
            append_act(row, "expire", "system", now)
            ended += 1
    return ended
