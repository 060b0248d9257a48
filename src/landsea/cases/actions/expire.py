"""A step's deadline passed: the case moves by itself."""

from django.db import transaction

from landsea.accounts.actors import SYSTEM
from landsea.cases.actions.doing import Work, finish
from landsea.cases.actions.move import make_move
from landsea.cases.facts import snapshot_of
from landsea.cases.models import Case, StepRecord
from landsea.cases.notices import tell_called, tell_filer
from landsea_core.caseflow import Act, Side, silence_calls


def expire(case_id: int, *, now) -> bool:
    """Act on a running step that fell due before `now` (aware); return whether it was done here.

    1. Lock the case's row, skipping it when somebody else holds it: they will leave a state of their own.
    2. Look again: not closed, not paused, due in the past, and this silence not acted on yet (`silent_since` empty,
       or the step is acceptance, where the second silence brings the coordinator).
    3. Make the move `expire`, tell whom it concerns, write the audit row; all in one transaction.
    """
    with transaction.atomic():
        case = (
            Case.objects.select_for_update(of=("self",), skip_locked=True)
            .select_related("desk__office")
            .filter(pk=case_id, closed_at=None, paused_at=None, due_at__lte=now)
            .first()
        )
        if case is None or (case.silent_since and case.step != "accept"):
            return False
        calls = silence_calls(snapshot_of(case))
        work = Work(case, SYSTEM, "expire", None, now, facts={"step": case.step, "calls": calls})
        StepRecord.objects.filter(case=case, ended_at=None).update(expired_at=now)
        make_move(work, Act.EXPIRE, role=Side.CLOCK)
        tell_filer(work, "case_silence", step=work.facts["step"], calls=calls)
        tell_called(work, "case_late", calls, step=work.facts["step"], calls=calls)
        finish(work)
    return True
