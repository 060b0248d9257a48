"""Opens who filed a case to one reader: a row in the register of opened names, and a line in the case's record."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext

from landsea.base.actors import Actor
from landsea.base.refusal import Refused
from landsea.cases.access import Need, may_open_filer
from landsea.cases.actions.act_under_way import find_speaking_desk
from landsea.cases.actions.open_act import open_act
from landsea.cases.models import Case, NameOpening, OpeningReason


def open_filer(actor: Actor, ref: str, why: str, *, now: datetime, key: str = "") -> Case:
    """Let this reader see name, address and telephone of the filer for a day from `now` (aware), for one of the reasons of
    `OpeningReason`. Raises PermissionDenied for whoever may not, Refused (`no_reason`).
    """
    with open_act(actor, ref, "open_filer", now=now, need=Need.OFFICE_SIDE, key=key) as work:
        if not may_open_filer(actor, work.case):
            raise PermissionDenied
        if why not in OpeningReason.values:
            raise Refused("no_reason", gettext("Choose why you need it: the filer reads it."))
        NameOpening.objects.create(
            case=work.case,
            user_id=actor.user_id,
            contact_id=actor.link_contact,
            desk_id=find_speaking_desk(actor, work.case),
            why=why,
            at=now,
        )
        work.facts["why"] = why
    return work.case
