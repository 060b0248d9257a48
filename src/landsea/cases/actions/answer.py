"""The desk's substantive answer."""

from landsea.cases.actions.attach import attach_files
from landsea.cases.actions.cite import find_versions_to_cite
from landsea.cases.actions.move import make_move
from landsea.cases.actions.office import needs_words, open_office_act
from landsea.cases.models import Case
from landsea.cases.notices import tell_filer
from landsea_core.caseflow import Act, MessageKind


def answer_case(
    actor, ref: str, body: str, *, now, key: str = "", seen_version=None, files=(), language: str = "", cites=()
) -> Case:
    """Answer in substance, seen by all sides; the clock of the solution begins. `cites` are codes of measures."""
    with open_office_act(actor, ref, "answer", now=now, key=key, seen_version=seen_version) as work:
        body = needs_words(body)
        cited = find_versions_to_cite(cites)
        make_move(work, Act.ANSWER)
        message = work.write(MessageKind.ALL, body, language=language, cites=cited)
        attach_files(work, list(files), kind=MessageKind.ALL, message=message)
        work.rows.answered.append((now, work.case.desk_id, actor.user_id))
        tell_filer(work, "case_answered", cites=[list(one) for one in cited])
    return work.case
