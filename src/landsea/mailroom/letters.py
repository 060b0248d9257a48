"""A mail with what is known around it, as the filters see it: whose address it came to, whether it came before, how often."""

from datetime import datetime, timedelta

from landsea.mailroom.addresses import Purpose, read_own_address
from landsea.mailroom.filters.letter import Letter
from landsea.mailroom.models import InboundMail, MailState
from landsea.mailroom.reply_addresses import Correspondent, find_correspondent
from landsea_core.mailtext import MailReading

LATELY = timedelta(hours=1)


def read_letter(mail: InboundMail, reading: MailReading, now: datetime) -> tuple[Letter, Correspondent | None]:
    """Return the letter, and whoever has the reply address that it came to."""
    address = read_own_address(mail.recipient)
    whose = find_correspondent(address.nonce) if address.purpose is Purpose.REPLY else None
    case = whose.case if whose else None
    done = InboundMail.objects.filter(case=case, state=MailState.DONE) if case else InboundMail.objects.none()
    letter = Letter(
        reading,
        address.purpose,
        person=whose.address if whose else "",
        is_known=whose is not None,
        is_at_dialogue=bool(whose and whose.seat),
        is_in_case=case is not None,
        is_closed=bool(case and case.closed_at),
        seen_before=_times_seen(mail, reading),
        lately=done.filter(sender=reading.sender, ended_at__gt=now - LATELY).count() if case else 0,
        reopened=done.filter(act="reopen").count() if case else 0,
    )
    return letter, whose


def _times_seen(mail: InboundMail, reading: MailReading) -> int:
    """Return how many mails with this Message-ID and sender came to the same address before, and were not put off."""
    if not reading.message_id:
        return 0
    same = InboundMail.objects.filter(message_id=reading.message_id[:300], recipient=mail.recipient)
    return same.filter(sender=reading.sender[:320], id__lt=mail.pk).exclude(state=MailState.QUEUED).count()
