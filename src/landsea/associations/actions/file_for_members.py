"""Files one problem for members of an association: a case for each, or one joint case, all of them or none."""

from datetime import datetime

from django.db import transaction
from django.http import Http404
from django.utils.translation import gettext

from landsea.associations.access import list_members
from landsea.associations.actions.one_at_a_time import record_act, wait_for_one_at_a_time
from landsea.base.actors import Actor
from landsea.base.refusal import Refused
from landsea.cases.actions.file import Filed, file_case
from landsea.cases.filing_plan import Filing


def file_for_members(actor: Actor, association_id: int, filings: list[Filing], *, now: datetime) -> list[Filed]:
    """File these filings in one transaction. The same form again returns the cases that it made.

    Raises Http404 for an association that is not the actor's, Refused when one of the members is no longer in it.
    """
    if association_id not in actor.associations or any(one.association != association_id for one in filings):
        raise Http404
    with transaction.atomic():
        wait_for_one_at_a_time(association_id)
        named = {member for one in filings for member in (one.member, *one.joint_members) if member}
        present = set(list_members(actor, association_id).filter(pk__in=named).values_list("pk", flat=True))
        if named != present:
            raise Refused("member_left", gettext("One of the members left the register meanwhile. Tick again."))
        filed = [file_case(one, actor=actor, now=now) for one in filings]
        if fresh := [one.case.pk for one in filed if not one.again]:
            record_act(
                association_id, "file_for_members", actor, now, cases=fresh, joint=bool(filings[0].joint_members)
            )
    return filed
