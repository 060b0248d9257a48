"""Puts freshly counted records of desks in place of the old ones."""

from datetime import datetime

from django.db import transaction

from landsea.directory.actions.revision import lock_revision
from landsea.directory.models import DeskRecord


def keep_records(lines: list[dict], now: datetime) -> int:
    """Keep these lines (fields of DeskRecord) as counted at `now` (aware), all or none; return how many."""
    with transaction.atomic():
        lock_revision()
        DeskRecord.objects.all().delete()
        DeskRecord.objects.bulk_create([DeskRecord(**line, counted_at=now) for line in lines], batch_size=2000)
    return len(lines)
