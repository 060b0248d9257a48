"""What the acts of an editor share: who may act, the lock, the audit row."""

from contextlib import contextmanager
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404

from landsea.base.actors import Actor
from landsea.base.audit.actions.append import append_entry
from landsea.experiences.models import Experience
from landsea.experiences.stream import name_stream

__all__ = ["append_act", "edit_experience", "require_coordinator"]


def require_coordinator(actor: Actor) -> None:
    """Editors are the coordinator's desk."""
    if not actor.is_coordinator:
        raise PermissionDenied


@contextmanager
def edit_experience(actor: Actor, experience_id: int, act: str, now: datetime):
    """Lock an experience for one act of an editor; the audit row is written when the act went through."""
    require_coordinator(actor)
    with transaction.atomic():
        experience = Experience.objects.select_for_update().filter(pk=experience_id).first()
        if experience is None:
            raise Http404
        yield experience
        append_act(experience, act, actor.label, now)


def append_act(experience: Experience, act: str, label: str, now: datetime, *, first: bool = False) -> None:
    """Append an act to the experience's chain; never its words."""
    append_entry(
        stream=name_stream(experience.pk),
        act=act,
        actor=label,
        at=now,
        facts={"state": str(experience.state)},
        first=first,
    )
