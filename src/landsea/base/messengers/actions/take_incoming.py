"""Takes in what a messenger or a gateway posted: one row an update, and the handlers are woken. Nothing is decided here.

What no text holds (a NUL, half of a sign that a gateway cut in two) is left out: refused, the same post would come again and
again, and hold up what stands behind it.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from landsea.base.jobs.waking import wake_task
from landsea.base.messengers.models import Incoming
from landsea.base.messengers.ways.shapes import IncomingMessage
from landsea_core.text import clean_text

MOST_A_MINUTE = 30
"""From one account; what comes beyond is not kept, for it is no person who types."""
LONGEST_TEXT = 20_000


def take_incoming(message: IncomingMessage, *, now: datetime) -> bool:
    """Keep a message that came at `now` (aware); False when it is kept already, or too many came from there."""
    since, remote = now - timedelta(minutes=1), _clean(message.remote, 120)
    recent = Incoming.objects.filter(channel=message.channel, remote=remote, received_at__gte=since)
    if recent.count() >= MOST_A_MINUTE:
        return False
    with transaction.atomic():
        _row, is_new = Incoming.objects.get_or_create(
            channel=message.channel,
            update=_clean(message.update, 120),
            defaults={
                "remote": remote,
                "text": _clean(message.text, LONGEST_TEXT),
                "choice": _clean(message.choice, 64),
                "press": _clean(message.press, 120),
                "quoted": _clean(message.quoted, 120),
                "language": _clean(message.language, 10),
                "file": _file_of(message),
                "received_at": now,
            },
        )
        if is_new:
            wake_task("messengers.handle")
    return is_new


def _file_of(message: IncomingMessage) -> dict[str, Any] | None:
    file = message.file
    if file is None:
        return None
    return vars(replace(file, remote_id=_clean(file.remote_id, 1000), name=_clean(file.name, 200)))


def _clean(text: str, most: int) -> str:
    return clean_text(text).text[:most]
