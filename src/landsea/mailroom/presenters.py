"""Words for what the mailroom shows: why a mail is held, what was done with it, and what may be asked about it."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from landsea.mailroom.models import InboundMail, MailState

STATES = {
    MailState.HELD: ("waits", _("waits for a person")),
    MailState.ASIDE: ("done", _("put aside: written by a program")),
    MailState.DONE: ("done", _("done")),
    MailState.DISCARDED: ("done", _("put away")),
    MailState.QUEUED: ("open", _("not read yet")),
}
VERDICTS = {
    "other_sender": _("another sender than the person of this reply address"),
    "forged": _("the sender may be forged, or it is advertising"),
    "unreadable": _("it cannot be opened"),
    "to_return_path": _("sent to the address for mails that come back"),
    "address_ended": _("its reply address was ended"),
    "calendar_elsewhere": _("a calendar answers nothing of ours"),
    "words_for_dialogue": _("words about a dialogue"),
    "for_people": _("for whoever looks after mail here"),
    "no_address": _("none of our addresses is in it"),
    "too_often": _("very many mails within the hour"),
    "reopened_often": _("the case was opened again by mail before"),
    "no_words": _("there is nothing new in it"),
    "answer_at_country": _("an answer that was sent to a country's address"),
    "no_sender": _("it has no sender"),
    "stumbled": _("reading it failed"),
    "reply": _("the case did not take it"),
    "new_case": _("it could not be filed"),
    "calendar": _("the dialogue did not take it"),
    "automatic": _("a program's answer"),
    "repeated": _("came before"),
    "loop": _("our own mail came back"),
    "report_unproven": _("a report that proves nothing"),
    "bounce_hard": _("our mail did not arrive"),
    "bounce_soft": _("our mail is late"),
}
DONE_WORDS = {
    "reply": _("the filer's reply"),
    "reopen": _("opened the case again"),
    "answer": _("the desk's answer"),
    "message": _("a message to all sides"),
    "answer_by_phrase": _("an answer by number"),
    "message_offices": _("a message among offices"),
    "file": _("became a case"),
    "attached": _("attached by a coordinator"),
    "calendar": _("an answer to an invitation"),
    "returned": _("noted at the address"),
}
GUESSED_BY = {
    "address": _("its reply address is of this case"),
    "answered": _("it answers a mail about this case"),
    "number": _("the number is in it"),
    "sender": _("the same sender filed it"),
}


@dataclass(frozen=True)
class Question:
    """What the person of a reply address sees of a held mail: sender, subject and when it came, never the words."""

    mail_id: int
    ref: str
    sender: str
    subject: str
    received_at: datetime
    is_open: bool


def find_question(mail_id: int) -> Question | None:
    """Return the question about a held mail, or None where there is no such mail or it is about no case."""
    mail = InboundMail.objects.defer("raw").select_related("case").filter(pk=mail_id, case__isnull=False).first()
    if mail is None:
        return None
    is_open = mail.state == MailState.HELD
    return Question(mail.pk, mail.case.ref, mail.sender, mail.subject, mail.received_at, is_open)


def shape_mail(mail: InboundMail) -> dict:
    """Return a mail with its words for a list."""
    kind, words = STATES[MailState(mail.state)]
    why = (
        VERDICTS.get(mail.verdict, mail.verdict) if mail.state != MailState.DONE else DONE_WORDS.get(mail.act, mail.act)
    )
    return {"mail": mail, "kind": kind, "words": words, "why": why}
