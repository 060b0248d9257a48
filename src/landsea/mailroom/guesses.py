"""To which case a held mail may belong: by its reply address, by the mail that it answers, by a number in it, by its sender.

Only guesses for a person's eye: anybody may write a number or a sender, so nothing is done by them alone.
"""

import re

from landsea.base.outbox.delivery_states import list_streams
from landsea.cases.models import Case, FilerIdentity
from landsea.mailroom.models import InboundMail
from landsea_core.mailtext import MailReading

NUMBER = re.compile(r"\bLS-\d{4}-\d{1,12}\b", re.IGNORECASE)
MOST = 5


def guess_ids(mail: InboundMail, reading: MailReading) -> dict[int, str]:
    """Return ids of cases with how each was found, the likeliest first, at most five."""
    found: dict[int, str] = {}
    if mail.case_id:
        found[mail.case_id] = "address"
    for stream in list_streams(reading.deliveries):
        kind, _, number = stream.partition(":")
        if kind == "case" and number.isdecimal():
            found.setdefault(int(number), "answered")
    refs = {hit.upper() for hit in NUMBER.findall(f"{reading.subject}\n{reading.whole_text[:20_000]}")}
    for pk in Case.objects.filter(ref__in=sorted(refs)[:MOST]).values_list("pk", flat=True):
        found.setdefault(pk, "number")
    if reading.sender:
        mine = FilerIdentity.objects.filter(email__iexact=reading.sender).order_by("-case_id")
        for pk in mine.values_list("case_id", flat=True)[:MOST]:
            found.setdefault(pk, "sender")
    return dict(list(found.items())[:MOST])
