"""Keeps what a reader says is wrong about a row of the network, and settles it."""

import uuid
from datetime import datetime, timedelta

from django.db import transaction
from django.http import Http404
from django.utils.translation import get_language, gettext

from landsea.base.audit.actions.append import append
from landsea.base.jobs.turns import wait_for_form
from landsea.corridor import access_editing as access
from landsea.corridor.models import NetworkCorrection
from landsea.directory.actions.suggest_correction import MOST_AN_HOUR, sender_digest


class TooOften(Exception):
    """Many corrections came from one network within an hour; the message says what to do."""


def suggest(
    kind: str, key: str, *, text: str, email: str, form_key: uuid.UUID, address: str, actor, now: datetime
) -> bool:
    """Keep one suggestion at `now` (aware); False when this form was kept before. The audit names no words.

    `address` is the network address; only a keyed digest is kept. Raises TooOften, Http404 for no row.
    """
    access.row_now(kind, key)
    with transaction.atomic():
        wait_for_form(form_key)
        if NetworkCorrection.objects.filter(form_key=form_key).exists():
            return False
        sender = sender_digest(address)
        recent = NetworkCorrection.objects.filter(sender=sender, suggested_at__gt=now - timedelta(hours=1))
        if sender and recent.count() >= MOST_AN_HOUR:
            raise TooOften(
                gettext(
                    "Many corrections came from your network within an hour. Your words are still here: send them later."
                )
            )
        row = NetworkCorrection.objects.create(
            kind=kind,
            key=key,
            text=text,
            email=email,
            language=get_language() or "en",
            sender=sender,
            form_key=form_key,
            suggested_at=now,
        )
        append(stream=f"network_correction:{row.pk}", act="suggest_correction", actor=actor.label, at=now, first=True)
    return True


def settle(pk: int, *, actor, now: datetime) -> None:
    """Note that an editor dealt with a suggestion; twice is once."""
    access.editors_only(actor)
    with transaction.atomic():
        row = NetworkCorrection.objects.select_for_update(of=("self",)).filter(pk=pk).first()
        if row is None:
            raise Http404
        if row.settled_at is None:
            row.settled_at, row.settled_by_id = now, actor.user_id
            row.save(update_fields=["settled_at", "settled_by"])
            append(stream=f"network_correction:{row.pk}", act="settle_correction", actor=actor.label, at=now)
