"""Proposes an outcome by the book: the outcome as an answer, and "Is the problem solved?" as the ask that waits for
the filer.
"""

from datetime import datetime

from django.utils.translation import gettext

from landsea.base.actors import Actor
from landsea.base.refusal import Refused
from landsea.cases.actions.move import make_move
from landsea.cases.actions.office import open_office_act
from landsea.cases.models import Case
from landsea.phrases.access import TO_FILER
from landsea.phrases.actions.ask import put_ask
from landsea.phrases.book import get_phrasebook
from landsea.phrases.languages import find_language_of_reader
from landsea.phrases.models import CaseAnswer, CaseAsk
from landsea.phrases.notices import tell_asked
from landsea.phrases.said import Reader, say_answer
from landsea_core.caseflow import Act
from landsea_core.phrasebook.meanings import IS_IT_SOLVED, OUTCOME_SAID, OUTCOMES


def propose_by_phrase(actor: Actor, ref: str, outcome: str, *, now: datetime, key: str = "") -> Case:
    """Propose one of the outcomes that a desk may propose (the book's word for it); the filer confirms or disputes
    it by a press.

    Raises Refused, PermissionDenied and Http404 as `propose_outcome` does.
    """
    with open_office_act(actor, ref, "propose_outcome", now=now, key=key) as work:
        if outcome not in OUTCOMES:
            raise Refused("no_outcome", gettext("Choose which outcome you propose."))
        book, language = get_phrasebook(), find_language_of_reader(actor, work.case)
        answer, values = book.answers[OUTCOME_SAID], {"outcome": outcome}
        make_move(work, Act.PROPOSE_OUTCOME, outcome=OUTCOMES[outcome])
        work.facts["outcome"] = OUTCOMES[outcome].value
        CaseAsk.objects.filter(case=work.case, code=IS_IT_SOLVED, closed_at=None).update(closed_at=now)
        said = say_answer(answer, values, Reader(language, now))
        row = put_ask(work, book.asks[IS_IT_SOLVED], {}, TO_FILER, said_before=said)
        CaseAnswer.objects.create(
            message=row.message, code=answer.code, book_version=answer.version, values=values, answered_at=now
        )
        work.rows.answered.append((now, work.case.desk_id, actor.user_id))
        tell_asked(work, row)
    return work.case
