"""Erases to whom mails and messages went; that one of this kind went out, and when, stays."""

from datetime import datetime
from typing import Any

from django.db.models import CharField, QuerySet, Value
from django.db.models.functions import Cast, Concat

from landsea.base.outbox.models import Delivery

NOBODY: dict[str, Any] = {"address": "", "facts": {}, "user": None, "contact_id": None, "last_reply": ""}


def erase_deliveries(rows: QuerySet[Delivery], now: datetime) -> int:
    """Empty deliveries that have ended; what names each once often has the address in it, so it becomes a number."""
    once = Concat(Value("erased:"), Cast("pk", CharField()), output_field=CharField())
    ended = Delivery.objects.filter(pk__in=list(rows.values_list("pk", flat=True)), ended_at__isnull=False)
    return ended.update(once=once, **NOBODY)
