"""The coordinator's moves of a whole case: to another desk, or on to a named place outside the mechanism."""

from django.utils.translation import gettext

from landsea.base.refusal import Refused
from landsea.cases.access import Need
from landsea.cases.actions.move import make_move, refuse_unless_allowed
from landsea.cases.actions.office import needs_words
from landsea.cases.actions.open_act import open_act
from landsea.cases.actions.reading_evidence import keep_hand_off
from landsea.cases.actions.where_somebody_is import find_where_somebody_is
from landsea.cases.models import Case
from landsea.cases.notices import tell_filer, tell_office
from landsea.directory import access as directory_access
from landsea_core.caseflow import Act, MessageKind


def reassign_case(actor, ref: str, desk_code: str, reason: str, *, now, key: str = "", seen_version=None) -> Case:
    """Give the case to another desk, with a reason for the offices. Where nobody is there yet the coordinator is accountable,
    and the case follows by itself as soon as somebody is.
    """
    with open_act(actor, ref, "reassign", now=now, need=Need.COORDINATE, key=key, seen_version=seen_version) as work:
        reason = needs_words(reason, gettext("Say why this desk gets the case."))[:500]
        desk = directory_access.find_desk(desk_code)
        if desk is None:
            raise Refused("no_such_desk", gettext("Pick one of the desks that are offered."))
        keep_hand_off(work, desk)
        there, meant = find_where_somebody_is(desk, now)
        if meant is not None and there.pk == work.case.desk_id:
            refuse_unless_allowed(work, Act.REASSIGN, desk=desk)
            work.change(meant_desk=meant)
            work.write(MessageKind.OFFICES, reason)
            return work.case
        make_move(work, Act.REASSIGN, desk=there, reason=reason)
        work.change(meant_desk=meant)
        work.write(MessageKind.OFFICES, reason)
        tell_filer(work, "case_moved_desk")
        tell_office(work, "case_arrived")
    return work.case


def hand_on(actor, ref: str, place: str, body: str, *, now, key: str = "", seen_version=None) -> Case:
    """Close an out-of-scope case by naming the place that can help; the filer reads why and where to go."""
    with open_act(actor, ref, "hand_on", now=now, need=Need.COORDINATE, key=key, seen_version=seen_version) as work:
        place = needs_words(place, gettext("Name the place that can help: a case is never just sent away."))[:300]
        body = needs_words(body, gettext("Tell the filer why, and how to reach that place."))
        work.change(handed_on_to=place)
        make_move(work, Act.HAND_ON)
        work.facts["place"] = place
        work.write(MessageKind.ALL, body)
        tell_filer(work, "case_handed_on")
    return work.case
