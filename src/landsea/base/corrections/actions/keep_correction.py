"""Keeps what a reader says is wrong."""

import uuid
from datetime import datetime, timedelta

from django.utils.translation import get_language, gettext

from landsea.base.corrections.models import Correction
from landsea.base.jobs.turns import wait_for_form
from landsea.base.limits.spending import compute_digest_of_address
from landsea.base.refusal import Refused

MOST_AN_HOUR = 10
"""From one network, counted in the rows themselves, so that every process of every machine counts the same."""


def keep_correction(
    *,
    about_kind: str,
    about_key: str,
    text: str,
    email: str,
    form_key: uuid.UUID,
    address: str,
    user_id: int | None,
    now: datetime,
) -> Correction | None:
    """Keep one correction at `now` (aware) in the caller's transaction; None when this form was kept before.

    `address` is the network address it came from; only a keyed digest of its network is kept. Raises Refused
    (`too_often`) after ten within an hour from one network. The caller notes it in the audit, which names no words.
    """
    wait_for_form(form_key)
    if Correction.objects.filter(form_key=form_key).exists():
        return None
    sender = compute_digest_of_address(address)
    recent = Correction.objects.filter(sender=sender, suggested_at__gt=now - timedelta(hours=1))
    if sender and recent.count() >= MOST_AN_HOUR:
        sentence = gettext(
            "Many corrections came from your network within an hour. Your words are still here: send them later."
        )
        raise Refused("too_often", sentence)
    return Correction.objects.create(
        about_kind=about_kind,
        about_key=about_key,
        text=text,
        email=email,
        language=get_language() or "en",
        by_id=user_id,
        sender=sender,
        form_key=form_key,
        suggested_at=now,
    )
