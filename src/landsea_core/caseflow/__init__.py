"""The flow of a case: its words, the time of each step, the allowed moves and what they do. Pure data and functions;
counting time is `landsea_core.clock`, finding the desk `landsea_core.routing`, storing anything the Django project."""

from landsea_core.caseflow.acts import apply_act, check_act, find_who_takes_over, open_case
from landsea_core.caseflow.moves import (
    MOVES,
    OPEN_STATES,
    RUNNING_STEP,
    Move,
    check_move,
    find_move,
    goes_to_coordinator,
)
from landsea_core.caseflow.refusals import SENTENCES, MoveRefused, Refusal
from landsea_core.caseflow.silence import LADDERS, allow_time, list_rungs_to_come
from landsea_core.caseflow.snapshot import Snapshot
from landsea_core.caseflow.steps import (
    EXTENSION_DAYS,
    MAX_HAND_OFFS,
    REMINDERS,
    REOPEN_WITHIN,
    STEPS,
    Allowance,
)
from landsea_core.caseflow.vocabulary import (
    PROPOSABLE,
    Act,
    Called,
    Lane,
    MessageKind,
    Outcome,
    Side,
    State,
    Step,
    Visibility,
)

__all__ = [
    "EXTENSION_DAYS",
    "LADDERS",
    "MAX_HAND_OFFS",
    "MOVES",
    "OPEN_STATES",
    "PROPOSABLE",
    "REMINDERS",
    "REOPEN_WITHIN",
    "RUNNING_STEP",
    "SENTENCES",
    "STEPS",
    "Act",
    "Allowance",
    "Called",
    "Lane",
    "MessageKind",
    "Move",
    "MoveRefused",
    "Outcome",
    "Refusal",
    "Side",
    "Snapshot",
    "State",
    "Step",
    "Visibility",
    "allow_time",
    "apply_act",
    "check_act",
    "check_move",
    "find_move",
    "goes_to_coordinator",
    "list_rungs_to_come",
    "open_case",
    "find_who_takes_over",
]
