"""The desk proposes how the case ended; the filer confirms or disputes."""

from django.utils.translation import gettext

from landsea.base.refusal import Refused
from landsea.cases.actions.cite import find_versions_to_cite
from landsea.cases.actions.move import make_move
from landsea.cases.actions.office import needs_words, open_office_act
from landsea.cases.models import Case
from landsea.cases.notices import tell_filer
from landsea_core.caseflow import PROPOSABLE, Act, MessageKind, Outcome


def propose_outcome(
    actor, ref: str, outcome: str, body: str, *, now, key: str = "", seen_version=None, language: str = "", cites=()
) -> Case:
    """Propose one of the four outcomes that a desk may propose, with words for the filer. `cites` are codes of
    measures.
    """
    with open_office_act(actor, ref, "propose_outcome", now=now, key=key, seen_version=seen_version) as work:
        if outcome not in {one.value for one in PROPOSABLE}:
            raise Refused("no_outcome", gettext("Choose which outcome you propose."))
        body = needs_words(body, gettext("Say in a few words what was done, or why nothing changes."))
        cited = find_versions_to_cite(cites)
        make_move(work, Act.PROPOSE_OUTCOME, outcome=Outcome(outcome))
        work.facts["outcome"] = outcome
        work.write(MessageKind.ALL, body, language=language, cites=cited)
        work.rows.answered.append((now, work.case.desk_id, actor.user_id))
        tell_filer(work, "case_outcome", outcome=outcome, cites=[list(one) for one in cited])
    return work.case
