"""Takes back what is not to be sent any more."""

from collections.abc import Collection, Sequence
from datetime import datetime

from landsea.base.outbox.models import Delivery, DeliveryState
from landsea.base.set_based import Change, find_column, update_by_key


def withdraw_queued_before(before: datetime, reason: str) -> int:
    """Withdraw the deliveries that were queued before then (aware) and that no sender has claimed yet; return how many."""
    waiting = Delivery.objects.filter(state__in=[DeliveryState.QUEUED, DeliveryState.WAITING], created_at__lt=before)
    return waiting.update(state=DeliveryState.WITHDRAWN, ended_at=before, last_reply=reason[:300])


def make_withdrawal(streams: Sequence[str], templates: Collection[str], reason: str, *, at: datetime) -> Change:
    """Return the change that withdraws, at `at` (aware), mails of these templates about these streams which no sender has
    claimed yet, to be written together with what makes them untrue.
    """
    values = {"state": DeliveryState.WITHDRAWN, "ended_at": at, "last_reply": reason[:300]}
    columns = {find_column(Delivery, name): [value] * len(streams) for name, value in values.items()}
    named = ", ".join(f"'{template}'" for template in sorted(templates))
    return update_by_key(
        Delivery, "stream", streams, columns, f"target.template IN ({named}) AND target.state IN ('queued', 'waiting')"
    )
