"""A reply by mail that answers an ask by number: "2", or "2 2026-12-03" where the sentence has a blank. What is no
such reply is somebody's own words, and not for here.
"""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.translation import gettext

from landsea.base.actors import Actor
from landsea.base.files.storage import Stored
from landsea.base.refusal import Refused
from landsea.cases.models import Case
from landsea.phrases.access import find_standing, list_asks
from landsea.phrases.actions.answer import answer_by_phrase
from landsea.phrases.book import get_phrasebook
from landsea.phrases.models import CaseAsk, LineState
from landsea_core.clock import COUNTRIES, get_calendar
from landsea_core.phrasebook.meanings import OF_PAPERS, WITH_FILE
from landsea_core.phrasebook.numbered import NumberedFault, NumberedReply, read_numbered


def find_numbered_answer(
    actor: Actor, case: Case, text: str, *, ask_id: int | None, now: datetime
) -> tuple[CaseAsk, NumberedReply] | None:
    """Return the ask that a reply answers by number, and what it says; None for own words. `ask_id` is the ask of
    the mail that was answered, where it is known; without it, the one ask that waits for this person. Raises Refused
    where a number stands with a value that does not fit.
    """
    standing = find_standing(actor, case, now)
    open_to = [ask for ask in list_asks(actor, case) if standing.may_answer(ask)]
    meant = [ask for ask in open_to if ask.pk == ask_id] if ask_id else open_to
    book = get_phrasebook()
    if len(meant) != 1 or meant[0].code not in book.asks:
        return None
    try:
        reply = read_numbered(book, book.asks[meant[0].code], text)
    except NumberedFault:
        sentence = gettext("This number needs a value behind it, as in: 2 2026-12-03. Write it once more.")
        raise Refused("does_not_fit", sentence) from None
    return (meant[0], reply) if reply else None


def find_words_below(text: str) -> str:
    """Return what stands below the first line of a numbered reply."""
    lines = text.strip().splitlines()
    return "\n".join(lines[1:]).strip()


def answer_numbered(
    actor: Actor,
    case: Case,
    ask: CaseAsk,
    reply: NumberedReply,
    *,
    files: Sequence[Stored],
    now: datetime,
    key: str,
) -> None:
    """Give the answer: moments are on the clock of whoever wrote. Where several papers were asked for, what is said
    without a file is said of all that are not here.
    """
    typed = {slot: [said] for slot, said in reply.typed.items()}
    code, how = reply.answer.code, {"files": files, "now": now}
    waiting = [line for line in ask.lines.all() if line.owed_by != ask.side and line.state != LineState.HERE]
    with timezone.override(_zone_of(actor, case)):
        if code in OF_PAPERS - WITH_FILE and len(waiting) > 1:
            for line in waiting:
                line_key = f"{key}:{line.pk}"
                answer_by_phrase(actor, case.ref, ask.pk, code, typed, line_id=line.pk, key=line_key, **how)
        else:
            answer_by_phrase(actor, case.ref, ask.pk, code, typed, key=key, **how)


def _zone_of(actor: Actor, case: Case) -> ZoneInfo:
    if actor.filer_case == case.pk and case.filer_country in COUNTRIES:
        return get_calendar(case.filer_country).zone
    return ZoneInfo(actor.zone if actor.user_id else case.desk.office.time_zone)
