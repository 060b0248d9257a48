"""Who is told of an ask, an answer and a promise. The mail says the sentence in its reader's language: codes and
values travel in it, never a free word, which stands on the case.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from landsea.cases.actions.act_under_way import Work
from landsea.cases.models import Case, Involvement
from landsea.cases.models.involvement import InvolvementKind
from landsea.cases.notices import tell_filer, tell_office, tell_people
from landsea.directory import access as directory_access
from landsea.directory.office_calendars import make_calendar_of_office, read_calendar_overrides
from landsea.phrases.book import get_phrasebook
from landsea.phrases.languages import find_language_of_filer
from landsea.phrases.models import AnswerPromise, CaseAnswer, CaseAsk
from landsea_core.caseflow import Lane, MessageKind, Side
from landsea_core.clock import COUNTRIES, Calendar, find_next_opening, get_calendar
from landsea_core.phrasebook import SlotKind, Values


def tell_asked(work: Work, ask: CaseAsk, *, template: str = "phrase_asked") -> None:
    """Tell whoever may answer: the filer, the desk, or the other offices."""
    _tell(work, template, ask, write_facts_of_ask(ask), to_filer=ask.side == Side.OFFICE)


def tell_answered(work: Work, ask: CaseAsk, answer: CaseAnswer) -> None:
    """Tell the other side."""
    facts = write_facts_of_ask(ask) | {
        "answer": {"code": answer.code, "values": drop_words(answer.values), "paper": answer.paper}
    }
    _tell(work, "phrase_answered", ask, facts, to_filer=work.side is not Side.FILER)


def tell_of_promise(work: Work, promise: AnswerPromise, *, is_broken: bool) -> None:
    """Remind who promised, in their hours; when a promise is broken, tell both sides. Among offices these are the desk that
    promised and the desk that asked, as far as they are still in on the case.
    """
    ask, facts = promise.ask, write_facts_of_ask(promise.ask) | {"promised": promise.due_at.isoformat()}
    among_offices, by_filer = ask.kind == MessageKind.OFFICES, promise.side == Side.FILER
    if not is_broken and by_filer:
        at = _in_hours(_calendar_of_filer(work.case), promise, work)
        _tell_filer(work, "phrase_promise_due", facts, not_before=at)
    elif not is_broken:
        _remind_desk(work, promise, promise.desk_id if among_offices else work.case.desk_id, facts)
    elif among_offices:
        _tell_desk(work, "phrase_promise_broken", promise.desk_id, facts)
        _tell_desk(work, "phrase_promise_waits", ask.desk_id, facts)
    else:
        _tell(work, "phrase_promise_broken", ask, facts, to_filer=by_filer)
        _tell(work, "phrase_promise_waits", ask, facts, to_filer=not by_filer)


def _remind_desk(work: Work, promise: AnswerPromise, desk_id: int | None, facts: Mapping[str, Any]) -> None:
    if desk_id is None or not _is_in_on(work.case, desk_id):
        return
    people = work.known.people(directory_access.find_desk_by_id(desk_id), work.now)
    at = {person: _in_hours(make_calendar_of_office(person.office), promise, work) for person in people}
    tell_people(work, "phrase_promise_due_office", people, not_before=at.get, **facts)


def _in_hours(calendar: Calendar, promise: AnswerPromise, work: Work) -> datetime | None:
    """Return until when a reminder is put off for somebody with this calendar; None where that would be too late."""
    at = work.now if work.case.lane == Lane.URGENT else find_next_opening(calendar, work.now)
    return at if at < promise.due_at else None


def _calendar_of_filer(case: Case) -> Calendar:
    if case.filer_country in COUNTRIES:
        return get_calendar(case.filer_country, overrides=read_calendar_overrides())
    return make_calendar_of_office(case.desk.office)


def write_facts_of_ask(ask: CaseAsk) -> dict[str, Any]:
    """Return an ask as a mail keeps it until it is sent."""
    return {"ask": {"id": ask.pk, "code": ask.code, "values": drop_words(ask.values)}}


def drop_words(values: Values) -> dict[str, str]:
    """Return values without free words, which no mail holds; nor does one hold words where a number belongs."""
    book = get_phrasebook()
    return {slot: value for slot, value in values.items() if _goes_into_mails(book.kind_of(slot), value)}


def _goes_into_mails(kind: SlotKind, value: str) -> bool:
    """True for all but words. A number is short, has few letters beside its figures, as "MSKU 1234567", and is no address."""
    if kind is SlotKind.NUMBER:
        figures = sum(one.isdecimal() for one in value)
        return len(value) <= 40 and 3 * figures >= len(value) and "." not in value
    return kind is not SlotKind.WORDS


def _tell(work: Work, template: str, ask: CaseAsk, facts: Mapping[str, Any], *, to_filer: bool) -> None:
    if ask.kind == MessageKind.OFFICES:
        _tell_offices(work, template, facts)
    elif to_filer:
        _tell_filer(work, template, facts)
    else:
        tell_office(work, f"{template}_office", **facts)


def _tell_filer(work: Work, template: str, facts: Mapping[str, Any], *, not_before: datetime | None = None) -> None:
    tell_filer(work, template, not_before=not_before, phrases_in=find_language_of_filer(work.case), **facts)


def _tell_offices(work: Work, template: str, facts: Mapping[str, Any]) -> None:
    """Tell the other desks that are in on the case, and the coordinator's."""
    desks = _desks_in_on(work.case) - work.actor.desks
    desks = desks or {directory_access.find_coordinator_desk().pk}
    for desk_id in sorted(desks):
        tell_office(work, f"{template}_office", desk=directory_access.find_desk_by_id(desk_id), **facts)


def _tell_desk(work: Work, template: str, desk_id: int | None, facts: Mapping[str, Any]) -> None:
    if desk_id is not None and _is_in_on(work.case, desk_id):
        tell_office(work, f"{template}_office", desk=directory_access.find_desk_by_id(desk_id), **facts)


def _desks_in_on(case: Case) -> set[int]:
    consulted = Involvement.objects.filter(case=case, kind=InvolvementKind.CONSULTED, until=None)
    return {case.desk_id, *consulted.values_list("desk_id", flat=True)}


def _is_in_on(case: Case, desk_id: int) -> bool:
    """Whether a desk still reads what offices write to each other on a case, as the coordinator's always does."""
    return desk_id == directory_access.find_coordinator_desk().pk or desk_id in _desks_in_on(case)
