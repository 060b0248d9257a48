"""What a late case shows everybody who sees it: who was called and when, and who is called next when nobody answers."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import get_language, gettext

from landsea.base.audit.access import list_entries
from landsea.base.ui import times
from landsea.cases.audit_stream import name_stream
from landsea.cases.mapping import make_snapshot
from landsea.cases.models import Case
from landsea.cases.presenters import find_zone
from landsea.cases.recipients import RecipientLookup
from landsea.cases.silence_sentences import say_who_is_next, say_who_was_called
from landsea_core.caseflow import Called, Step, find_who_takes_over


@dataclass(frozen=True)
class Silence:
    """A deadline that passed: since when the case is late, whom that called (when, in words), what comes next, and whether
    the desk had answered and only the solution is missing.
    """

    since: datetime
    called: list[tuple[datetime, str]]
    next: str
    was_answered: bool = False


def shape_silence(case: Case, now: datetime) -> Silence | None:
    """Return the silence of a case that the reader may see; None for one that is not late, or waits for its filer."""
    if case.silent_since is None or case.closed_at is not None or case.due_at is None:
        return None
    called = [
        (entry.at, say_who_was_called(entry.facts.get("calls", "nobody"), entry.facts.get("step", "")))
        for entry in list_entries(name_stream(case)).filter(act="expire", at__gte=case.silent_since)
    ]
    lines = [line for line in called if line[1]]
    return Silence(case.due_at, lines, _next_words(case, now), was_answered=case.step == Step.SOLVE)


def _next_words(case: Case, now: datetime) -> str:
    if case.called == Called.DIALOGUE:
        if case.step == Step.SOLVE:
            return gettext("It waits for the next dialogue of the parties, which talks about it.")
        return gettext("It waits for the next dialogue of the parties, and is counted in public as unanswered.")
    if case.wakes_at is None or not case.called:
        return ""
    nobody = RecipientLookup().rungs_with_nobody(case.desk, now)
    at = times.write_moment(case.wakes_at, find_zone(case), now, get_language() or "en")
    return say_who_is_next(find_who_takes_over(make_snapshot(case), nobody), at)
