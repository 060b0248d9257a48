"""The closed lists of words a case is described with. Nothing here decides anything; see `steps` and `moves`."""

from enum import StrEnum


class State(StrEnum):
    """Where a case stands. Silence and pausing are not states of their own: see `Snapshot`."""

    FILED = "filed"
    ADMITTED = "admitted"
    ACCEPTED = "accepted"
    ANSWERED = "answered"
    PROPOSED = "proposed"
    CLOSED = "closed"


class Outcome(StrEnum):
    """How a case ended; statistics are kept by outcome, never as one figure of "resolved"."""

    FIXED = "fixed"
    WORKAROUND = "workaround"
    EXPLAINED_NO_CHANGE = "explained_no_change"
    NOT_A_BARRIER = "not_a_barrier"
    WITHDRAWN = "withdrawn"
    NOT_CONFIRMED = "not_confirmed"
    HANDED_ON = "handed_on"


PROPOSABLE = frozenset({Outcome.FIXED, Outcome.WORKAROUND, Outcome.EXPLAINED_NO_CHANGE, Outcome.NOT_A_BARRIER})
"""The outcomes a desk may propose; the other three follow from a withdrawal, a silence or a hand-on."""


class Lane(StrEnum):
    """How fast the clock of a case runs: in working days, or (goods waiting at a border) in hours day and night."""

    NORMAL = "normal"
    URGENT = "urgent"


class Visibility(StrEnum):
    """Who may know who the filer is."""

    NAMED = "named"
    COORDINATOR_ONLY = "coordinator_only"
    PSEUDONYMOUS = "pseudonymous"


class MessageKind(StrEnum):
    """Who reads a message: all sides, the offices among themselves, or the writer's own office."""

    ALL = "all"
    OFFICES = "offices"
    INTERNAL = "internal"


class Side(StrEnum):
    """On whose behalf somebody acts. Holder, deputy and head act for the office; `CLOCK` is a deadline that passed."""

    FILER = "filer"
    OFFICE = "office"
    COORDINATOR = "coordinator"
    CLOCK = "clock"


class Step(StrEnum):
    """What the running deadline waits for."""

    ADMIT = "admit"
    ACCEPT = "accept"
    ANSWER = "answer"
    SOLVE = "solve"
    CONFIRM = "confirm"


class Called(StrEnum):
    """Who or what takes over at a silence. `DESK`: the same desk goes on; `FILER`: the case closes, and the filer may reopen
    it; `SECRETARIAT`: the head of the coordinator's office; `NOBODY`: there is nothing to take over."""

    DESK = "desk"
    DEPUTY = "deputy"
    HEAD = "head"
    COORDINATOR = "coordinator"
    SECRETARIAT = "secretariat"
    DIALOGUE = "dialogue"
    FILER = "filer"
    NOBODY = "nobody"


class Act(StrEnum):
    """What can be done to a case. `NAME_RIGHT_DESK` is a hand-off; `HAND_ON` sends an out-of-scope case elsewhere."""

    FILE = "file"
    ADMIT = "admit"
    ASK_MISSING = "ask_missing"
    ACCEPT = "accept"
    NAME_RIGHT_DESK = "name_right_desk"
    ASK_FILER = "ask_filer"
    FILER_REPLIES = "filer_replies"
    ANSWER = "answer"
    RETRACT_ANSWER = "retract_answer"
    PROPOSE_OUTCOME = "propose_outcome"
    CONFIRM = "confirm"
    DISPUTE = "dispute"
    WITHDRAW = "withdraw"
    REOPEN = "reopen"
    HAND_ON = "hand_on"
    REASSIGN = "reassign"
    EXTEND = "extend"
    EXPIRE = "expire"
