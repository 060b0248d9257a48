"""One answer to many cases, and taking it back from one of them: the same for all that cases have in common, a barrier or
a rule that changed. Each case is answered by its own act, with its own deadline, audit row and mail; what they have in
common notes in its own chain that an answer was given.

waiting ---sent---> sent ---taken back---> taken_back
        \\--the case refuses, or moved on--> not_sent
"""

import logging
import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404
from django.utils import translation
from django.utils.translation import gettext

from landsea.base.actors import Actor
from landsea.base.audit.actions.append import append_entry
from landsea.base.jobs.turns import wait_for_form
from landsea.base.jobs.waking import order_task
from landsea.base.refusal import Refused
from landsea.cases.actions.answer import answer as answer_case
from landsea.cases.actions.cite import cites_from
from landsea.cases.actions.doing import AlreadyDone
from landsea.cases.actions.propose_outcome import propose_outcome
from landsea.cases.actions.retract_answer import retract_answer
from landsea.cases.answer_access import answerable
from landsea.cases.models import Case, CommonAnswer, CommonAnswerItem, ItemState
from landsea.directory.actors import actor_for
from landsea_core.caseflow import PROPOSABLE

log = logging.getLogger(__name__)


def prepare(
    actor: Actor,
    about: str,
    cases: Mapping[int, int | None],
    body: str,
    *,
    form_key: uuid.UUID,
    now: datetime,
    outcome: str = "",
    language: str = "",
    cites: Sequence[str] = (),
) -> tuple[CommonAnswer, bool]:
    """Keep one answer for those of `cases` that the actor answers for; `send_waiting` then sends it. Inside the caller's
    transaction, which notes it in the chain of what it is about. Returns the answer and whether it is new: the same form
    twice is one.

    `cases` gives, by case id, the version that was looked at, None when nobody looked. Raises PermissionDenied, Refused.
    """
    if not actor.works_at_desks:
        raise PermissionDenied
    if not body.strip():
        raise Refused("empty", gettext("Write the answer first; all cases get the same words."))
    if outcome and outcome not in {one.value for one in PROPOSABLE}:
        raise Refused("no_outcome", gettext("Choose which outcome you propose."))
    codes = [code for code, _number in cites_from(cites)]
    wait_for_form(form_key)
    earlier = CommonAnswer.objects.filter(form_key=form_key).first()
    if earlier is not None:
        return earlier, False
    ids = list(answerable(actor).filter(pk__in=list(cases)).order_by("filed_at").values_list("pk", flat=True))
    if not ids:
        raise Refused("nothing_open", gettext("No open case among these is yours to answer."))
    answer = CommonAnswer.objects.create(
        about=about,
        body=body.strip(),
        language=language,
        outcome=outcome,
        cites=codes,
        by_id=actor.user_id,
        at=now,
        form_key=form_key,
    )
    CommonAnswerItem.objects.bulk_create(
        CommonAnswerItem(answer=answer, case_id=pk, seen_version=cases[pk]) for pk in ids
    )
    order_task("cases.answer_many", answer_id=answer.pk)
    return answer, True


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
            item.state, item.note = _send(answer, item, now)
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


def _send(answer: CommonAnswer, item: CommonAnswerItem, now: datetime) -> tuple[str, str]:
    actor = actor_for(answer.by, now)
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


def take_back(actor: Actor, item_id: int, body: str, *, now: datetime) -> CommonAnswerItem:
    """Take the common answer back from one case, with words for its filer; the others keep it. Noted in the chain of what
    it is about (`about_of`), whose lock the caller's transaction holds already: before the case's, as when an answer is
    prepared, so that the two never wait for each other. Refused when the case was answered anew since: that answer is
    another one and stays.
    """
    item = CommonAnswerItem.objects.select_for_update(of=("self",)).select_related("case", "answer").get(pk=item_id)
    if item.state != ItemState.SENT:
        raise Refused("not_sent", gettext("This case has no common answer to take back."))
    retract_answer(actor, item.case.ref, body, now=now, given_at=item.done_at)
    item.state, item.done_at, item.note = ItemState.TAKEN_BACK, now, body.strip()[:500]
    item.save(update_fields=["state", "done_at", "note"])
    append_entry(
        stream=item.answer.about,
        act="take_back_answer",
        actor=actor.label,
        at=now,
        facts={"answer": item.answer_id, "case": item.case_id},
    )
    return item


def about_of(item_id: int) -> str:
    """What the answer to this case is about: its audit stream, which names the thing to lock."""
    return CommonAnswer.objects.get(items=item_id).about
