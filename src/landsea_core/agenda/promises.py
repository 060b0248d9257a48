"""Action items: whether a promise was kept, when its owner is reminded, and whether anything changed afterwards."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class PromiseState(StrEnum):
    """Where a promise stands on a day."""

    OPEN = "open"
    DUE_SOON = "due_soon"
    LATE = "late"
    KEPT = "kept"
    KEPT_LATE = "kept_late"


SOON = timedelta(days=14)
LAST_CALL = timedelta(days=3)
WEEK = timedelta(days=7)
COMPARED = timedelta(days=30)


@dataclass(frozen=True)
class Reminder:
    """A reminder that is owed: a code (in_14_days, in_3_days, late) and, for late ones, which week (0 the first)."""

    code: str
    week: int = 0

    @property
    def key(self) -> str:
        """Tells one reminder of an action from the next: each is sent once."""
        return f"{self.code}:{self.week}"


def derive_promise_state(due: date, done_on: date | None, today: date) -> PromiseState:
    """Return where a promise stands `today`. Done on its due day is kept."""
    if done_on is not None:
        return PromiseState.KEPT if done_on <= due else PromiseState.KEPT_LATE
    if today > due:
        return PromiseState.LATE
    return PromiseState.DUE_SOON if due - today <= SOON else PromiseState.OPEN


def find_due_reminder(due: date, agreed_on: date, today: date) -> Reminder | None:
    """Return the reminder that an action not yet done owes its desk `today`, or None. Asked daily or seldom, it names the
    newest only, so that nobody gets three at once; one that would have fallen before the action was agreed is left out.
    """
    if today > due:
        return Reminder("late", (today - due - timedelta(days=1)) // WEEK)
    if due - today <= LAST_CALL and due - LAST_CALL >= agreed_on:
        return Reminder("in_3_days")
    if due - today <= SOON and due - SOON >= agreed_on:
        return Reminder("in_14_days")
    return None


def count_cases_around(filed: Iterable[date], done_on: date, today: date) -> tuple[int, int] | None:
    """Return how many cases were filed in the 30 days up to the day the action was done, and in the 30 days after it;
    None until those 30 days have passed, because half a month would flatter.
    """
    if today <= done_on + COMPARED:
        return None
    days = list(filed)
    before = sum(done_on - COMPARED < day <= done_on for day in days)
    after = sum(done_on < day <= done_on + COMPARED for day in days)
    return before, after
