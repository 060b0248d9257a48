"""The desk asks the filer for something; the clock stops until the reply."""

from landsea.cases.actions.move import make_move
from landsea.cases.actions.office import needs_words, open_office_act
from landsea.cases.models import Case
from landsea.cases.notices import tell_filer
from landsea_core.caseflow import Act, MessageKind, State


def ask_filer(actor, ref: str, body: str, *, now, key: str = "", seen_version=None, language: str = "") -> Case:
    """Ask the filer, seen by all sides. Before admission it is what is missing, later any question."""
    with open_office_act(actor, ref, "ask_filer", now=now, key=key, seen_version=seen_version) as work:
        body = needs_words(body)
        make_move(work, Act.ASK_MISSING if work.case.state == State.FILED else Act.ASK_FILER)
        work.write(MessageKind.ALL, body, language=language)
        tell_filer(work, "case_asked")
    return work.case
