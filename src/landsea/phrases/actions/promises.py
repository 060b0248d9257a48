"""Promises that an answer makes: begun and ended as part of an act."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext

from landsea.base.refusal import Refused
from landsea.cases.actions.act_under_way import Work, find_speaking_desk
from landsea.cases.models import Case
from landsea.phrases.access import find_side_in_phrases
from landsea.phrases.models import AnswerPromise, CaseAsk, PaperLine
from landsea_core.caseflow import Side
from landsea_core.clock import COUNTRIES, get_calendar
from landsea_core.phrasebook import Values
from landsea_core.phrasebook.meanings import PROMISES

FARTHEST = timedelta(days=366)
"""How far ahead a promise may be: one that nobody will remember is none."""


def start_promise(work: Work, ask: CaseAsk, code: str, values: Values, line: PaperLine | None) -> AnswerPromise:
    """Begin the clock of a promise; the one before it for the same thing ends. Raises Refused for a moment that has passed, or
    is more than a year away.
    """
    side = find_side_in_phrases(work.actor, work.case) or Side.OFFICE
    due = _due_of(values[PROMISES[code]], work.case, side)
    if not work.now < due <= work.now + FARTHEST:
        raise Refused("no_promise", gettext("Promise a time that is still to come, within a year."))
    end_promises(ask, line, work.now)
    return AnswerPromise.objects.create(
        ask=ask,
        line=line,
        side=side,
        desk_id=None if side is Side.FILER else find_speaking_desk(work.actor, work.case),
        made_at=work.now,
        due_at=due,
    )


def end_promises(ask: CaseAsk, line: PaperLine | None, now: datetime) -> None:
    """End the promises about a line of the checklist; without a line all that were given for the ask."""
    rows = AnswerPromise.objects.filter(ask=ask, ended_at=None)
    (rows.filter(line=line) if line else rows).update(ended_at=now)


def _due_of(kept: str, case: Case, side: Side) -> datetime:
    """Return when a promise falls due: a moment as it is, a day at its end on the clock of who promised."""
    if "T" in kept:
        return datetime.fromisoformat(kept)
    zone = ZoneInfo(case.desk.office.time_zone)
    if side is Side.FILER and case.filer_country in COUNTRIES:
        zone = get_calendar(case.filer_country).zone
    return datetime.combine(date.fromisoformat(kept) + timedelta(days=1), time(), zone)
