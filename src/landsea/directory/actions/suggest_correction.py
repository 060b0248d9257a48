"""Keeps a reader's correction of a desk, with evidence about each of its contacts that something may be wrong."""

import hashlib
import hmac
import uuid
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils.translation import get_language, gettext

from landsea.base.audit.actions.append import append
from landsea.base.jobs.turns import wait_for_form
from landsea.base.limits.spending import network_at
from landsea.base.refusal import Refused
from landsea.directory.actions.evidence import record_evidence
from landsea.directory.models import Contact, CorrectionSuggestion, Desk, EvidenceKind

MOST_AN_HOUR = 10
"""From one network address, counted in the rows themselves, so that every process of every machine counts the same."""


def suggest_correction(
    *, desk_id: int, text: str, email: str, form_key: uuid.UUID, address: str = "", actor, now: datetime
) -> bool:
    """Keep one correction at `now` (aware); False when this form was kept before. The audit names no words.

    `address` is the network address it came from; only a keyed digest of it is kept. Raises Refused (`too_often`).
    """
    with transaction.atomic():
        wait_for_form(form_key)
        desk = Desk.objects.select_for_update().get(pk=desk_id)
        if CorrectionSuggestion.objects.filter(form_key=form_key).exists():
            return False
        sender = sender_digest(address)
        recent = CorrectionSuggestion.objects.filter(sender=sender, suggested_at__gt=now - timedelta(hours=1))
        if sender and recent.count() >= MOST_AN_HOUR:
            raise Refused(
                "too_often",
                gettext(
                    "Many corrections came from your network within an hour. Your words are still here: send them later."
                ),
            )
        CorrectionSuggestion.objects.create(
            desk=desk,
            text=text,
            email=email,
            language=get_language() or "en",
            by_id=actor.user_id,
            sender=sender,
            form_key=form_key,
            suggested_at=now,
        )
        for contact_id in Contact.objects.filter(desk=desk, ended_at=None).values_list("pk", flat=True):
            record_evidence(contact_id=contact_id, kind=EvidenceKind.SUGGESTED, at=now, by_user=actor.user_id)
        append(stream=f"desk:{desk.pk}", act="suggest_correction", actor=actor.label, at=now)
    return True


def sender_digest(address: str) -> str:
    """Return what stands for the network of an address (`landsea.base.limits.spending.network_at`). Empty for none."""
    network = network_at(address)
    if not network:
        return ""
    key = b"landsea correction" + settings.SECRET_KEY.encode()
    return hmac.new(key, network.encode(), hashlib.sha256).hexdigest()
