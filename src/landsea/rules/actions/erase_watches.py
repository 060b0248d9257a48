"""Erases watches whole, with papers, notices and receivers: those of a person, and those that ended long ago."""

from datetime import datetime

from django.db.models import QuerySet

from landsea.rules.actions.watch import end_watch
from landsea.rules.models import Watch


def erase_watches(rows: QuerySet[Watch], now: datetime) -> int:
    """End the watches that run, then delete all of them; the record of what was done stays, without an address."""
    found = list(rows)
    for watch in found:
        end_watch(watch, now=now)
    Watch.objects.filter(pk__in=[watch.pk for watch in found]).delete()
    return len(found)
