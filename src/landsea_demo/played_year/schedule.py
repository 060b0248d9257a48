"""Acts in the order of their times. An act that the platform refuses is counted and passed over, as it would be in life."""

import heapq
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count

from django.core.exceptions import PermissionDenied
from django.http import Http404

from landsea.barriers.actions.review import review_all
from landsea.base.refusal import Refused
from landsea.cases.deadline_watcher import act_on_due_cases
from landsea.dialogues.actions.promises import send_reminders
from landsea.exchange.actions.outcome import ask_for_outcomes

Act = Callable[[datetime], None]
ROUND = timedelta(days=7)
WATCH = timedelta(days=1)


@dataclass
class Schedule:
    """What is still to happen; `done` and `refused` count what did and what was not possible."""

    start: datetime
    end: datetime
    done: int = 0
    refused: list[str] = field(default_factory=list)
    _waiting: list[tuple[datetime, int, Act]] = field(default_factory=list)
    _number: count = field(default_factory=count)

    def at(self, when: datetime, act: Act) -> None:
        """Let `act` happen at `when` (aware); what lies after the end of the year never happens."""
        if when <= self.end:
            heapq.heappush(self._waiting, (when, next(self._number), act))

    def play(self, *rounds: Callable[[], None]) -> None:
        """Let everything happen in order; the watcher look once a day, and the platform's other rounds and these once a week
        and at the end.
        """
        next_round, next_watch = self.start + ROUND, self.start + WATCH
        while self._waiting:
            when, _number, act = heapq.heappop(self._waiting)
            while next_watch <= when:
                act_on_due_cases(next_watch)
                next_watch += WATCH
            while next_round <= when:
                _rounds(next_round, rounds)
                next_round += ROUND
            try:
                act(when)
                self.done += 1
            except (Refused, PermissionDenied, Http404) as refused:
                self.refused.append(f"{when:%Y-%m-%d} {getattr(act, '__qualname__', act)}: {refused!r}")
        _rounds(self.end, rounds)


def _rounds(now: datetime, others: Iterable[Callable[[], None]]) -> None:
    act_on_due_cases(now)
    review_all(now)
    send_reminders(now)
    ask_for_outcomes(now)
    for other in others:
        other()
