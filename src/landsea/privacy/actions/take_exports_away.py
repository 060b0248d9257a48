"""Takes exports away with their bytes: when their time is over, and when their person is erased."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from landsea.base.files.storage import discard_bytes
from landsea.privacy.models import Export, ExportFile


def erase_exports(rows: QuerySet[Export], now: datetime) -> int:
    """Delete these exports, their bytes after the commit; return how many."""
    numbers = list(rows.values_list("pk", flat=True))
    for stored in list(ExportFile.objects.filter(export__in=numbers).values_list("stored", flat=True)):
        transaction.on_commit(lambda stored=stored: discard_bytes(stored))
    Export.objects.filter(pk__in=numbers).delete()
    return len(numbers)


def take_old_exports_away(*, now: datetime) -> int:
    """Delete the exports whose days are over; return how many."""
    with transaction.atomic():
        return erase_exports(Export.objects.filter(expires_at__lt=now).order_by("pk"), now)
