"""Takes an erased case out of the mails that told its filer of a whole sheet: its subject and its secret link are in them."""

from collections.abc import Collection
from datetime import datetime

from landsea.associations.actions.gather_sheet_mails import FILED
from landsea.base.outbox.actions.erase import erase_deliveries
from landsea.base.outbox.models import Delivery, DeliveryState
from landsea.cases.models import Case


def forget_in_sheet_mails(case_id: int, addresses: Collection[str], now: datetime) -> None:
    """Do so in the transaction of the act that erases; a mail about this case alone loses its address, or is not sent."""
    ref = Case.objects.values_list("ref", flat=True).get(pk=case_id)
    told = Delivery.objects.filter(template=FILED, address__in=addresses, facts__cases__contains=[{"ref": ref}])
    for mail in told.select_for_update():
        left = [one for one in mail.facts["cases"] if one["ref"] != ref]
        if left:
            mail.facts |= {"cases": left, "total": len(left)}
            mail.save(update_fields=["facts"])
            continue
        if mail.state in (DeliveryState.QUEUED, DeliveryState.WAITING):
            mail.state, mail.ended_at, mail.last_reply = DeliveryState.WITHDRAWN, now, ""
            mail.save(update_fields=["state", "ended_at", "last_reply"])
        erase_deliveries(Delivery.objects.filter(pk=mail.pk), now)
