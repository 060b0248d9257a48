"""Who is told of an ask, an answer and a promise. The mail says the sentence in its reader's language: codes and
values travel in it, never a free word, which stands on the case.
"""

from collections.abc import Mapping
from typing import Any

from landsea.cases.actions.act_under_way import Work
from landsea.cases.models import Involvement
from landsea.cases.models.involvement import InvolvementKind
from landsea.cases.notices import tell_filer, tell_office
from landsea.directory import access as directory_access
from landsea.phrases.book import get_phrasebook
from landsea.phrases.languages import language_of_filer
from landsea.phrases.models import AnswerPromise, CaseAnswer, CaseAsk
from landsea_core.caseflow import MessageKind, Side
from landsea_core.phrasebook import SlotKind, Values


def tell_asked(work: Work, ask: CaseAsk, *, template: str = "phrase_asked") -> None:
    """Tell whoever may answer: the filer, the desk, or the other offices."""
    _tell(work, template, ask, facts_of_ask(ask), to_filer=ask.side == Side.OFFICE)


def tell_answered(work: Work, ask: CaseAsk, answer: CaseAnswer) -> None:
    """Tell the other side."""
    facts = facts_of_ask(ask) | {
        "answer": {"code": answer.code, "values": without_words(answer.values), "paper": answer.paper}
    }
    _tell(work, "phrase_answered", ask, facts, to_filer=work.side is not Side.FILER)


def tell_of_promise(work: Work, promise: AnswerPromise, *, is_broken: bool) -> None:
    """Remind who promised; when a promise is broken, tell both sides."""
    ask, facts = promise.ask, facts_of_ask(promise.ask) | {"promised": promise.due_at.isoformat()}
    by_filer = promise.side == Side.FILER
    _tell(work, "phrase_promise_broken" if is_broken else "phrase_promise_due", ask, facts, to_filer=by_filer)
    if is_broken:
        _tell(work, "phrase_promise_waits", ask, facts, to_filer=not by_filer)


def facts_of_ask(ask: CaseAsk) -> dict[str, Any]:
    """Return an ask as a mail keeps it until it is sent."""
    return {"ask": {"id": ask.pk, "code": ask.code, "values": without_words(ask.values)}}


def without_words(values: Values) -> dict[str, str]:
    """Return values without free words, which no mail holds."""
    book = get_phrasebook()
    return {slot: value for slot, value in values.items() if book.kind_of(slot) is not SlotKind.WORDS}


def _tell(work: Work, template: str, ask: CaseAsk, facts: Mapping[str, Any], *, to_filer: bool) -> None:
    if ask.kind == MessageKind.OFFICES:
        _tell_offices(work, template, facts)
    elif to_filer:
        tell_filer(work, template, phrases_in=language_of_filer(work.case), **facts)
    else:
        tell_office(work, f"{template}_office", **facts)


def _tell_offices(work: Work, template: str, facts: Mapping[str, Any]) -> None:
    """Tell the other desks that are in on the case, and the coordinator's."""
    consulted = Involvement.objects.filter(case=work.case, kind=InvolvementKind.CONSULTED, until=None)
    desks = {work.case.desk_id, *consulted.values_list("desk_id", flat=True)} - work.actor.desks
    desks = desks or {directory_access.coordinator_desk().pk}
    for desk_id in sorted(desks):
        tell_office(work, f"{template}_office", desk=directory_access.desk_with_id(desk_id), **facts)
