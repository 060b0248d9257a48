"""Adds to a mail that waits for its sender, so that what is told one person at once is one mail."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from landsea.base.outbox.models import Delivery, DeliveryState


def add_to_waiting_mail(
    template: str, *, user_id: int, address: str, same: Mapping[str, Any], fact: str, value: Any
) -> bool:
    """Append `value` to the list called `fact` of a mail of this template to this person that no sender has claimed yet;
    False when there is none. A mail that a sender holds at this moment is left alone, and so is one to another address or
    with other facts than `same`: the link in it may open nothing any more.
    """
    with transaction.atomic():
        rows = Delivery.objects.select_for_update(skip_locked=True).filter(template=template, user_id=user_id)
        waiting = rows.filter(state=DeliveryState.QUEUED, address=address, facts__contains=dict(same))
        row = waiting.order_by("-pk").first()
        if row is None:
            return False
        row.facts = {**row.facts, fact: [*row.facts.get(fact, []), value]}
        row.save(update_fields=["facts"])
    return True
