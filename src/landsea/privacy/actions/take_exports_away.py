"""Takes exports away with their bytes: when their time is over, and when their person is erased."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from landsea.base.files.storage import discard_bytes
from landsea.privacy.models import Export, ExportFile


def erase_exports(rows: QuerySet[Export], now: datetime) -> int:
    """Delete these exports, their bytes after the commit; return how many."""
    numbers = list(rows.values_list("pk", flat=True))
    for stored in list(ExportFile.objects.filter(export__in=numbers).values_list("stored", flat=True)):
        transaction.on_commit(lambda stored=stored: discard_bytes(stored), robust=True)
    Export.objects.filter(pk__in=numbers).delete()
    return len(numbers)


def forget_exports_of_case(case_id: int, addresses: Collection[str], now: datetime) -> None:
    """Delete the copies that hold an erased case: its filer's, and those of the filer's addresses."""
    about = Q(case=case_id)
    for address in addresses:
        about |= Q(address__iexact=address)
    erase_exports(Export.objects.filter(about), now)


def take_old_exports_away(*, now: datetime) -> int:
    """Delete the exports whose days are over; return how many."""
    with transaction.atomic():
        return erase_exports(Export.objects.filter(expires_at__lt=now).order_by("pk"), now)
