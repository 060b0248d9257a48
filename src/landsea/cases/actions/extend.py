"""Fifteen working days more for a solution, once, with a reason that the filer sees."""

from landsea.cases.actions.move import make_move
from landsea.cases.actions.office import needs_words, open_office_act
from landsea.cases.models import Case
from landsea.cases.notices import tell_filer
from landsea_core.caseflow import Act, MessageKind


def extend_step(actor, ref: str, reason: str, *, now, key: str = "", seen_version=None, language: str = "") -> Case:
    """Extend the step of the solution, once in the life of a case."""
    with open_office_act(actor, ref, "extend", now=now, key=key, seen_version=seen_version) as work:
        reason = needs_words(reason)[:300]
        make_move(work, Act.EXTEND, reason=reason)
        work.write(MessageKind.ALL, reason, language=language)
        tell_filer(work, "case_extended")
    return work.case
