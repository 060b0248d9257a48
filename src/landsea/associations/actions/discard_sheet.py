"""Drops a spreadsheet that was read and is not to be filed."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from landsea.associations.access import find_sheet
from landsea.associations.actions.one_at_a_time import record_act, wait_for_one_at_a_time
from landsea.base.actors import Actor
from landsea.base.refusal import Refused


def discard_sheet(actor: Actor, sheet_id: int, *, now: datetime) -> None:
    """Delete the rows that were read. Raises Refused (`filed`) when they were filed meanwhile, Http404 for a foreign sheet."""
    with transaction.atomic():
        wait_for_one_at_a_time(find_sheet(actor, sheet_id).association_id)
        sheet = find_sheet(actor, sheet_id, lock=True)
        if sheet.filed_at:
            raise Refused("filed", gettext("This sheet was filed meanwhile; its cases are in the list."))
        record_act(sheet.association_id, "discard_sheet", actor, now, sheet=sheet.pk)
        sheet.delete()
