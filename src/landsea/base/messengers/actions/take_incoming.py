"""Takes in what a messenger or a gateway posted: one row an update, and the handlers are woken. Nothing is decided here."""

from datetime import datetime, timedelta

from django.db import transaction

from landsea.base.jobs.waking import wake_task
from landsea.base.messengers.models import Incoming
from landsea.base.messengers.ways.shapes import IncomingMessage

MOST_A_MINUTE = 30
"""From one account; what comes beyond is not kept, for it is no person who types."""
LONGEST_TEXT = 20_000


def take_incoming(message: IncomingMessage, *, now: datetime) -> bool:
    """Keep a message that came at `now` (aware); False when it is kept already, or too many came from there."""
    since = now - timedelta(minutes=1)
    recent = Incoming.objects.filter(channel=message.channel, remote=message.remote[:120], received_at__gte=since)
    if recent.count() >= MOST_A_MINUTE:
        return False
    with transaction.atomic():
        _row, is_new = Incoming.objects.get_or_create(
            channel=message.channel,
            update=message.update[:120],
            defaults={
                "remote": message.remote[:120],
                "text": message.text.replace("\0", "")[:LONGEST_TEXT],
                "choice": message.choice.replace("\0", "")[:64],
                "press": message.press[:120],
                "language": message.language[:10],
                "file": vars(message.file) if message.file else None,
                "received_at": now,
            },
        )
        if is_new:
            wake_task("messengers.handle")
    return is_new
