"""Asks the person of a reply address, once for each other sender, whether a mail that came to it is theirs."""

from datetime import datetime

from landsea.base.outbox.actions.queue import queue_mail
from landsea.base.outbox.delivery_states import find_queued
from landsea.base.outbox.once import compute_short_digest
from landsea.mailroom.models import InboundMail
from landsea.mailroom.reply_addresses import Correspondent


def ask_owner(mail: InboundMail, whose: Correspondent, *, now: datetime) -> bool:
    """Queue the question to the person's own address; False when there is none, or the same was asked before. The mail's words
    do not go along, nor does its whole sender: who has the link sees them.
    """
    once = f"mail-owner:{whose.row_id}:{compute_short_digest(mail.sender)}"
    if not whose.address or find_queued([once]):
        return False
    queue_mail(
        now=now,
        template="mail_is_it_yours",
        address=whose.address,
        language=whose.language,
        once=once,
        stream=f"mail:{mail.pk}",
        user_id=whose.actor.user_id,
        facts={"held": mail.pk, "ref": whose.case.ref if whose.case else "", "sender": mail.sender[:200]},
    )
    return True
