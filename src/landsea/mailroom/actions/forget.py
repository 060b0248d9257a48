"""Takes the words of mails away that were dealt with long ago; that they came, and what became of them, stays."""

from collections.abc import Collection
from datetime import datetime, timedelta

from landsea.mailroom.models import InboundMail, MailState

KEPT_FOR = timedelta(days=30)
ENDED = (MailState.DONE, MailState.ASIDE, MailState.DISCARDED)


def forget_done_mails(*, now: datetime) -> int:
    """Empty the bytes and subjects of mails that ended thirty days ago; held ones are never emptied. Return how many."""
    old = InboundMail.objects.filter(state__in=ENDED, ended_at__lt=now - KEPT_FOR).exclude(raw=b"")
    return old.update(raw=b"", subject="")


def forget_mails_of_case(case_id: int, addresses: Collection[str], now: datetime) -> None:
    """Empty what the filer of an erased case sent by mail, in the caller's transaction; held ones too, as nobody may put them
    into the case any more.
    """
    mine = InboundMail.objects.filter(case_id=case_id, sender__in=list(addresses))
    mine.filter(state=MailState.HELD).update(state=MailState.DISCARDED, ended_at=now)
    mine.update(raw=b"", subject="", sender="", envelope_sender="", message_id="", peer="")
