"""Moves a case by itself when the deadline of its step passed, or the time of whoever silence called last. Done in a pool of
the watcher (`deadline_watcher`), which has locked the case.

1. Who is called next says the ladder of the step (`landsea_core.caseflow.silence`); where nobody is, nobody is waited for.
2. Once a case is late, the deadline that was missed stays its `due_at`; when the next one is called stands in `wakes_at`.
3. Whoever is called gets one mail. The filer gets one at the first silence and one when a dialogue shall take the case up;
   what happens in between stands in the mailbox. Everybody who has late cases reads of them once a day (`late_digest`).
4. On the last rung the case asks for the next dialogue; the watcher wakes the room of dialogues to take it in.
"""

from landsea.base.actors import SYSTEM
from landsea.cases.actions.act_under_way import Work
from landsea.cases.actions.move import make_move
from landsea.cases.actions.open_act import finish_act
from landsea.cases.actions.pool import Pool
from landsea.cases.deadline_mapping import find_next_call
from landsea.cases.mapping import make_snapshot
from landsea.cases.models import AgendaRequest, Case
from landsea.cases.notices import tell_called, tell_filer
from landsea_core.caseflow import LADDERS, Act, Called, Side, find_who_takes_over

SILENCE_OF_A_PERSON = ("accept", "answer")
"""Steps whose silence tells something about the desk's contact; a solution may be late for other reasons."""


def expire_step(pool: Pool, case: Case) -> None:
    """Make the move `expire`, tell whom it concerns and note it; on the last rung, ask for the next dialogue."""
    before, late_since = make_snapshot(case), case.due_at
    nobody = pool.known.rungs_with_nobody(case.desk, pool.now) if before.step in LADDERS else frozenset()
    calls = find_who_takes_over(before, nobody)
    facts = {"step": case.step, "calls": calls.value}
    work = Work(case, SYSTEM, "expire", None, pool.now, facts=facts, pool=pool)
    record = pool.running_step(case)
    if not before.silent or record.expired_at is None:
        work.rows.steps_expired.append((case.pk, pool.now))
        if case.step in SILENCE_OF_A_PERSON:
            work.rows.missed.append((pool.now, case.desk_id))
    work.change(wakes_at=None, wake_failures=0, wake_error="")
    make_move(work, Act.EXPIRE, role=Side.CLOCK, nobody_at=nobody)
    if case.silent_since is not None:
        _wait_for_whom_was_called(work, calls, late_since)
    _tell_of_silence(work, calls, is_first=not before.silent)
    finish_act(work)


def _wait_for_whom_was_called(work: Work, calls: Called, late_since) -> None:
    """Let the case be late since the deadline that was missed, and the next one be called when this one had their time."""
    case, waits = work.case, calls is Called.DIALOGUE
    work.change(due_at=late_since, wakes_at=None if waits else find_next_call(case, calls, work.now))
    for record in work.rows.steps_begun:
        record.reminders = []
    if waits:
        work.rows.agenda.append(AgendaRequest(case=case, asked_at=work.now, step=case.step))


def _next_facts(work: Work) -> dict[str, str]:
    """Who is called next when nobody answers, and when; empty where nobody is."""
    case = work.case
    if case.wakes_at is None or not case.called:
        return {}
    nobody = work.known.rungs_with_nobody(case.desk, work.now)
    return {"next": find_who_takes_over(make_snapshot(case), nobody).value, "next_at": case.wakes_at.isoformat()}


def _tell_of_silence(work: Work, calls: Called, *, is_first: bool) -> None:
    if calls is Called.DESK:
        return  # the receipt said that a case counts as complete when nobody asks for more
    about = {"step": work.facts["step"], "calls": calls.value}
    if is_first or calls is Called.DIALOGUE:
        tell_filer(work, "case_silence", **about, **_next_facts(work))
    tell_called(work, "case_late", calls, **about)
