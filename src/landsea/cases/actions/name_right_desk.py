"""A desk says that another desk answers for it. After two such hand-offs the coordinator becomes accountable."""

from django.utils.translation import gettext

from landsea.base.refusal import Refused
from landsea.cases.actions.move import make_move
from landsea.cases.actions.office import needs_words, open_office_act
from landsea.cases.actions.reading_evidence import keep_hand_off
from landsea.cases.actions.where_somebody_is import find_where_somebody_is
from landsea.cases.models import Case
from landsea.cases.notices import tell_filer, tell_office
from landsea.directory import access as directory_access
from landsea_core.caseflow import Act, MessageKind


def name_right_desk(actor, ref: str, desk_code: str, reason: str, *, now, key: str = "", seen_version=None) -> Case:
    """Hand the case to the named desk, with a reason that all offices see; to the coordinator where nobody is there yet."""
    with open_office_act(actor, ref, "name_right_desk", now=now, key=key, seen_version=seen_version) as work:
        reason = needs_words(reason, gettext("Say why the other desk answers for this."))[:500]
        desk = directory_access.find_desk(desk_code)
        if desk is None:
            raise Refused("no_such_desk", gettext("Pick one of the desks that are offered."))
        work.write(MessageKind.OFFICES, reason)
        keep_hand_off(work, desk)
        there, meant = find_where_somebody_is(desk, now)
        make_move(work, Act.NAME_RIGHT_DESK, desk=there, reason=reason)
        work.change(meant_desk=meant)
        tell_filer(work, "case_moved_desk")
        tell_office(work, "case_arrived")
    return work.case
