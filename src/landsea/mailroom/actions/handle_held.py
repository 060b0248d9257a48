"""What a coordinator does with a held mail: attach it to a case, file it as a new one, put it away with a reason, write back.

Each act locks the mail, does what a page would do, and leaves an audit row in the mail's own stream. Two who press at once: the
second is told that it is done already.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.utils.translation import gettext

from landsea.base.actors import Actor, make_filer
from landsea.base.audit.actions.append import append_entry
from landsea.base.outbox.actions.queue import queue_mail
from landsea.base.refusal import Refused
from landsea.cases.access import find_case
from landsea.cases.actions.message import write_message
from landsea.cases.actions.reply import reply_as_filer
from landsea.mailroom.actions.file_mail import choose_site_language, file_mail
from landsea.mailroom.actions.sort import mail_house
from landsea.mailroom.models import InboundMail, MailState
from landsea.mailroom.papers_of_mail import make_uploads, store_papers, write_words_with_refused
from landsea_core.caseflow import MessageKind
from landsea_core.mailtext import read_mail

LONGEST_BACK = 5_000


def attach_held_mail(actor: Actor, mail_id: int, ref: str, *, as_filer: bool, now: datetime) -> InboundMail:
    """Put the mail into a case: as the filer's own words, or as a message among offices that says who wrote."""
    with _held(actor, mail_id, "attach", now) as (mail, facts):
        try:
            case = find_case(actor, ref.strip())
        except Http404:
            raise Refused(
                "no_case", gettext("There is no case with this number. Write it as LS-2026-004417.")
            ) from None
        reading = read_mail(bytes(mail.raw), mail_house())
        files, refused = store_papers(make_uploads(reading))
        words = write_words_with_refused(reading.text or reading.subject, refused)
        key = f"mail:{mail.once}"
        if as_filer:
            reply_as_filer(make_filer(case.pk, case.language), case.ref, words, files=files, now=now, key=key)
        else:
            said = gettext("By mail from %(sender)s:") % {"sender": reading.sender or "?"}
            kind = MessageKind.OFFICES
            write_message(actor, case.ref, kind, f"{said}\n\n{words}", files=files, now=now, key=key)
        mail.case, mail.state, mail.act = case, MailState.DONE, "attached"
        facts |= {"case": case.pk, "as_filer": as_filer}
    return mail


def file_held_mail(actor: Actor, mail_id: int, *, country: str, now: datetime) -> InboundMail:
    """File it as a new case, as if it had come to this country's address (empty: any)."""
    with _held(actor, mail_id, "file", now) as (mail, facts):
        filed = file_mail(read_mail(bytes(mail.raw), mail_house()), country=country, once=mail.once, now=now)
        mail.case, mail.state, mail.act = filed.case, MailState.DONE, "file"
        facts["case"] = filed.case.pk
    return mail


def discard_held_mail(actor: Actor, mail_id: int, reason: str, *, now: datetime) -> InboundMail:
    """Put it away for good, with a reason; its sender is not told."""
    with _held(actor, mail_id, "discard", now) as (mail, facts):
        if not reason.strip():
            raise Refused("no_reason", gettext("Write in a few words why nobody needs this mail."))
        mail.note, mail.state, mail.act = reason.strip()[:300], MailState.DISCARDED, "discarded"
    return mail


def write_back(actor: Actor, mail_id: int, words: str, *, now: datetime) -> InboundMail:
    """Answer its sender; the mail stays held, since an answer decides nothing."""
    with _held(actor, mail_id, "write_back", now) as (mail, facts):
        if not words.strip():
            raise Refused("no_words", gettext("Write something first."))
        reading = read_mail(bytes(mail.raw), mail_house())
        if not reading.sender:
            raise Refused("no_sender", gettext("This mail has no sender who could be written to."))
        queue_mail(
            now=now,
            template="mail_written_back",
            address=reading.sender,
            language=choose_site_language(reading.language),
            once=f"mail-back:{mail.pk}:{now.isoformat()}",
            stream=f"mail:{mail.pk}",
            facts={"words": words.strip()[:LONGEST_BACK], "subject": reading.subject[:150]},
        )
    return mail


@contextmanager
def _held(actor: Actor, mail_id: int, act: str, now: datetime) -> Iterator[tuple[InboundMail, dict]]:
    if not actor.is_coordinator:
        raise PermissionDenied
    facts: dict = {}
    with transaction.atomic():
        mail = InboundMail.objects.select_for_update().filter(pk=mail_id).first()
        if mail is None:
            raise Http404
        if mail.state not in (MailState.HELD, MailState.ASIDE):
            raise Refused("handled", gettext("Somebody was quicker: this mail is dealt with already."))
        yield mail, facts
        mail.handled_by_id, mail.ended_at = actor.user_id, now
        mail.save()
        append_entry(stream=f"mail:{mail.pk}", act=f"mail_{act}", actor=actor.label, at=now, facts=facts)
