"""Asks for a copy of what is kept about a person; a job makes it."""

from datetime import datetime, timedelta

from django.db import transaction

from landsea.base.audit.actions.append import append_entry
from landsea.base.jobs.turns import wait_for_turn
from landsea.base.jobs.waking import order_task
from landsea.base.personal_data import Subject
from landsea.base.secret_links import compute_digest
from landsea.privacy.actions.take_exports_away import erase_exports
from landsea.privacy.links import EXPORT_LINKS
from landsea.privacy.models import Export, ExportState

KEPT_FOR = timedelta(days=7)
MOST_KEPT = 3
"""Copies of one person that lie here at once; the oldest goes for a new one."""


def order_export(subject: Subject, *, language: str, now: datetime) -> str:
    """Order a copy and return the secret of its page. One that is still being made is not ordered a second time."""
    with transaction.atomic():
        wait_for_turn(subject.stream)
        whose = {"user_id": subject.user_id, "address": subject.address, "case_id": subject.case_id}
        running = Export.objects.filter(
            **whose, state__in=[ExportState.WAITING, ExportState.RUNNING], expires_at__gt=now
        )
        found = running.filter(asked_at__gt=now - timedelta(hours=1)).first()
        if found is None:
            made = Export.objects.filter(**whose, state__in=[ExportState.READY, ExportState.FAILED]).order_by("-pk")
            erase_exports(Export.objects.filter(pk__in=list(made.values_list("pk", flat=True)[MOST_KEPT - 1 :])), now)
            link = EXPORT_LINKS.new_link()
            found = Export.objects.create(**whose, language=language, asked_at=now, expires_at=now + KEPT_FOR, **link)
            append_entry(stream=subject.stream, act="order_export", actor="person", at=now, facts={"export": found.pk})
            order_task("privacy.export", export_id=found.pk)
    secret = EXPORT_LINKS.secret_of(found.nonce)
    if compute_digest(secret) != found.digest:
        raise RuntimeError("The installation's key changed while an export was made.")
    return secret
