"""Which acts a person can do on a case right now: the core's table, narrowed by who may act for the desk today."""

from datetime import datetime

from landsea.base.actors import Actor
from landsea.cases.access import ACTS_BY_LINK, answers_by_link, find_side
from landsea.cases.mapping import make_snapshot
from landsea.cases.models import Case
from landsea.directory.acting_people import may_act_for
from landsea_core.caseflow import Act, Side, check_act

OFFICE_ACTS = {
    "accept": Act.ACCEPT,
    "answer": Act.ANSWER,
    "ask_filer": Act.ASK_FILER,
    "propose_outcome": Act.PROPOSE_OUTCOME,
    "extend": Act.EXTEND,
    "name_right_desk": Act.NAME_RIGHT_DESK,
}
FILER_ACTS = {
    "reply": Act.FILER_REPLIES,
    "confirm": Act.CONFIRM,
    "dispute": Act.DISPUTE,
    "withdraw": Act.WITHDRAW,
    "reopen": Act.REOPEN,
}
COORDINATOR_ACTS = {"reassign": Act.REASSIGN, "hand_on": Act.HAND_ON}


def list_possible_acts(actor: Actor, case: Case, now: datetime) -> frozenset[str]:
    """Return the names of the acts that would not be refused to this actor at `now` (aware)."""
    if case.merged_into_id:
        return frozenset()
    side = find_side(actor, case)
    found: set[str] = set()
    if side is Side.FILER:
        found |= _acts_allowed(FILER_ACTS, case, side, now)
    if answers_by_link(actor, case):
        found |= _acts_allowed(OFFICE_ACTS, case, side, now) | {"message"}
        if case.state == "filed" and case.paused_at is None:
            found.add("ask_filer")
        return frozenset(found & ACTS_BY_LINK)
    if side in (Side.OFFICE, Side.COORDINATOR):
        called = case.silent_since is not None
        if actor.is_coordinator or may_act_for(actor, case.desk, now, called=called):
            found |= _acts_allowed(OFFICE_ACTS, case, side, now) | {"consult", "end_consultation", "classify"}
            if case.state == "filed" and case.paused_at is None:
                found.add("ask_filer")
        found.add("message")
    if actor.is_coordinator:
        found |= _acts_allowed(COORDINATOR_ACTS, case, Side.COORDINATOR, now) | {"link", "split", "redact"}
        if case.closed_at is None:
            found.add("merge")
    return frozenset(found)


def _acts_allowed(acts: dict[str, Act], case: Case, side: Side, now: datetime) -> set[str]:
    snapshot = make_snapshot(case)
    return {name for name, act in acts.items() if check_act(act, snapshot, role=side, now=now) is None}
