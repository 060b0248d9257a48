"""One answer to all cases of a barrier, and taking it back from one of them, noted in the barrier's own chain. How it is sent
to each case is the cases app's own act (`landsea.cases.actions.answer_many`)."""

import uuid
from datetime import datetime

from django.db import transaction

from landsea.barriers.models import Barrier, BarrierMember
from landsea.barriers.stream import find_barrier_of_stream, name_stream
from landsea.base.actors import Actor
from landsea.base.audit.actions.append import append_entry
from landsea.cases.actions import answer_many
from landsea.cases.models import CommonAnswer, CommonAnswerItem


def answer_members(
    actor: Actor,
    barrier_id: int,
    body: str,
    *,
    form_key: uuid.UUID,
    now: datetime,
    outcome: str = "",
    language: str = "",
) -> CommonAnswer:
    """Prepare one answer for every open case of the barrier that the actor answers for; `answer_many.send_waiting` then
    sends it. With `outcome` it proposes that outcome. The coordinator answers all, a desk its own. The same form twice is
    one.
    """
    with transaction.atomic():
        barrier = Barrier.objects.select_for_update().get(pk=barrier_id)
        members = BarrierMember.objects.filter(barrier=barrier, left_at=None).values_list("case_id", flat=True)
        answer, is_new = answer_many.prepare_answer(
            actor,
            name_stream(barrier.pk),
            dict.fromkeys(members),
            body,
            form_key=form_key,
            now=now,
            outcome=outcome,
            language=language,
        )
        if is_new:
            append_entry(
                stream=name_stream(barrier.pk),
                act="answer_members",
                actor=actor.label,
                at=now,
                facts={"answer": answer.pk, "cases": answer.items.count(), "outcome": outcome},
            )
    return answer


def take_back(actor: Actor, item_id: int, body: str, *, now: datetime) -> CommonAnswerItem:
    """Take the common answer back from one case, with words for its filer; the others keep it."""
    with transaction.atomic():
        Barrier.objects.select_for_update().get(pk=find_barrier_of_stream(answer_many.find_about(item_id)))
        return answer_many.take_back(actor, item_id, body, now=now)
