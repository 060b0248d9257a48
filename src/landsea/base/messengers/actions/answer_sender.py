"""Says something to an account with a messenger: one delivery of the outbox, in the transaction of what it tells about."""

from datetime import datetime
from typing import Any

from landsea.base.messengers.handling import Received
from landsea.base.outbox.actions.queue import queue_mail


def answer_sender(
    received: Received, template: str, *, now: datetime, part: int = 0, language: str = "", **facts: Any
) -> None:
    """Answer a message that came in. The same message dealt with again says nothing twice."""
    queue_mail(
        template=template,
        channel=received.channel,
        address=received.remote,
        once=f"said:{received.key}:{part}"[:120],
        stream=f"messenger:{received.channel}"[:60],
        language=language or received.language,
        facts=facts,
        now=now,
    )
