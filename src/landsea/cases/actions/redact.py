"""Blacks out what should not have been written; the original is kept, and every look at it is audited."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext

from landsea.base.contributions import Slot
from landsea.base.refusal import Refused
from landsea.cases.access import Need
from landsea.cases.actions.office import needs_words
from landsea.cases.actions.open_act import open_act
from landsea.cases.models import Case, CaseFile, Message, Redaction

BLACKED_OUT = "█████"
ALSO_BLACKED_OUT: Slot[Callable[[int, int], Any]] = Slot(
    "what else is kept of words that are blacked out: (case id, message id, or 0 for the words of the filing)"
)


def redact_words(actor, ref: str, message_id: int, words: str, reason: str, *, now, key: str = "") -> Case:
    """Replace these words wherever they stand in a message; an empty `words` blacks out the whole message.

    `message_id` 0 means the text of the case itself.
    """
    with open_act(actor, ref, "redact", now=now, need=Need.COORDINATE, key=key) as work:
        reason = needs_words(reason, gettext("Say why this has to be blacked out."))[:300]
        case = work.case
        message = None if message_id == 0 else Message.objects.filter(case=case, pk=message_id).first()
        if message_id and message is None:
            raise Refused("no_message", gettext("This message is not on the case any more."))
        original = case.text if message is None else message.body
        if words and words not in original:
            raise Refused(
                "no_words", gettext("These words are not written there exactly so. Copy them from the message.")
            )
        hidden = original.replace(words, BLACKED_OUT) if words else BLACKED_OUT
        Redaction.objects.create(
            case=case, message=message, original=original, reason=reason, by_id=actor.user_id, at=now
        )
        if message is None:
            title = case.title.replace(words, BLACKED_OUT) if words else BLACKED_OUT
            work.change(text=hidden, title=title[:140])
        else:
            message.body, message.redacted_at = hidden, now
            message.save(update_fields=["body", "redacted_at"])
        for forget in ALSO_BLACKED_OUT:
            forget(case.pk, message_id)
        work.facts |= {"message": message_id, "reason": reason}
    return work.case


def redact_file(actor, ref: str, file_id: int, reason: str, *, now, key: str = "") -> Case:
    """Take a file out of everybody's reach; its bytes stay for the coordinator."""
    with open_act(actor, ref, "redact", now=now, need=Need.COORDINATE, key=key) as work:
        reason = needs_words(reason, gettext("Say why this has to be blacked out."))[:300]
        file = CaseFile.objects.filter(case=work.case, pk=file_id, redacted_at=None).first()
        if file is None:
            raise Refused("no_file", gettext("This file is not on the case any more."))
        Redaction.objects.create(
            case=work.case, file=file, original=file.stored, reason=reason, by_id=actor.user_id, at=now
        )
        file.redacted_at = now
        file.save(update_fields=["redacted_at"])
        work.facts |= {"file": file_id, "reason": reason}
    return work.case


def open_redaction(actor, ref: str, redaction_id: int, *, now) -> Redaction:
    """Return the original of something blacked out, and note in the audit who looked."""
    with open_act(actor, ref, "open_redaction", now=now, need=Need.COORDINATE) as work:
        redaction = Redaction.objects.filter(case=work.case, pk=redaction_id).select_related("file").first()
        if redaction is None:
            raise Refused("no_redaction", gettext("There is nothing blacked out under this number."))
        work.facts["redaction"] = redaction_id
    return redaction
