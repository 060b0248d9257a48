"""Prepares one answer to many cases, and takes it back from one of them: the same for all that cases have in common, a
barrier or a rule that changed. `send_common_answer` gives it to each case.
"""

import logging
import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext

from landsea.base.actors import Actor
from landsea.base.audit.actions.append import append_entry
from landsea.base.jobs.turns import wait_for_form
from landsea.base.jobs.waking import order_task
from landsea.base.refusal import Refused
from landsea.cases.actions.cite import find_versions_to_cite
from landsea.cases.actions.retract_answer import retract_answer
from landsea.cases.answer_access import list_answerable_cases
from landsea.cases.models import CommonAnswer, CommonAnswerItem, ItemState
from landsea_core.caseflow import PROPOSABLE

log = logging.getLogger(__name__)


def prepare_answer(
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
    codes = [code for code, _number in find_versions_to_cite(cites)]
    wait_for_form(form_key)
    earlier = CommonAnswer.objects.filter(form_key=form_key).first()
    if earlier is not None:
        return earlier, False
    ids = list(
        list_answerable_cases(actor).filter(pk__in=list(cases)).order_by("filed_at").values_list("pk", flat=True)
    )
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


def take_back(actor: Actor, item_id: int, body: str, *, now: datetime) -> CommonAnswerItem:
    """Take the common answer back from one case, with words for its filer; the others keep it. Noted in the chain of what
    it is about (`find_about`), whose lock the caller's transaction holds already: before the case's, as when an answer is
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


def find_about(item_id: int) -> str:
    """Return what the answer to this case is about: its audit stream, which names the thing to lock."""
    return CommonAnswer.objects.get(items=item_id).about
