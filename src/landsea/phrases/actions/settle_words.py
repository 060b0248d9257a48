"""Takes free words off the work list: an ask was written for them, or none is needed."""

from datetime import datetime

from django.db import transaction
from django.shortcuts import get_object_or_404

from landsea.base.actors import Actor
from landsea.base.audit.actions.append import append_entry
from landsea.phrases.access import list_free_words_to_settle


def settle_free_words(actor: Actor, words_id: int, *, now: datetime) -> None:
    """Note that an editor has seen to them. Raises PermissionDenied and Http404."""
    with transaction.atomic():
        row = get_object_or_404(list_free_words_to_settle(actor).select_for_update(of=("self",)), pk=words_id)
        row.settled_at = now
        row.save(update_fields=["settled_at"])
        append_entry(
            stream=f"free_words:{row.pk}", act="settle_free_words", actor=actor.label, at=now, facts={}, first=True
        )
