"""One answer, citing a rule that changed, to the open cases that it touches; and taking it back from one of them. Noted in
the measure's own chain; how it is sent to each case is the cases app's own act (`landsea.cases.actions.answer_many`)."""

import uuid
from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from landsea.base.actors import Actor
from landsea.base.audit.actions.append import append_entry
from landsea.cases.actions import answer_many
from landsea.cases.models import CommonAnswer, CommonAnswerItem
from landsea.consequences import access
from landsea.rules import access as rules_access
from landsea.rules.models import Measure
from landsea.rules.stream import find_code, measure_stream


def answer_touched(
    actor: Actor,
    version_id: int,
    cases: Mapping[int, int],
    body: str,
    *,
    form_key: uuid.UUID,
    now: datetime,
    outcome: str = "",
    language: str = "",
) -> CommonAnswer:
    """Prepare one answer for those of `cases` (by id, with the version that was looked at) that the version touches and
    the actor answers for; `answer_many.send_waiting` then sends it. It cites the measure as it counts now; after a
    withdrawal that left no version it cites none. The same form twice is one. Raises Refused, PermissionDenied, Http404.
    """
    version = access.find_version_that_answers(version_id)
    touched = {case.pk for case in access.list_cases_to_answer(actor, version)}
    code = version.measure.code
    with transaction.atomic():
        measure = Measure.objects.select_for_update().get(pk=version.measure_id)
        _counts, gone = rules_access.make_cites([code])
        answer, is_new = answer_many.prepare_answer(
            actor,
            measure_stream(code),
            {pk: seen for pk, seen in cases.items() if pk in touched},
            body,
            form_key=form_key,
            now=now,
            outcome=outcome,
            language=language,
            cites=[] if gone else [code],
        )
        if is_new:
            append_entry(
                stream=measure_stream(measure.code),
                act="answer_touched",
                actor=actor.label,
                at=now,
                facts={"answer": answer.pk, "version": version.number, "cases": answer.items.count()},
            )
    return answer


def take_back(actor: Actor, item_id: int, body: str, *, now: datetime) -> CommonAnswerItem:
    """Take the answer back from one case, with words for its filer; the others keep it."""
    with transaction.atomic():
        Measure.objects.select_for_update().get(code=find_code(answer_many.find_about(item_id)))
        return answer_many.take_back(actor, item_id, body, now=now)
