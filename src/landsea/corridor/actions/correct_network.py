"""Keeps what a reader says is wrong about a row of the network, and settles it."""

import uuid
from datetime import datetime

from django.db import transaction
from django.http import Http404

from landsea.base.audit.actions.append import append_entry
from landsea.base.corrections.access import find_correction
from landsea.base.corrections.actions.keep_correction import keep_correction
from landsea.base.corrections.actions.settle_correction import settle_correction
from landsea.corridor import access_editing as access


def suggest_correction_of_network(
    kind: str, key: str, *, text: str, email: str, form_key: uuid.UUID, address: str, actor, now: datetime
) -> bool:
    """Keep one correction at `now` (aware); False when this form was kept before. The audit names no words.

    `address` is the network address; only a keyed digest is kept. Raises Refused (`too_often`), Http404 for no row.
    """
    access.find_row_now(kind, key)
    with transaction.atomic():
        row = keep_correction(
            about_kind=kind,
            about_key=key,
            text=text,
            email=email,
            form_key=form_key,
            address=address,
            user_id=actor.user_id,
            now=now,
        )
        if row is not None:
            stream = f"network_correction:{row.pk}"
            append_entry(stream=stream, act="suggest_correction", actor=actor.label, at=now, first=True)
    return row is not None


def settle_correction_of_network(pk: int, *, actor, now: datetime) -> None:
    """Note that an editor dealt with a correction; twice is once."""
    access.require_editor(actor)
    row = find_correction(pk, access.KINDS_OF_ROWS)
    if row is None:
        raise Http404
    with transaction.atomic():
        if settle_correction(row, user_id=actor.user_id, now=now):
            append_entry(stream=f"network_correction:{row.pk}", act="settle_correction", actor=actor.label, at=now)
