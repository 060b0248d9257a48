"""Keeps what a reader says is wrong about a measure, and settles it."""

import uuid
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404

from landsea.base.audit.actions.append import append_entry
from landsea.base.corrections.access import find_correction
from landsea.base.corrections.actions.keep_correction import keep_correction
from landsea.base.corrections.actions.settle_correction import settle_correction
from landsea.rules import access
from landsea.rules.access.editing import ABOUT_MEASURE
from landsea.rules.models import Measure
from landsea.rules.stream import measure_stream


def suggest_correction_of_rule(
    code: str, *, text: str, email: str, form_key: uuid.UUID, address: str, actor, now: datetime
) -> bool:
    """Keep one correction at `now` (aware); False when this form was kept before. The audit names no words.

    `address` is the network address; only a keyed digest is kept. Raises Refused (`too_often`), Http404 for no measure.
    """
    with transaction.atomic():
        measure = Measure.objects.select_for_update().filter(code=code.upper()).first()
        if measure is None:
            raise Http404
        kept = keep_correction(
            about_kind=ABOUT_MEASURE,
            about_key=measure.code,
            text=text,
            email=email,
            form_key=form_key,
            address=address,
            user_id=actor.user_id,
            now=now,
        )
        if kept is not None:
            append_entry(stream=measure_stream(measure.code), act="suggest_correction", actor=actor.label, at=now)
    return kept is not None


def settle_correction_of_rule(pk: int, *, actor, now: datetime) -> None:
    """Note that an editor dealt with a correction; twice is once."""
    if not access.may_edit(actor):
        raise PermissionDenied
    row = find_correction(pk, [ABOUT_MEASURE])
    if row is None:
        raise Http404
    with transaction.atomic():
        list(
            Measure.objects.select_for_update().filter(code=row.about_key)
        )  # its chain is one for all that is said of it
        if settle_correction(row, user_id=actor.user_id, now=now):
            append_entry(stream=measure_stream(row.about_key), act="settle_correction", actor=actor.label, at=now)
