"""Tells the sender of a mail that is held that it arrived and that a person reads it, and what would go faster.

Silence after a mail is what drives people away: two photos of a lorry without a word were held, and whoever sent them heard
nothing until a coordinator came. Nobody is told whose mail may be forged, automatic or a loop, nor who wrote to another's reply
address. The mail's own words and subject never go along: a forged sender would get a stranger's words from us.
"""

from datetime import datetime

from landsea.base.outbox.actions.queue import queue_mail
from landsea.base.outbox.delivery_states import find_queued
from landsea.base.outbox.once import compute_short_digest
from landsea.mailroom.addresses import Purpose, read_own_address
from landsea.mailroom.models import InboundMail

TOLD = frozenset({"address_ended", "answer_at_country", "no_words", "reopened_often", "unreadable"})
"""For which verdicts; and whenever the case or the filing form refused what was written."""


def tell_sender(mail: InboundMail, *, why: str, papers: int, language: str, now: datetime) -> bool:
    """Queue it, once a day to one address; False when it was told today or nobody can be written to.

    `why` is a sentence in that language, `papers` how many were attached.
    """
    once = f"mail-kept:{compute_short_digest(mail.sender.lower())}:{now:%Y-%m-%d}"
    if not mail.sender or find_queued([once]):
        return False
    files = read_own_address(mail.recipient).purpose is Purpose.FILING
    queue_mail(
        now=now,
        template="mail_kept",
        address=mail.sender,
        language=language,
        once=once,
        stream=f"mail:{mail.pk}",
        facts={"why": why, "files": files, "papers": papers if files else 0},
    )
    return True
