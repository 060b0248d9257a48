"""Takes a translation back: by whoever offered it, by secret link too; by a coordinator; and what a program wrote by anybody
who may translate.
"""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from landsea.base.actors import Actor
from landsea.base.audit.actions.append import append_entry
from landsea.base.jobs.turns import wait_for_turn
from landsea.base.ui.translated_words import may_translate
from landsea.translating.models import TextTranslation
from landsea.translating.originals import find_translatable


def may_withdraw(actor: Actor, row: TextTranslation) -> bool:
    """Whether this person may take it back."""
    if not may_translate(actor):
        return row.by_filer and row.case_id is not None and row.case_id == actor.filer_case
    return actor.is_coordinator or bool(row.program) or (row.by_id is not None and row.by_id == actor.user_id)


def withdraw_translation(actor: Actor, kind: str, key: str, number: int, *, now: datetime) -> bool:
    """Delete one of the translations of a text, by its row; False where there is none (any more). Raises Http404 and
    PermissionDenied.
    """
    found = find_translatable(actor, kind, key).original
    stream = f"translation:{found.kind}:{found.key}"
    with transaction.atomic():
        wait_for_turn(stream)
        row = TextTranslation.objects.filter(kind=found.kind, key=found.key, pk=number).first()
        if row is None:
            return False
        if not may_withdraw(actor, row):
            raise PermissionDenied
        facts = {"language": row.language}
        row.delete()
        append_entry(stream=stream, act="withdraw_translation", actor=actor.label, at=now, facts=facts)
    return True
