"""Carries one move of the core's flow over to the rows: state, desk, running step and its deadline.

The core decides (`landsea_core.caseflow.after`); here is only what the rows must say afterwards.
"""

from collections.abc import Collection
from datetime import datetime

from django.utils.translation import gettext

from landsea.base.refusal import Refused
from landsea.base.translation.sentences import say_sentence
from landsea.cases.actions.act_under_way import Work
from landsea.cases.deadline_mapping import (
    compute_extended_due,
    compute_resumed_due,
    find_next_call,
    find_next_look,
    set_clock,
)
from landsea.cases.mapping import compute_deadline_of_step, make_snapshot
from landsea.cases.models import Involvement, StepRecord
from landsea.cases.models.involvement import InvolvementKind
from landsea_core.caseflow import (
    EXTENSION_DAYS,
    Act,
    Called,
    Lane,
    Outcome,
    Side,
    Snapshot,
    State,
    Step,
    apply_act,
    check_act,
    find_move,
)
from landsea_core.clock.deadlines import Deadline


def refuse_unless_allowed(work: Work, act: Act, *, desk=None, role: Side | None = None) -> Snapshot:
    """Return the case's snapshot when the act is possible now; raise Refused with the core's sentence otherwise."""
    before = make_snapshot(work.case)
    if work.case.merged_into_id:
        raise Refused(
            "merged",
            gettext("This case was merged into %(ref)s. Go on there.") % {"ref": work.case.merged_into.ref},
        )
    refused = check_act(act, before, role=role or work.side, now=work.now, desk=desk.pk if desk else None)
    if refused is not None:
        raise Refused(refused.code, say_sentence(refused.sentence))
    return before


def make_move(
    work: Work,
    act: Act,
    *,
    desk=None,
    outcome: Outcome | None = None,
    reason: str = "",
    role: Side | None = None,
    nobody_at: Collection[Called] = (),
) -> None:
    """Make a move on the case under work. `desk` is the one named for a hand-off or reassignment; `role` overrides the
    side that the core checks (the watcher acts as the clock); `nobody_at` names where silence finds nobody.
    Raises Refused when it is not possible.
    """
    case = work.case
    before = refuse_unless_allowed(work, act, desk=desk, role=role)
    named = desk.pk if desk else None
    later = apply_act(act, before, now=work.now, desk=named, outcome=outcome, nobody_at=nobody_at)
    move = find_move(act, before.state)
    work.facts.setdefault("move", act.value)
    proposed = later.outcome if later.state is State.PROPOSED else None
    work.change(
        state=later.state.value,
        step=later.step.value if later.step else "",
        hand_offs=later.hand_offs,
        extended=later.extended,
        silent_since=(case.silent_since or work.now) if later.silent else None,
        called=later.called.value if later.called else "",
        proposed_outcome=proposed.value if proposed else "",
        outcome=later.outcome.value if later.state is State.CLOSED else "",
        closed_at=later.closed_at,
    )
    if later.accountable_desk != before.accountable_desk:
        goes_there = named == later.accountable_desk
        change_desk(work, desk if goes_there else work.known.desk(later.accountable_desk), act.value, reason)
    if before.called is Called.DIALOGUE and not later.silent and before.step is not Step.SOLVE:
        work.rows.agenda_over.append((case.pk, work.now))
    silence_moves_desk = act is Act.EXPIRE and later.accountable_desk != before.accountable_desk
    if move.begins is not None or silence_moves_desk or later.state is State.CLOSED:
        end_step(work, act)
        if later.step is not None:
            begin_step(work)
    elif move.pauses and not before.paused:
        _pause_clock(work)
    elif move.resumes and before.paused:
        _resume_clock(work)
    if act is Act.EXTEND:
        _extend_deadline(work, reason)


def keep_late(work: Work, before: Snapshot, silent_since, late_since, *, called: Called | None) -> None:
    """Let a case that moved to another desk by no act of a person on it be late as it was `before`: since the deadline
    that was missed, with `called` as whom silence called last there; the time of whoever has it now runs.
    """
    if not before.silent:
        return
    further = before.called if called and before.called in (Called.SECRETARIAT, Called.DIALOGUE) else called
    waits = further is Called.DIALOGUE
    work.change(
        silent_since=silent_since,
        called=further.value if further else "",
        due_at=late_since or silent_since,
        wakes_at=None if waits else find_next_call(work.case, further or Called.COORDINATOR, work.now),
    )
    if waits:
        work.rows.agenda_over.clear()  # it asks for the dialogue as before
    for record in work.rows.steps_begun:
        record.reminders = []


def begin_step(work: Work) -> None:
    """Begin the case's current step at this desk and put its deadline on the case."""
    case = work.case
    due = compute_deadline_of_step(read_case_step(case), Lane(case.lane), case.desk, work.now)
    record = make_step(case, due, work.now)
    work.rows.steps_begun.append(record)
    work.change(due_at=record.due_at, wakes_at=find_next_look(record), paused_at=None)
    work.change(wake_failures=0, wake_error="")


def make_step(case, due: Deadline, now: datetime) -> StepRecord:
    """Return the row, not yet written, of the step that the case stands in, which begins at `now`."""
    record = StepRecord(case=case, step=case.step, desk=case.desk, began_at=now, calendar=due.calendar_label)
    set_clock(case, record, due, now)
    return record


def read_case_step(case):
    """Return the running step as the core's word."""
    return make_snapshot(case).step


def change_desk(work: Work, desk, act: str, reason: str) -> None:
    """Make another desk accountable, by this act and for this reason; the running step stays as it is, and no other desk is
    meant any more.
    """
    case = work.case
    work.rows.desks_left.append((case.pk, work.now))
    work.rows.desks_come.append(
        Involvement(
            case=case,
            desk=desk,
            kind=InvolvementKind.ACCOUNTABLE,
            since=work.now,
            act=act,
            reason=reason,
        )
    )
    work.facts |= {"from_desk": case.desk_id, "to_desk": desk.pk}
    work.change(desk=desk, desk_since=work.now, meant_desk=None)


def end_step(work: Work, act: Act) -> None:
    """End the running step by this act; the case has no deadline until the next one begins."""
    work.rows.steps_ended.append((work.case.pk, work.now, act.value))
    work.change(due_at=None, wakes_at=None, paused_at=None)


def _pause_clock(work: Work) -> None:
    record = work.running_step()
    record.paused_at = work.now
    work.rows.steps_changed.append(record)
    work.change(paused_at=work.now, due_at=None, wakes_at=None)


def _resume_clock(work: Work) -> None:
    record = work.running_step()
    if work.case.silent_since is not None:
        _resume_silence(work, record)
        return
    due = compute_resumed_due(work.case, record, work.now)
    to_come = {share for share, _at in record.reminders}
    record.pauses = [*record.pauses, [record.paused_at.isoformat(), work.now.isoformat()]]
    record.paused_at = None
    set_clock(work.case, record, due, work.now)
    record.reminders = [row for row in record.reminders if row[0] in to_come]
    work.rows.steps_changed.append(record)
    work.change(paused_at=None, due_at=record.due_at, wakes_at=find_next_look(record))


def _resume_silence(work: Work, record: StepRecord) -> None:
    """Let the clock of a late case run again: late since it was missed, and whoever was called has their time over again."""
    case = work.case
    record.pauses = [*record.pauses, [record.paused_at.isoformat(), work.now.isoformat()]]
    record.paused_at = None
    work.rows.steps_changed.append(record)
    called = Called(case.called) if case.called else None
    waits = called is None or called is Called.DIALOGUE
    work.change(
        paused_at=None,
        due_at=min(record.due_at, case.silent_since),
        wakes_at=None if waits else find_next_call(case, called, work.now),
    )


def _extend_deadline(work: Work, reason: str) -> None:
    record = work.running_step()
    days = EXTENSION_DAYS[Lane(work.case.lane)]
    set_clock(work.case, record, compute_extended_due(work.case, record, days), work.now)
    record.extended_by_days, record.extension_reason = days, reason
    work.rows.steps_changed.append(record)
    if record.paused_at is None:
        work.change(due_at=record.due_at, wakes_at=find_next_look(record))
