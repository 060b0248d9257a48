"""What each act makes of a case. The rows of `moves` say what is allowed; here is only what they do to accountability,
silence, outcome and pause.
"""

from collections.abc import Hashable
from dataclasses import replace
from datetime import datetime
from typing import Any

from landsea_core.caseflow.moves import MOVE_OF, check_move, goes_to_coordinator
from landsea_core.caseflow.refusals import MoveRefused, Refusal, make_refusal
from landsea_core.caseflow.snapshot import Snapshot
from landsea_core.caseflow.vocabulary import PROPOSABLE, Act, Lane, Outcome, Side, State, Step

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
) -> Snapshot:
    """The case after the act. `now` (aware) is needed to close or reopen, `desk` to hand off or reassign, `outcome` to
    propose one. Raises MoveRefused when the act is not possible, ValueError when one of those is missing or unfit.

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
        changes |= {"step": move.begins, "paused": False, "silent": False, "outcome": None, "closed_at": None}
    if move.pauses or move.resumes:
        changes["paused"] = move.pauses
    if act is Act.EXTEND:
        changes |= {"extended": True, "silent": False}
    elif act is Act.PROPOSE_OUTCOME:
        changes["outcome"] = outcome
    elif act is Act.REASSIGN:
        changes["accountable_desk"] = desk
    elif act is Act.NAME_RIGHT_DESK:
        changes |= _hand_off(case, desk)
    elif act is Act.EXPIRE:
        changes |= _note_silence(case)
    if move.to_state is State.CLOSED:
        if now is None:
            raise ValueError("Closing depends on time: give `now`.")
        changes |= {"outcome": _CLOSING_OUTCOME.get(act, case.outcome), "closed_at": now}
    return replace(case, **changes)


def _hand_off(case: Snapshot, desk: Hashable) -> dict[str, Any]:
    if case.accountable_desk == case.coordinator_desk:
        return {"accountable_desk": desk}
    if goes_to_coordinator(case.hand_offs):
        return {"accountable_desk": case.coordinator_desk}
    return {"accountable_desk": desk, "hand_offs": case.hand_offs + 1}


def _note_silence(case: Snapshot) -> dict[str, Any]:
    called = who_takes_over(case)
    if called == "coordinator":
        return {"accountable_desk": case.coordinator_desk, "silent": False}
    return {"silent": called in ("deputy", "head", "dialogue", "nobody")}


def who_takes_over(case: Snapshot) -> str:
    """Who or what takes over when the running step expires now: `deputy`, `coordinator`, `head`, `dialogue` (agenda of
    the next one), `filer` (the case closes, and may be reopened), `desk` (admitted by itself: the same desk goes on) or
    `nobody` (closed; or the coordinator's own desk is silent after its deputy was called: shown on its board)."""
    if case.state is State.ADMITTED:
        if not case.silent:
            return "deputy"
        return "nobody" if case.accountable_desk == case.coordinator_desk else "coordinator"
    return {
        State.FILED: "desk",
        State.ACCEPTED: "head",
        State.ANSWERED: "dialogue",
        State.PROPOSED: "filer",
        State.CLOSED: "nobody",
    }[case.state]
