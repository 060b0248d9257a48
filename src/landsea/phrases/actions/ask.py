"""Puts an ask of the book on a case: an act like a message, with its lock, audit row, message and mails."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext

from landsea.base.actors import Actor
from landsea.base.refusal import Refused
from landsea.base.set_based import take_keys
from landsea.cases.access import Need
from landsea.cases.actions.act_under_way import Work, find_speaking_desk
from landsea.cases.actions.move import make_move
from landsea.cases.actions.office import refuse_unless_for_desk
from landsea.cases.actions.open_act import open_act
from landsea.cases.models import Case
from landsea.phrases.access import TO_FILER, TO_OFFICES, find_side_in_phrases, list_whom_to_ask
from landsea.phrases.actions.paper_lines import add_lines
from landsea.phrases.book import get_phrasebook, list_fitting_asks
from landsea.phrases.languages import find_language_of_reader
from landsea.phrases.models import CaseAsk
from landsea.phrases.notices import tell_asked
from landsea.phrases.said import Reader, say_ask
from landsea.phrases.typed_values import read_typed
from landsea_core.caseflow import Act, MessageKind, Side, State
from landsea_core.phrasebook import Ask, Values
from landsea_core.phrasebook.meanings import IS_IT_SOLVED, find_papers_asked


def ask_by_phrase(
    actor: Actor,
    ref: str,
    code: str,
    typed: Mapping[str, Sequence[str]],
    *,
    to: str = "",
    stops_clock: bool = False,
    now: datetime,
    key: str = "",
) -> Case:
    """Ask the other side, or (`to` "offices") other offices, by the ask with this code, with what was typed for its slots.

    `stops_clock`: the desk waits for the filer, so its clock stands until the filer answers. Raises Refused, PermissionDenied
    and Http404 as a message does.
    """
    with open_act(actor, ref, "ask_by_phrase", now=now, need=Need.READ, key=key) as work:
        to = to or _usual(work)
        ask = _fitting_ask(work, code, to)
        values = read_typed(ask.says["en"], typed, ask=ask)
        if stops_clock and to == TO_FILER:
            refuse_unless_for_desk(actor, work.case, now)
            if work.case.paused_at is None:
                make_move(work, Act.ASK_MISSING if work.case.state == State.FILED else Act.ASK_FILER)
        row = put_ask(work, ask, values, to)
        work.facts["ask"] = code
        if to == TO_FILER:
            work.facts["to_filer"] = True
        tell_asked(work, row)
    return work.case


def put_ask(work: Work, ask: Ask, values: Values, to: str, *, said_before: str = "") -> CaseAsk:
    """Write an ask in the actor's language, as part of an act; `said_before` stands in its message before it."""
    language = find_language_of_reader(work.actor, work.case)
    side = find_side_in_phrases(work.actor, work.case)
    kind = MessageKind.OFFICES if to == TO_OFFICES else MessageKind.ALL
    words = say_ask(ask, values, Reader(language, work.now))
    if side is Side.FILER:
        work.side = side
    message = work.write(kind, f"{said_before} {words}".strip(), language=language)
    take_keys([message])
    row = CaseAsk.objects.create(
        case=work.case,
        message=message,
        kind=kind,
        side=side,
        desk_id=None if side is Side.FILER else find_speaking_desk(work.actor, work.case),
        code=ask.code,
        book_version=ask.version,
        values=dict(values),
        asked_at=work.now,
    )
    add_lines(row, find_papers_asked(ask, values), owed_by=Side.OFFICE if side is Side.FILER else Side.FILER)
    return row


def _usual(work: Work) -> str:
    return next(iter(list_whom_to_ask(work.actor, work.case, work.now)), "")


def _fitting_ask(work: Work, code: str, to: str) -> Ask:
    """Return the ask of this code, where this actor may put it to `to`."""
    if work.case.closed_at is not None:
        raise Refused("closed", gettext("The case is closed. Open it again before you ask."))
    if not to or to not in list_whom_to_ask(work.actor, work.case, work.now):
        raise PermissionDenied
    asker = "filer" if find_side_in_phrases(work.actor, work.case) is Side.FILER else "office"
    answerer = "filer" if to == TO_FILER else "office"
    ask = get_phrasebook().asks.get(code)
    is_for_proposals = code == IS_IT_SOLVED and to == TO_FILER
    if ask is None or is_for_proposals or ask not in list_fitting_asks(asker, answerer):
        raise Refused("no_ask", gettext("Choose one of the sentences that are offered."))
    return ask
