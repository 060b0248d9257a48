"""Takes the words of mails away that were dealt with long ago; that they came, and what became of them, stays."""

from datetime import datetime, timedelta

from landsea.mailroom.models import InboundMail, MailState

KEPT_FOR = timedelta(days=30)
ENDED = (MailState.DONE, MailState.ASIDE, MailState.DISCARDED)


def forget_done_mails(*, now: datetime) -> int:
    """Empty the bytes and subjects of mails that ended thirty days ago; held ones are never emptied. Return how many."""
    old = InboundMail.objects.filter(state__in=ENDED, ended_at__lt=now - KEPT_FOR).exclude(raw=b"")
    return old.update(raw=b"", subject="")
