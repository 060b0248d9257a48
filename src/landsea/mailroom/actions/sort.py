"""Sorts what came in: each mail once, however many sorters run and wherever one of them dies.

1. Choose queued mails that nobody claimed lately, oldest first.
2. Claim each by one conditional update (still queued, same number of attempts -> attempts + 1), committed before it is read.
3. Read it, ask the chain, do what the chain says, and write the new state, all in one transaction that locks the row: a sorter
   that dies leaves nothing half done, and another finds the mail after `STUCK_AFTER`.
4. What the acts refuse is held for a person, with the sentence; what makes the sorter stumble is tried again, and after
   `MOST_ATTEMPTS` held too, unread. A sorter that died over a mail, or lost the database, tells less of it: only after
   `MOST_DEATHS` it is held, for a mail that kills its reader must not do so for ever.
"""

import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import InterfaceError, OperationalError, transaction
from django.db.models import F, Q
from django.http import Http404
from django.utils import timezone, translation

from landsea.base.outbox.answering import mail_keys
from landsea.base.refusal import Refused
from landsea.base.translation.sentences import say_sentence
from landsea.mailroom.actions.do_verdict import Done, do_verdict
from landsea.mailroom.actions.file_mail import choose_language_of_sender
from landsea.mailroom.actions.tell_sender import TOLD, tell_sender
from landsea.mailroom.filters.chain import judge_letter
from landsea.mailroom.letters import read_letter
from landsea.mailroom.models import InboundMail, MailState
from landsea.mailroom.reasons import write_as_data
from landsea_core.mailtext import House, read_mail
from landsea_core.sentences import Sentence

STUCK_AFTER = timedelta(minutes=3)
MOST_ATTEMPTS, MOST_DEATHS = 3, 10
NOT_TAKEN = Sentence("The case did not take it.")
log = logging.getLogger(__name__)


def sort_due(*, now: datetime | None = None, limit: int = 200) -> int:
    """Sort up to `limit` mails; return how many were claimed."""
    at = now or timezone.now()
    free = Q(claimed_at=None) | Q(claimed_at__lt=at - STUCK_AFTER)
    due = InboundMail.objects.filter(free, state=MailState.QUEUED).order_by("received_at", "id")
    claimed = 0
    for pk, attempts in list(due.values_list("id", "attempts")[:limit]):
        if claim_mail(pk, attempts, now or timezone.now()):
            claimed += 1
            sort_claimed(pk, now=now or timezone.now())
    return claimed


def claim_mail(pk: int, attempts: int, now: datetime) -> bool:
    """Claim one mail; False when another sorter was quicker."""
    mine = InboundMail.objects.filter(pk=pk, state=MailState.QUEUED, attempts=attempts)
    return bool(mine.update(attempts=F("attempts") + 1, claimed_at=now))


def sort_claimed(pk: int, *, now: datetime) -> None:
    """Sort one claimed mail."""
    try:
        with transaction.atomic():
            mail = InboundMail.objects.select_for_update().filter(pk=pk, state=MailState.QUEUED).first()
            if mail is not None:
                _sort_locked(mail, now)
    except Exception as problem:  # one mail must not stop the rest; it is tried again and then held
        if _tells_that_the_database_is_gone(problem):
            raise  # that is no fault of the mail, and there is nobody to go on with
        log.exception("mail %s could not be sorted", pk)
        _put_off(pk, type(problem).__name__)


def _tells_that_the_database_is_gone(problem: Exception) -> bool:
    """Whether the connection was lost or the server is ending (SQLSTATE 08 and 57P0): a deadlock or a statement that took too
    long is about this one mail.
    """
    if not isinstance(problem, (OperationalError, InterfaceError)):
        return False
    state = getattr(problem.__cause__, "sqlstate", None)
    return state is None or state.startswith(("08", "57P0"))


def _sort_locked(mail: InboundMail, now: datetime) -> None:
    if mail.attempts > (MOST_ATTEMPTS if mail.note else MOST_DEATHS):
        _end(mail, Done(MailState.HELD, "stumbled"), (Sentence("Reading it failed several times."),), now)
        return
    reading = read_mail(bytes(mail.raw), mail_house())
    letter, whose = read_letter(mail, reading, now)
    verdict = judge_letter(letter)
    mail.kind, mail.sender = reading.kind.value, reading.sender[:320]
    mail.subject, mail.message_id = reading.subject[:300], reading.message_id[:300]
    mail.verdict = verdict.code
    if whose is not None and whose.case is not None:
        mail.case = whose.case
    reasons = verdict.reasons
    try:
        with transaction.atomic(), translation.override(whose.language if whose else settings.LANGUAGE_CODE):
            done = do_verdict(verdict, mail, reading, whose, now=now)
    except (Refused, PermissionDenied, Http404) as refused:
        done = Done(MailState.HELD, "refused")
        mail.note = refused.sentence[:300] if isinstance(refused, Refused) else ""
        reasons = (*reasons, NOT_TAKEN)
    _end(mail, done, reasons, now)
    if done.state == MailState.HELD and (done.act == "refused" or verdict.code in TOLD):
        language = whose.language if whose else choose_language_of_sender(reading.language, mail.recipient)
        with translation.override(language):
            why = mail.note or " ".join(say_sentence(one) for one in verdict.reasons)
        tell_sender(mail, why=why, papers=len(reading.attachments), language=language, now=now)


def _end(mail: InboundMail, done: Done, reasons: tuple[Sentence, ...], now: datetime) -> None:
    mail.state, mail.act, mail.ended_at = done.state, done.act, now
    mail.reasons = [write_as_data(one) for one in reasons]
    if done.case is not None:
        mail.case = done.case
    mail.save()


def _put_off(pk: int, problem: str) -> None:
    """Let the next sorter try at once, or hold the mail when it failed too often."""
    mine = InboundMail.objects.filter(pk=pk, state=MailState.QUEUED)
    mine.filter(attempts__gte=MOST_ATTEMPTS).update(
        state=MailState.HELD, verdict="stumbled", act="stumbled", ended_at=timezone.now(), note=problem
    )
    mine.update(note=problem)


def mail_house() -> House:
    """Return what the reader has to know of this installation."""
    domains = frozenset({settings.INBOUND_DOMAIN, settings.MAIL_DOMAIN} - {""})
    return House(domains=domains, servers=settings.INBOUND_SERVERS, reply_keys=mail_keys())
