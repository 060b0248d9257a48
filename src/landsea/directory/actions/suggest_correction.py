"""Keeps a reader's correction of a desk, with evidence about each of its contacts that something may be wrong."""

import uuid
from datetime import datetime

from django.db import transaction

from landsea.base.audit.actions.append import append_entry
from landsea.base.corrections.actions.keep_correction import keep_correction
from landsea.directory.actions.evidence import record_evidence
from landsea.directory.models import Contact, Desk, EvidenceKind

ABOUT_DESK = "desk"


def suggest_correction(
    *, desk_id: int, text: str, email: str, form_key: uuid.UUID, address: str = "", actor, now: datetime
) -> bool:
    """Keep one correction at `now` (aware); False when this form was kept before. The audit names no words.

    `address` is the network address it came from; only a keyed digest of it is kept. Raises Refused (`too_often`).
    """
    with transaction.atomic():
        desk = Desk.objects.select_for_update().get(pk=desk_id)
        kept = keep_correction(
            about_kind=ABOUT_DESK,
            about_key=desk.code,
            text=text,
            email=email,
            form_key=form_key,
            address=address,
            user_id=actor.user_id,
            now=now,
        )
        if kept is None:
            return False
        for contact_id in Contact.objects.filter(desk=desk, ended_at=None).values_list("pk", flat=True):
            record_evidence(contact_id=contact_id, kind=EvidenceKind.SUGGESTED, at=now, by_user=actor.user_id)
        append_entry(stream=f"desk:{desk.pk}", act="suggest_correction", actor=actor.label, at=now)
    return True
