"""An operator lets the step of a case begin anew whose deadline cannot be computed: what was kept of the step is wrong.

1. Lock the case, and look whether the watcher has put it aside.
2. The step is the one that belongs to the case's state; its days count from now, and nobody counts as silent.
3. The case is looked at as any other from then on. What the step was before stands in the audit.
"""

from datetime import datetime

from django.db import transaction

from landsea.base.actors import Actor
from landsea.cases.actions.act_under_way import Work
from landsea.cases.actions.move import begin_step
from landsea.cases.actions.open_act import finish_act
from landsea.cases.models import Case
from landsea_core.caseflow import RUNNING_STEP, State

ACT = "begin_step_anew"


def begin_step_anew(actor: Actor, ref: str, now: datetime) -> bool:
    """Begin the step of a case that is put aside anew at `now` (aware); False when it is put aside no more, or its state is
    none.
    """
    with transaction.atomic():
        case = (
            Case.objects.select_for_update(of=("self",))
            .select_related("desk__office")
            .filter(ref=ref, wake_failures__gt=0, closed_at=None)
            .first()
        )
        if case is None or case.state not in set(State):
            return False
        step = RUNNING_STEP[State(case.state)]
        work = Work(case, actor, ACT, None, now, facts={"step": step, "was": case.step, **_times_of(case)})
        work.rows.steps_ended.append((case.pk, now, ACT))
        work.change(step=step, silent_since=None, called="")
        begin_step(work)
        finish_act(work)
    return True


def _times_of(case: Case) -> dict[str, str]:
    """Return until when the step that ends had time, and since when somebody is silent about it, as the audit keeps them."""
    times = {"was_due": case.due_at, "was_silent_since": case.silent_since}
    return {name: at.isoformat() for name, at in times.items() if at is not None}
