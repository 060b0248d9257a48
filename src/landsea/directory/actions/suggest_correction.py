"""Keeps a reader's correction of a desk, with evidence about each of its contacts that something may be wrong."""

import uuid
from datetime import datetime

from django.db import transaction

from landsea.audit.actions.append import append
from landsea.directory.actions.evidence import record_evidence
from landsea.directory.models import Contact, CorrectionSuggestion, Desk, EvidenceKind


def suggest_correction(*, desk_id: int, text: str, email: str, form_key: uuid.UUID, actor, now: datetime) -> bool:
    """Keep one correction at `now` (aware); False when this form was kept before. The audit names no words."""
    with transaction.atomic():
        desk = Desk.objects.select_for_update().get(pk=desk_id)
        _row, new = CorrectionSuggestion.objects.get_or_create(
            form_key=form_key,
            defaults={
                "desk": desk,
                "text": text,
                "email": email,
                "by_id": actor.user_id,
                "suggested_at": now,
            },
        )
        if new:
            for contact_id in Contact.objects.filter(desk=desk, ended_at=None).values_list("pk", flat=True):
                record_evidence(contact_id=contact_id, kind=EvidenceKind.SUGGESTED, at=now, by_user=actor.user_id)
            append(stream=f"desk:{desk.pk}", act="suggest_correction", actor=actor.label, at=now)
    return new
