"""Asks the filer whether what was found out may be shared with others; the words stand in the mailbox."""

from django.utils.translation import gettext

from landsea.base.actors import Actor
from landsea.base.refusal import Refused
from landsea.cases.access import Need
from landsea.cases.actions.open_act import open_act
from landsea.cases.models import Case, FilerLink
from landsea.cases.notices import tell_filer


def ask_to_share(actor: Actor, ref: str, *, now) -> Case:
    """Note in the case's chain that the coordinator asked, and tell the filer by mail, if an address was left.

    Refused when nobody holds a mailbox of the case, as when an association filed it.
    """
    with open_act(actor, ref, "ask_to_share", now=now, need=Need.COORDINATE) as work:
        if not FilerLink.objects.filter(case=work.case, revoked_at=None).exists():
            raise Refused(
                "no_mailbox",
                gettext("This case has no mailbox. Ask whoever filed it, and note when and how they agreed."),
            )
        tell_filer(work, "case_may_share")
    return work.case
