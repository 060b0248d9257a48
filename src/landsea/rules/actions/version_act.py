"""What every act on a version has in common: only editors do it, one at a time for each measure, with one audit row."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.http import Http404

from landsea.base.audit.actions.append import append_entry
from landsea.rules import access
from landsea.rules.models import Measure, Version
from landsea.rules.stream import measure_stream


def lock_version(pk: int, actor) -> Version:
    require_editor(actor)
    lock_measure_of(pk)
    version = Version.objects.select_for_update(of=("self",)).select_related("measure").filter(pk=pk).first()
    if version is None:
        raise Http404
    return version


def lock_measure_of(pk: int) -> None:
    """Lock the measure before its version: its chain is one for all that is done to it."""
    list(Measure.objects.select_for_update().filter(versions=pk).order_by("pk"))


def require_editor(actor) -> None:
    if not access.may_edit(actor):
        raise PermissionDenied


def note_version_act(version: Version, act: str, actor, now: datetime) -> None:
    append_entry(
        stream=measure_stream(version.measure.code),
        act=act,
        actor=actor.label,
        at=now,
        facts={"version": version.number},
    )
