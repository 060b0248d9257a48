"""Gathers what a filed sheet tells one person into one mail: whoever files forty rows gets one receipt with forty numbers, and
whoever answers at a desk hears once of all that came to it.

Each receipt stays in the outbox under its case, as withdrawn and gathered. Border-urgent cases go to their desks alone, and
what goes to a member goes alone: it is of one firm.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from landsea.base.outbox.actions.queue import Mail, queue_mails
from landsea.base.outbox.channels import MAIL
from landsea.base.outbox.models import Delivery, DeliveryState
from landsea.base.outbox.once import compute_short_digest
from landsea.cases.audit_stream import name_stream
from landsea.cases.models import BulkFiling, Case

FILED = "sheet_filed"
GATHERED_AS = {"case_filed": FILED, "case_arrived": "sheet_arrived"}
SAID_OF_EACH = ("ref", "due", "zone", "gist", "link", "answer_link")


def gather_sheet_mails(sheet: BulkFiling, cases: Sequence[Case], sender_address: str, *, now: datetime) -> None:
    """Put one mail in the place of several to the same person, in the transaction that filed these cases."""
    streams = [name_stream(case) for case in cases]
    rows = Delivery.objects.filter(
        stream__in=streams, template__in=GATHERED_AS, state=DeliveryState.QUEUED, channel=MAIL
    )
    groups: dict[tuple, list[Delivery]] = defaultdict(list)
    for row in rows.order_by("pk"):
        if row.template == "case_filed" and row.address.lower() != sender_address.lower():
            continue
        if not row.facts.get("urgent"):
            groups[row.template, row.address.lower(), row.language].append(row)
    several = [group for group in groups.values() if len(group) > 1]
    queue_mails([_make_mail(sheet, group) for group in several], now=now)
    gathered = Delivery.objects.filter(pk__in=[row.pk for group in several for row in group])
    gathered.update(state=DeliveryState.WITHDRAWN, ended_at=now, last_reply="gathered into one mail about the sheet")


def _make_mail(sheet: BulkFiling, group: Sequence[Delivery]) -> Mail:
    first = group[0]
    template = GATHERED_AS[first.template]
    return Mail(
        template=template,
        address=first.address,
        language=first.language,
        user_id=first.user_id,
        contact_id=first.contact_id,
        once=f"{template}:{sheet.pk}:{first.language}:{compute_short_digest(first.address.lower())}",
        stream=f"sheet:{sheet.pk}",
        facts={
            "total": len(group),
            "sheet": sheet.name,
            "cases": [{name: row.facts.get(name, "") for name in SAID_OF_EACH} for row in group],
        },
    )
