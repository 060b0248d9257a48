"""When a barrier closes and when it opens again. A barrier is not closed by saying so: what was promised has to be done
*and* new cases have to stay away for thirty days. When they come back, it opens by itself.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

QUIET = timedelta(days=30)


class ClosingVerdict(StrEnum):
    """What follows for a barrier now, or what it still waits for."""

    CLOSE = "close"
    REOPEN = "reopen"
    STAYS_CLOSED = "stays_closed"
    NO_ACTION = "no_action"
    ACTION_OPEN = "action_open"
    NOT_QUIET = "not_quiet"


@dataclass(frozen=True)
class ClosingDecision:
    """The verdict; `closes_at` is when it would close if no new case came, known once every action is done."""

    verdict: ClosingVerdict
    closes_at: datetime | None = None


def decide_closing(
    *,
    closed_at: datetime | None,
    actions_done: list[datetime | None],
    last_case_at: datetime | None,
    now: datetime,
    quiet: timedelta = QUIET,
) -> ClosingDecision:
    """Return what follows for a barrier at `now`. All times are aware.

    `actions_done` holds, for each agreed action that shall end it, when it was done, or None while it is not;
    `last_case_at` is when its newest case that counts was filed.
    """
    if closed_at is not None:
        came_back = last_case_at is not None and last_case_at > closed_at
        return ClosingDecision(ClosingVerdict.REOPEN if came_back else ClosingVerdict.STAYS_CLOSED)
    if not actions_done:
        return ClosingDecision(ClosingVerdict.NO_ACTION)
    done = [at for at in actions_done if at is not None]
    if len(done) < len(actions_done):
        return ClosingDecision(ClosingVerdict.ACTION_OPEN)
    closes_at = max([*done, *([last_case_at] if last_case_at else [])]) + quiet
    return ClosingDecision(ClosingVerdict.CLOSE if now >= closes_at else ClosingVerdict.NOT_QUIET, closes_at)
