"""Asks for the right to an act before anything of its form is kept: papers of somebody who may not act never touch the disk.

The act asks again when it has locked the case (`open_act`): what is found here may have changed by then.
"""

from datetime import datetime

from landsea.base.actors import Actor
from landsea.base.audit.access import find_entry_with_key
from landsea.base.refusal import Refused
from landsea.cases.access import Need, find_case
from landsea.cases.actions.act_under_way import AlreadyDone
from landsea.cases.actions.office import refuse_unless_for_desk
from landsea.cases.actions.open_act import act_key
from landsea.cases.audit_stream import name_stream


def refuse_without_right(
    actor: Actor, ref: str, act: str, need: Need, *, key: str, now: datetime, desk_acts: bool
) -> None:
    """Return when the actor may do this act on the case at `now` (aware).

    Raises Http404 and PermissionDenied like `find_case`. When an act of the accountable desk (`desk_acts`) is not theirs
    today: AlreadyDone if the form with this key has acted (its act may have taken the right away), otherwise Refused.
    """
    case = find_case(actor, ref, need=need)
    if not desk_acts:
        return
    try:
        refuse_unless_for_desk(actor, case, now)
    except Refused as refused:
        if key and find_entry_with_key(name_stream(case), act_key(act, key)):
            raise AlreadyDone(case) from refused
        raise
