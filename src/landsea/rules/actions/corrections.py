"""Keeps what a reader says is wrong about a measure, and settles it."""

import uuid
from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.utils.translation import get_language, gettext

from landsea.base.audit.actions.append import append
from landsea.base.jobs.turns import wait_for_form
from landsea.base.refusal import Refused
from landsea.directory.actions.suggest_correction import MOST_AN_HOUR, sender_digest
from landsea.rules import access
from landsea.rules.models import Measure, RuleCorrection
from landsea.rules.stream import measure_stream


def suggest(code: str, *, text: str, email: str, form_key: uuid.UUID, address: str, actor, now: datetime) -> bool:
    """Keep one suggestion at `now` (aware); False when this form was kept before. The audit names no words.

    `address` is the network address; only a keyed digest is kept. Raises Refused (`too_often`), Http404 for no measure.
    """
    with transaction.atomic():
        wait_for_form(form_key)
        measure = Measure.objects.select_for_update().filter(code=code.upper()).first()
        if measure is None:
            raise Http404
        if RuleCorrection.objects.filter(form_key=form_key).exists():
            return False
        sender = sender_digest(address)
        recent = RuleCorrection.objects.filter(sender=sender, suggested_at__gt=now - timedelta(hours=1))
        if sender and recent.count() >= MOST_AN_HOUR:
            raise Refused(
                "too_often",
                gettext(
                    "Many corrections came from your network within an hour. Your words are still here: send them later."
                ),
            )
        RuleCorrection.objects.create(
            measure=measure,
            text=text,
            email=email,
            language=get_language() or "en",
            sender=sender,
            form_key=form_key,
            suggested_at=now,
        )
        append(stream=measure_stream(measure.code), act="suggest_correction", actor=actor.label, at=now)
    return True


def settle(pk: int, *, actor, now: datetime) -> None:
    """Note that an editor dealt with a suggestion."""
    if not access.may_edit(actor):
        raise PermissionDenied
    with transaction.atomic():
        list(Measure.objects.select_for_update().filter(corrections=pk))  # its chain is one for all that is said of it
        row = RuleCorrection.objects.select_for_update(of=("self",)).select_related("measure").filter(pk=pk).first()
        if row is None:
            raise Http404
        if row.settled_at is None:
            row.settled_at, row.settled_by_id = now, actor.user_id
            row.save(update_fields=["settled_at", "settled_by"])
            append(stream=measure_stream(row.measure.code), act="settle_correction", actor=actor.label, at=now)
