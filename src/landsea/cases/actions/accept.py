"""The desk takes the case: it says that it answers for it."""

from landsea.cases.actions.move import make_move
from landsea.cases.actions.office import office_doing
from landsea.cases.models import Case
from landsea.cases.notices import tell_filer
from landsea_core.caseflow import Act


def accept_case(actor, ref: str, *, now, key: str = "", seen_version: int | None = None) -> Case:
    """Accept a case that was filed or admitted; the clock of the first answer begins."""
    with office_doing(actor, ref, "accept", now=now, key=key, seen_version=seen_version) as work:
        make_move(work, Act.ACCEPT)
        tell_filer(work, "case_accepted")
    return work.case
