"""Gives a prepared answer to each of its cases, by an act of its own with its own deadline, audit row and mails."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404
from django.utils import translation
from django.utils.translation import gettext

from landsea.base.refusal import Refused
from landsea.cases.actions.act_under_way import AlreadyDone
from landsea.cases.actions.answer import answer_case
from landsea.cases.actions.answer_many import log
from landsea.cases.actions.propose_outcome import propose_outcome
from landsea.cases.models import Case, CommonAnswer, CommonAnswerItem, ItemState
from landsea.directory.actors import make_actor


def send_waiting(answer_id: int, *, now: datetime, most: int | None = None) -> int:
    """Send a common answer to its waiting cases; return how many were dealt with here.

    Each item in a transaction of its own: lock it (skip it when another sender holds it), act on the case in the name of
    whoever wrote the answer, with the rights of today, and record the result, in that person's language. A sender that
    dies leaves the item waiting; a case that fails is left waiting and does not hold up those after it: the first such
    error is raised at the end.
    """
    answer = CommonAnswer.objects.select_related("by").get(pk=answer_id)
    waiting = CommonAnswerItem.objects.filter(answer=answer, state=ItemState.WAITING).order_by("pk")
    done, failed = 0, None
    for item_id in list(waiting.values_list("pk", flat=True)[:most]):
        try:
            done += _deal_with(waiting.filter(pk=item_id), answer, now)
        except Exception as error:
            log.exception("answer %s could not be sent to one case", answer_id)
            failed = failed or error
    if failed is not None:
        raise failed
    return done


def _deal_with(waiting: QuerySet[CommonAnswerItem], answer: CommonAnswer, now: datetime) -> int:
    """Send the answer to the one item of `waiting`, if it still waits; return how many that are."""
    with transaction.atomic():
        item = waiting.select_for_update(skip_locked=True, of=("self",)).first()
        if item is None:
            return 0
        with translation.override(answer.by.language):
            item.state, item.note = _send_answer(answer, item, now)
        item.done_at = now
        item.save(update_fields=["state", "note", "done_at"])
    return 1


def send_left_waiting(now: datetime) -> int:
    """Send what a job that failed or was lost left waiting; return how many cases were dealt with. An answer that cannot
    be sent is logged and does not hold up the others.
    """
    done = 0
    waiting = CommonAnswerItem.objects.filter(state=ItemState.WAITING).order_by("answer_id")
    for answer_id in list(waiting.values_list("answer_id", flat=True).distinct()):
        try:
            done += send_waiting(answer_id, now=now)
        except Exception:
            log.exception("answer %s could not be sent to all cases", answer_id)
    return done


def _send_answer(answer: CommonAnswer, item: CommonAnswerItem, now: datetime) -> tuple[str, str]:
    actor = make_actor(answer.by, now)
    how = {"now": now, "language": answer.language, "cites": answer.cites, "key": f"{answer.form_key}"}
    case = Case.objects.select_for_update().get(pk=item.case_id)
    if item.seen_version not in (None, case.version):
        return ItemState.NOT_SENT, gettext("The case moved on after you had looked at it. Answer it by itself.")
    try:
        with transaction.atomic():
            if answer.outcome:
                propose_outcome(actor, case.ref, answer.outcome, answer.body, **how)
            else:
                answer_case(actor, case.ref, answer.body, **how)
    except AlreadyDone:
        return ItemState.SENT, ""
    except Refused as refused:
        return ItemState.NOT_SENT, refused.sentence[:500]
    except (PermissionDenied, Http404):
        return ItemState.NOT_SENT, gettext("The case is not yours to answer any more.")
    return ItemState.SENT, ""
