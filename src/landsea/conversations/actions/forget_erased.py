"""Forgets the conversations in which a case was filed whose filer was erased."""

from collections.abc import Collection
from datetime import datetime

from landsea.base.outbox.actions.erase import erase_deliveries
from landsea.base.outbox.models import Delivery, DeliveryState
from landsea.cases.audit_stream import name_stream_of_id
from landsea.conversations.models import Conversation


def forget_conversations(case_id: int, addresses: Collection[str], now: datetime) -> None:
    """Delete them, in the transaction of the act that erases, and empty what was said to their accounts: the summary, the words
    and the secret link are in it.
    """
    mine = Conversation.objects.filter(case_id=case_id)
    for channel, remote in set(mine.values_list("channel", "remote")):
        said = Delivery.objects.filter(
            stream__in=[name_stream_of_id(case_id), f"messenger:{channel}"[:60]],
            channel=channel,
            address=remote,
            user=None,
        )
        waiting = said.filter(state__in=[DeliveryState.QUEUED, DeliveryState.WAITING])
        waiting.update(state=DeliveryState.WITHDRAWN, ended_at=now, last_reply="")
        erase_deliveries(said, now)
    mine.delete()
