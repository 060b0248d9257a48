"""Maps a case's rows to the core's flow and clock."""

from functools import lru_cache

from landsea.directory import access as directory_access
from landsea.directory.office_calendars import make_calendar_of_office
from landsea_core.caseflow import STEPS, Called, Lane, Outcome, Snapshot, State, Step
from landsea_core.clock.calendar import Calendar
from landsea_core.clock.deadlines import Deadline, compute_deadline


def make_snapshot(case) -> Snapshot:
    """Return the case as the core's flow sees it; desks are row ids. A merged case has no outcome of its own and is
    seen as withdrawn, so that no act fits it.
    """
    state = State(case.state)
    shown = case.outcome or case.proposed_outcome
    if state is State.CLOSED and not shown:
        shown = Outcome.WITHDRAWN
    return Snapshot(
        state=state,
        lane=Lane(case.lane),
        step=Step(case.step) if case.step else None,
        accountable_desk=case.desk_id,
        coordinator_desk=find_coordinator_desk_id(),
        hand_offs=case.hand_offs,
        paused=case.paused_at is not None,
        extended=case.extended,
        silent=case.silent_since is not None,
        called=Called(case.called) if case.called else None,
        outcome=Outcome(shown) if shown and state in (State.PROPOSED, State.CLOSED) else None,
        closed_at=case.closed_at,
    )


@lru_cache(maxsize=1)
def _coordinator_id() -> int:
    return directory_access.find_coordinator_desk().pk


def find_coordinator_desk_id() -> int:
    """Return the row id of the coordinator's desk; it never changes while an installation lives."""
    return _coordinator_id()


def find_calendar(desk) -> Calendar:
    """Return the calendar by which this desk's deadlines run."""
    return make_calendar_of_office(desk.office)


def compute_deadline_of_step(step: Step, lane: Lane, desk, start) -> Deadline:
    """Return when a step that begins at `start` (aware) falls due at this desk in this lane."""
    allowance = STEPS[lane][step]
    return compute_deadline(find_calendar(desk), start, days=allowance.days, hours=allowance.hours)
