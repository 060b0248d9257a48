"""What somebody does who looks at a case, and when somebody looks next. Only chance and habit decide here; whether it is
allowed, the acts decide."""

from datetime import datetime, timedelta
from enum import StrEnum
from random import Random

from landsea.cases.models import Case
from landsea_core.caseflow import Act, State
from landsea_demo.simulation.cast import Habit, People, Worker


class Looks(StrEnum):
    """Who looks at a case next; `FOLLOW_UP`: the coordinator, after a dialogue talked about it."""

    OFFICE = "office"
    FILER = "filer"
    COORDINATOR = "coordinator"
    FOLLOW_UP = "follow_up"


USUAL_DELAY = {Habit.PROMPT: timedelta(hours=20), Habit.SLOW: timedelta(days=5), Habit.WRONG_DESK: timedelta(days=1)}
URGENT_DELAY = {
    Habit.PROMPT: timedelta(minutes=25),
    Habit.SLOW: timedelta(hours=5),
    Habit.WRONG_DESK: timedelta(minutes=40),
}


def choose_who_acts(people: People, case: Case, at: datetime) -> Worker | None:
    """Return who of the desk does something about a case now: the holder; whoever stands in while the holder is away or
    was called by a silence; nobody when those never act."""
    holder, deputy, head = people.holder, people.deputy, people.head
    if holder.is_here(at):
        if holder.habit.acts:
            return holder
        stands_in = [deputy, head] if case.silent_since else []
    else:
        stands_in = [deputy] if deputy and not case.silent_since else [deputy, head]
    return next((one for one in stands_in if one and one.habit.acts and one.is_here(at)), None)


def choose_office_act(worker: Worker, case: Case, chance: Random, *, is_coordinator: bool) -> Act | None:
    """Return what the desk's person does with the case as it stands; None: they wait for the filer."""
    state = State(case.state)
    if case.paused_at is not None or state in (State.PROPOSED, State.CLOSED):
        return None
    if state is State.ACCEPTED:
        return chance.choices((Act.ANSWER, Act.ASK_FILER), (6, 1))[0]
    if state is State.ANSWERED:
        longer = case.lane == "normal" and not case.extended and chance.random() < 0.08
        return Act.EXTEND if longer else Act.PROPOSE_OUTCOME
    if is_coordinator:
        return chance.choices((Act.REASSIGN, Act.ANSWER, Act.HAND_ON), (6, 2, 1))[0]
    wrong = worker.habit is Habit.WRONG_DESK and chance.random() < 0.7
    return Act.NAME_RIGHT_DESK if wrong else chance.choices((Act.ACCEPT, Act.ANSWER, Act.ASK_FILER), (7, 2, 1))[0]


def choose_filer_act(case: Case, chance: Random) -> Act | None:
    """Return what the filer does with the case as it stands; None: nothing, ever."""
    if case.paused_at is not None:
        return chance.choices((Act.FILER_REPLIES, Act.WITHDRAW), (12, 1))[0]
    if case.state == State.PROPOSED:
        return chance.choices((Act.CONFIRM, Act.DISPUTE), (11, 1))[0]
    if case.state == State.CLOSED:
        return Act.REOPEN
    return None


def draw_office_delay(worker: Worker, case: Case, chance: Random) -> timedelta:
    """Return after what time this person looks at a case again."""
    usual = (URGENT_DELAY if case.lane == "urgent" else USUAL_DELAY)[worker.habit]
    return usual * chance.uniform(0.3, 2.2)


def draw_filer_delay(case: Case, chance: Random) -> timedelta | None:
    """Return after what time the filer does something; None for one who never will."""
    if chance.random() < (0.06 if case.paused_at is not None else 0.2):
        return None
    return timedelta(hours=chance.uniform(0.2, 6)) if case.lane == "urgent" else timedelta(days=chance.uniform(0.3, 9))
