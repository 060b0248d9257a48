"""Say that something is stopped, or that it moves again. Plans avoid it from the moment this is committed."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from landsea.base.audit.actions.append import append_entry
from landsea.base.jobs.turns import wait_for_turn
from landsea.base.jobs.waking import wake_task
from landsea.corridor.models import Disruption

PLACE = re.compile(r"[A-Z]{2}[A-Z2-9]{3}")


@dataclass(frozen=True)
class Report:
    """What somebody says: a place or a service, since when, until when (None: not known), why, and how it is known."""

    says: str
    source: str
    since: date
    place: str = ""
    service: str = ""
    until: date | None = None
    grade: str = "reported"


def make_report(typed: dict[str, Any]) -> Report:
    """Return what somebody says on a `DisruptionForm` that is in order: its target is a place's code or a service's id."""
    target = {"place" if PLACE.fullmatch(typed["target"]) else "service": typed["target"]}
    return Report(typed["says"], typed["source"], typed["since"], until=typed["until"], **target)


def open_disruption(report: Report, *, actor, now: datetime) -> Disruption:
    """Enter a disruption and have the kept plans looked at. The same words of the same person about it, while it stands, are
    one: a form pressed twice. Raises PermissionDenied for whoever edits no facts.
    """
    _editors_only(actor)
    with transaction.atomic():
        wait_for_turn(f"disruption of {report.place or report.service}")
        earlier = Disruption.objects.filter(**vars(report), by_id=actor.user_id, ended_at=None).first()
        if earlier is not None:
            return earlier
        row = Disruption.objects.create(
            **vars(report),
            by_id=actor.user_id,
            created_at=now,
        )
        facts = {"at": report.place or report.service, "since": report.since.isoformat()}
        append_entry(stream=f"disruption:{row.pk}", act="open", actor=actor.label, at=now, facts=facts, first=True)
        wake_task("corridor.replan")
    return row


def end_disruption(row: Disruption, *, actor, now: datetime) -> None:
    """Say that it is over; ending it twice is ending it once. Raises PermissionDenied for whoever edits no facts."""
    _editors_only(actor)
    with transaction.atomic():
        if Disruption.objects.filter(pk=row.pk, ended_at=None).update(ended_at=now, spread_at=None):
            append_entry(stream=f"disruption:{row.pk}", act="end", actor=actor.label, at=now)
            wake_task("corridor.replan")


def _editors_only(actor) -> None:
    """A closure moves everybody's plans, through the posts of every country: no desk enters one for itself."""
    if not (actor.edits_facts or actor.is_system):
        raise PermissionDenied
