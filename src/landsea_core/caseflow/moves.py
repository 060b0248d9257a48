"""Which act is allowed in which state, by which side, and what it does to the steps. Everything is a row of `MOVES`;
`check_move` reads the rows and adds the few conditions that depend on more than the state."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from landsea_core.caseflow.refusals import Refusal, make_refusal
from landsea_core.caseflow.steps import EXTENSION_DAYS, MAX_HAND_OFFS, REOPEN_WITHIN
from landsea_core.caseflow.vocabulary import Act, Lane, Side, State, Step


@dataclass(frozen=True)
class Move:
    """One allowed move. `from_state` is None for filing. `ends` and `begins` name steps: a move that begins a step
    starts its clock afresh and unpaused, one that begins none leaves the clock as it is (`pauses`, `resumes` apart)."""

    act: Act
    from_state: State | None
    to_state: State
    sides: frozenset[Side]
    ends: Step | None = None
    begins: Step | None = None
    pauses: bool = False
    resumes: bool = False


OPEN_STATES = tuple(state for state in State if state is not State.CLOSED)
RUNNING_STEP: Mapping[State, Step | None] = MappingProxyType(
    {
        State.FILED: Step.ADMIT,
        State.ADMITTED: Step.ACCEPT,
        State.ACCEPTED: Step.ANSWER,
        State.ANSWERED: Step.SOLVE,
        State.PROPOSED: Step.CONFIRM,
        State.CLOSED: None,
    }
)
"""The step whose clock runs in each state: one at a time, none once the case is closed."""

_BEFORE_ANSWER = (State.FILED, State.ADMITTED, State.ACCEPTED)
_BEFORE_PROPOSAL = (*_BEFORE_ANSWER, State.ANSWERED)
_DESK = frozenset({Side.OFFICE, Side.COORDINATOR})
_FILER = frozenset({Side.FILER})
_COORDINATOR = frozenset({Side.COORDINATOR})
_CLOCK = frozenset({Side.CLOCK})


def _list_onward_moves(act: Act, from_states: Iterable[State], to_state: State, sides: frozenset[Side]) -> list[Move]:
    """Rows of an act that ends the running step and begins the one of `to_state`."""
    return [Move(act, s, to_state, sides, ends=RUNNING_STEP[s], begins=RUNNING_STEP[to_state]) for s in from_states]


def _list_staying_moves(
    act: Act, states: Iterable[State], sides: frozenset[Side], *, pauses: bool = False, resumes: bool = False
) -> list[Move]:
    """Rows of an act that leaves state and step as they are."""
    return [Move(act, s, s, sides, pauses=pauses, resumes=resumes) for s in states]


MOVES: tuple[Move, ...] = (
    Move(Act.FILE, None, State.FILED, _FILER | _COORDINATOR, begins=Step.ADMIT),
    *_list_onward_moves(Act.ADMIT, [State.FILED], State.ADMITTED, _DESK),
    *_list_staying_moves(Act.ASK_MISSING, [State.FILED], _DESK, pauses=True),
    # Accepting, answering and proposing include the steps before them: one good answer is one press of a button.
    *_list_onward_moves(Act.ACCEPT, [State.FILED, State.ADMITTED], State.ACCEPTED, _DESK),
    *_list_onward_moves(Act.NAME_RIGHT_DESK, _BEFORE_ANSWER, State.ADMITTED, _DESK),
    *_list_staying_moves(Act.ASK_FILER, [State.ADMITTED, State.ACCEPTED, State.ANSWERED], _DESK, pauses=True),
    *_list_staying_moves(Act.FILER_REPLIES, _BEFORE_PROPOSAL, _FILER, resumes=True),
    # Whoever writes was heard: the time to say whether it is solved begins anew, and no case of theirs closes as unheard.
    *_list_onward_moves(Act.FILER_REPLIES, [State.PROPOSED], State.PROPOSED, _FILER),
    *_list_onward_moves(Act.ANSWER, _BEFORE_ANSWER, State.ANSWERED, _DESK),
    # A common answer or outcome that does not fit this case is taken back; the case waits for its own again.
    *_list_onward_moves(Act.RETRACT_ANSWER, [State.ANSWERED], State.ACCEPTED, _DESK),
    *_list_onward_moves(Act.RETRACT_ANSWER, [State.PROPOSED], State.ANSWERED, _DESK),
    *_list_onward_moves(Act.PROPOSE_OUTCOME, _BEFORE_PROPOSAL, State.PROPOSED, _DESK),
    *_list_onward_moves(Act.CONFIRM, [State.PROPOSED], State.CLOSED, _FILER),
    *_list_onward_moves(Act.DISPUTE, [State.PROPOSED], State.ANSWERED, _FILER),
    *_list_onward_moves(Act.WITHDRAW, OPEN_STATES, State.CLOSED, _FILER),
    # Its desk takes a reopened case up again, or passes it on, within the short time of `accept`.
    *_list_onward_moves(Act.REOPEN, [State.CLOSED], State.ADMITTED, _FILER | _COORDINATOR),
    *_list_onward_moves(Act.HAND_ON, _BEFORE_PROPOSAL, State.CLOSED, _COORDINATOR),
    *_list_onward_moves(Act.REASSIGN, _BEFORE_PROPOSAL, State.ADMITTED, _COORDINATOR),
    *_list_staying_moves(Act.EXTEND, [State.ANSWERED], _DESK),
    *_list_onward_moves(Act.EXPIRE, [State.FILED], State.ADMITTED, _CLOCK),
    # These stay overdue and are shown so, whoever silence calls (`silence`); only a person can end them.
    *_list_staying_moves(Act.EXPIRE, [State.ADMITTED, State.ACCEPTED, State.ANSWERED], _CLOCK),
    *_list_onward_moves(Act.EXPIRE, [State.PROPOSED], State.CLOSED, _CLOCK),
)

MOVE_OF: Mapping[tuple[Act, State | None], Move] = {(move.act, move.from_state): move for move in MOVES}
"""The one move of an act in a state; no entry where the act is not allowed."""


def find_move(act: Act, state: State | None) -> Move | None:
    """The row of `MOVES` for this act in this state (None: before filing), or None where there is none."""
    return MOVE_OF.get((act, state))


def check_move(
    act: Act,
    state: State | None,
    *,
    role: Side | None = None,
    now: datetime | None = None,
    closed_at: datetime | None = None,
    lane: Lane = Lane.NORMAL,
    extended: bool = False,
    paused: bool = False,
) -> Refusal | None:
    """None when the act is possible, otherwise why not. `role` None leaves the side unchecked. `now` and `closed_at`
    (aware) are needed for reopening only. A third hand-off is allowed: it makes the coordinator accountable."""
    move = find_move(act, state)
    if move is None:
        code = "case_closed" if state is State.CLOSED else "not_closed" if act is Act.REOPEN else "wrong_state"
        return make_refusal(code)
    if role is not None and role not in move.sides:
        return make_refusal("not_your_part")
    if paused and (move.pauses or act is Act.EXPIRE):
        return make_refusal("already_asked" if move.pauses else "clock_paused")
    if act is Act.EXTEND and (extended or EXTENSION_DAYS[lane] is None):
        return make_refusal("already_extended" if extended else "no_extension_in_lane")
    if act is Act.REOPEN:
        return _refuse_late_reopening(closed_at, now)
    return None


def _refuse_late_reopening(closed_at: datetime | None, now: datetime | None) -> Refusal | None:
    if now is None or closed_at is None:
        raise ValueError("Reopening depends on time: give `now` and `closed_at`.")
    return make_refusal("reopen_too_late", days=REOPEN_WITHIN.days) if now - closed_at > REOPEN_WITHIN else None


def goes_to_coordinator(hand_offs: int) -> bool:
    """True when the next hand-off has to make the coordinator accountable, whichever desk is named."""
    return hand_offs >= MAX_HAND_OFFS
