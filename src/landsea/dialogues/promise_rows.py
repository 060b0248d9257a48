"""Promises and minutes as rows for pages."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import get_language

from landsea.barriers import access as barriers_access
from landsea.base.ui.demo_marks import mark_demo
from landsea.dialogues.access import find_day
from landsea.dialogues.labels import PROMISES
from landsea.dialogues.models import ActionItem
from landsea.directory.desk_cards import write_desk_title
from landsea.directory.models.names import choose_title
from landsea_core.agenda import PromiseState, count_cases_around, derive_promise_state
from landsea_core.grouping import HIDDEN_BELOW


@dataclass(frozen=True)
class PromiseRow:
    """A promise as the public sees it. `effect` is (new cases in the 30 days before, and after), numbers from one to four
    as None; it is None altogether while the 30 days after are not over, and for a promise that shall end no barrier.
    """

    promise: ActionItem
    what: str
    state: PromiseState
    kind: str
    words: str
    owner: str
    barrier_title: str
    effect: tuple[int | None, int | None] | None


def list_promise_rows(promises: Iterable[ActionItem], now: datetime) -> list[PromiseRow]:
    """Return promises with where they stand at `now` (aware), by the day of their desk's own calendar."""
    language = get_language() or "en"
    promises, rows = list(promises), []
    kept_for = {promise.barrier_id for promise in promises if promise.barrier_id and promise.done_at}
    filed = barriers_access.list_filed_days(kept_for) if kept_for else {}
    for promise in promises:
        today = find_day(promise.owner, now)
        done_on = find_day(promise.owner, promise.done_at) if promise.done_at else None
        state = derive_promise_state(promise.due, done_on, today)
        kind, words = PROMISES[state]
        barrier = promise.barrier
        rows.append(
            PromiseRow(
                promise=promise,
                what=mark_demo(promise.what, promise.line.dialogue.is_demo, language),
                state=state,
                kind=kind,
                words=str(words),
                owner=write_desk_title(promise.owner, language),
                barrier_title=choose_title(barrier, language) if barrier else "",
                effect=_effect_of(promise, filed[barrier.pk], done_on, today) if barrier and done_on else None,
            )
        )
    return rows


def _effect_of(
    promise: ActionItem, filed: list[datetime], done_on: date, today: date
) -> tuple[int | None, int | None] | None:
    found = count_cases_around([find_day(promise.owner, at) for at in filed], done_on, today)
    return (_shown_number(found[0]), _shown_number(found[1])) if found else None


def _shown_number(number: int) -> int | None:
    return None if 0 < number < HIDDEN_BELOW else number
