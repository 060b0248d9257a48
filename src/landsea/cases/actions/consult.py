"""Brings another desk in, beside the accountable one, and lets it go again."""

from django.utils.translation import gettext

from landsea.base.refusal import Refused
from landsea.cases.actions.office import needs_words, open_office_act
from landsea.cases.models import Case, Involvement
from landsea.cases.models.involvement import InvolvementKind
from landsea.cases.notices import tell_office
from landsea.directory import access as directory_access
from landsea_core.caseflow import MessageKind


def consult_desk(actor, ref: str, desk_code: str, reason: str, *, now, key: str = "") -> Case:
    """Let a desk read the case and write among offices, until the consultation ends."""
    with open_office_act(actor, ref, "consult", now=now, key=key) as work:
        reason = needs_words(reason, gettext("Say what you need to know from that desk."))[:500]
        desk = directory_access.find_desk(desk_code)
        if desk is None:
            raise Refused("no_such_desk", gettext("Pick one of the desks that are offered."))
        if desk.pk == work.case.desk_id:
            raise Refused("same_desk", gettext("This desk is accountable for the case already."))
        _, fresh = Involvement.objects.get_or_create(
            case=work.case,
            desk=desk,
            kind=InvolvementKind.CONSULTED,
            until=None,
            defaults={"since": now, "act": "consult", "reason": reason},
        )
        if not fresh:
            raise Refused("consulted", gettext("This desk is consulted already."))
        work.write(MessageKind.OFFICES, reason)
        work.facts["consulted_desk"] = desk.pk
        tell_office(work, "case_consulted", desk=desk)
    return work.case


def end_consultation(actor, ref: str, desk_code: str, *, now, key: str = "") -> Case:
    """End a desk's consultation; from then on it does not see the case."""
    with open_office_act(actor, ref, "end_consultation", now=now, key=key) as work:
        desk = directory_access.find_desk(desk_code)
        ended = desk and Involvement.objects.filter(
            case=work.case, desk=desk, kind=InvolvementKind.CONSULTED, until=None
        ).update(until=now)
        if not ended:
            raise Refused("not_consulted", gettext("This desk is not consulted on the case."))
        work.facts["consulted_desk"] = desk.pk
    return work.case
