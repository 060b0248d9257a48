"""Moves a case by itself when the deadline of its step passed. Done in a pool of the watcher (`deadline_watcher`), which has
locked the case and looked whether this silence was acted on already.
"""

from landsea.base.actors import SYSTEM
from landsea.cases.actions.act_under_way import Work
from landsea.cases.actions.move import make_move
from landsea.cases.actions.open_act import finish_act
from landsea.cases.actions.pool import Pool
from landsea.cases.mapping import snapshot_of
from landsea.cases.models import AgendaRequest, Case
from landsea.cases.notices import tell_called, tell_filer
from landsea_core.caseflow import Act, Side, who_takes_over

SILENCE_OF_A_PERSON = ("accept", "answer")
"""Steps whose silence tells something about the desk's contact; a solution may be late for other reasons."""


def expire_step(pool: Pool, case: Case) -> None:
    """Make the move `expire`, tell whom it concerns and note it; without a solution, ask for the next dialogue."""
    calls = who_takes_over(snapshot_of(case))
    work = Work(case, SYSTEM, "expire", None, pool.now, facts={"step": case.step, "calls": calls}, pool=pool)
    work.rows.steps_expired.append((case.pk, pool.now))
    work.change(wakes_at=None, wake_failures=0)
    if case.step in SILENCE_OF_A_PERSON:
        work.rows.missed.append((pool.now, case.desk_id))
    make_move(work, Act.EXPIRE, role=Side.CLOCK)
    if calls == "dialogue":
        work.rows.agenda.append(AgendaRequest(case=case, asked_at=pool.now))
    tell_filer(work, "case_silence", step=work.facts["step"], calls=calls)
    tell_called(work, "case_late", calls, step=work.facts["step"], calls=calls)
    finish_act(work)
