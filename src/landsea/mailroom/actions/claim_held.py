"""The person of a reply address says that a held mail from another sender is theirs, or that it is not."""

from datetime import datetime

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext

from landsea.base.audit.actions.append import append_entry
from landsea.base.refusal import Refused
from landsea.base.translation.sentences import say_sentence
from landsea.mailroom.actions.do_verdict import Done, answer_with_calendar, reply_with
from landsea.mailroom.actions.sort import NOT_TAKEN, mail_house
from landsea.mailroom.addresses import Purpose, read_own_address
from landsea.mailroom.models import InboundMail, MailState
from landsea.mailroom.reply_addresses import Correspondent, find_correspondent
from landsea_core.mailtext import Kind, read_mail


def claim_held_mail(mail_id: int, is_theirs: bool, *, now: datetime) -> InboundMail:
    """Do the mail as its person's own answer, or note that it is none. Raises Refused when it was dealt with, and with
    the case's own sentence when the case does not take it: then it stays held.
    """
    with transaction.atomic():
        mail = InboundMail.objects.select_for_update().get(pk=mail_id)
        address = read_own_address(mail.recipient)
        whose = find_correspondent(address.nonce) if address.purpose is Purpose.REPLY else None
        if mail.state != MailState.HELD or whose is None or whose.case is None:
            raise Refused("handled", gettext("This mail is dealt with already."))
        facts = {"theirs": is_theirs}
        append_entry(stream=f"mail:{mail.pk}", act="mail_claim", actor=whose.actor.label, at=now, facts=facts)
        if not is_theirs:
            mail.note = gettext("The person of this address says that it is not theirs.")[:300]
            mail.save(update_fields=["note"])
            return mail
        with translation.override(whose.language):
            done = _answer_with(mail, whose, now)
        mail.state, mail.act, mail.case, mail.ended_at = done.state, done.act, done.case, now
        mail.save()
    return mail


def _answer_with(mail: InboundMail, whose: Correspondent, now: datetime) -> Done:
    """Do what the mail says: the words that a calendar program adds to its answer are nobody's words in the case."""
    reading = read_mail(bytes(mail.raw), mail_house())
    if reading.kind is not Kind.CALENDAR_REPLY:
        return reply_with(mail, reading, whose, now=now)
    try:
        return answer_with_calendar(mail, whose, now=now)
    except Refused as refused:
        raise Refused(refused.code, refused.sentence or say_sentence(NOT_TAKEN)) from refused
