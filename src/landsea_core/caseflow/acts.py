"""What each act makes of a case. The rows of `moves` say what is allowed; here is only what they do to accountability,
silence, outcome and pause.
"""

from collections.abc import Collection, Hashable
from dataclasses import replace
from datetime import datetime
from typing import Any

from landsea_core.caseflow.moves import MOVE_OF, check_move, goes_to_coordinator
from landsea_core.caseflow.refusals import MoveRefused, Refusal, make_refusal
from landsea_core.caseflow.silence import list_rungs_to_come
from landsea_core.caseflow.snapshot import Snapshot
from landsea_core.caseflow.vocabulary import PROPOSABLE, Act, Called, Lane, Outcome, Side, State, Step

_CLOSING_OUTCOME = {Act.WITHDRAW: Outcome.WITHDRAWN, Act.EXPIRE: Outcome.NOT_CONFIRMED, Act.HAND_ON: Outcome.HANDED_ON}


def open_case(lane: Lane, *, desk: Hashable, coordinator_desk: Hashable) -> Snapshot:
    """The case right after filing, with the desk that routing found (the coordinator's desk when it found none)."""
    return Snapshot(State.FILED, lane, Step.ADMIT, desk, coordinator_desk)


def check_act(
    act: Act, case: Snapshot, *, role: Side | None = None, now: datetime | None = None, desk: Hashable = None
) -> Refusal | None:
    """`check_move` for a snapshot; also refuses to pass a case to the desk that has it already (`desk`: the one named)."""
    found = check_move(
        act,
        case.state,
        role=role,
        now=now,
        closed_at=case.closed_at,
        lane=case.lane,
        extended=case.extended,
        paused=case.paused,
    )
    if found is None and act in (Act.NAME_RIGHT_DESK, Act.REASSIGN) and desk == case.accountable_desk:
        return make_refusal("same_desk")
    return found


def apply_act(
    act: Act,
    case: Snapshot,
    *,
    now: datetime | None = None,
    desk: Hashable = None,
    outcome: Outcome | None = None,
    nobody_at: Collection[Called] = (),
) -> Snapshot:
    """The case after the act. `now` (aware) is needed to close or reopen, `desk` to hand off or reassign, `outcome` to
    propose one; `nobody_at` names the rungs at which a silence finds nobody. Raises MoveRefused when the act is not
    possible, ValueError when one of those is missing or unfit.

    >>> case = open_case(Lane.NORMAL, desk="rail", coordinator_desk="coordinator")
    >>> apply_act(Act.ACCEPT, case).state
    <State.ACCEPTED: 'accepted'>
    """
    if act in (Act.NAME_RIGHT_DESK, Act.REASSIGN) and desk is None:
        raise ValueError("Say which desk the case goes to.")
    if act is Act.PROPOSE_OUTCOME and outcome not in PROPOSABLE:
        raise ValueError("Propose one of the outcomes in PROPOSABLE.")
    refused = check_act(act, case, now=now, desk=desk)
    if refused is not None:
        raise MoveRefused(refused)
    move = MOVE_OF[act, case.state]
    changes: dict[str, Any] = {"state": move.to_state}
    if move.begins is not None or move.to_state is State.CLOSED:
        changes |= {"step": move.begins, "paused": False, "silent": False, "called": None}
        changes |= {"outcome": None, "closed_at": None}
    if move.pauses or move.resumes:
        changes["paused"] = move.pauses
    if act is Act.EXPIRE:
        changes |= _note_silence(case, find_who_takes_over(case, nobody_at))
    else:
        changes |= _change_more(act, case, desk, outcome)
    if move.to_state is State.CLOSED:
        if now is None:
            raise ValueError("Closing depends on time: give `now`.")
        changes |= {"outcome": _CLOSING_OUTCOME.get(act, case.outcome), "closed_at": now}
    return replace(case, **changes)


def _change_more(act: Act, case: Snapshot, desk: Hashable, outcome: Outcome | None) -> dict[str, Any]:
    """What the act changes beside state, step and pause."""
    match act:
        case Act.EXTEND:
            return {"extended": True, "silent": False, "called": None}
        case Act.PROPOSE_OUTCOME:
            return {"outcome": outcome}
        case Act.FILER_REPLIES:
            return {"outcome": case.outcome}
        case Act.REASSIGN:
            return {"accountable_desk": desk}
        case Act.NAME_RIGHT_DESK:
            return _hand_off(case, desk)
    return {}


def _hand_off(case: Snapshot, desk: Hashable) -> dict[str, Any]:
    if case.accountable_desk == case.coordinator_desk:
        return {"accountable_desk": desk}
    if goes_to_coordinator(case.hand_offs):
        return {"accountable_desk": case.coordinator_desk}
    return {"accountable_desk": desk, "hand_offs": case.hand_offs + 1}


def _note_silence(case: Snapshot, called: Called) -> dict[str, Any]:
    if called in (Called.DESK, Called.FILER):
        return {}
    takes_desk = called is Called.COORDINATOR and case.state is State.ADMITTED
    return {
        "silent": True,
        "called": called,
        "accountable_desk": case.coordinator_desk if takes_desk else case.accountable_desk,
    }


def find_who_takes_over(case: Snapshot, nobody_at: Collection[Called] = ()) -> Called:
    """Return who takes over if time runs out now: the time of the running step, or of the person whom silence called last.
    `nobody_at` names the rungs at which nobody is: they are passed over.

    >>> case = apply_act(Act.ADMIT, open_case(Lane.NORMAL, desk="rail", coordinator_desk="coordinator"))
    >>> str(find_who_takes_over(case)), str(find_who_takes_over(case, {Called.DEPUTY}))
    ('deputy', 'coordinator')
    """
    if case.state is State.FILED:
        return Called.DESK
    if case.state is State.PROPOSED:
        return Called.FILER
    if case.step is None:
        return Called.NOBODY
    at_coordinator = case.accountable_desk == case.coordinator_desk
    return list_rungs_to_come(case.step, case.called, at_coordinator=at_coordinator, nobody_at=nobody_at)[0]
