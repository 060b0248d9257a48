"""A person's ruling about a contradiction: different scope, revised, error, or open again; with words, kept for ever."""

import uuid
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from landsea.accounts.models import User
from landsea.base.audit.actions.append import append_entry
from landsea.base.jobs.turns import wait_for_turn
from landsea.base.refusal import Refused
from landsea.figures.models import Ruling, Verdict

STREAM = "figures:rulings"


def rule_on_contradiction(
    *, contradiction: str, verdict: str, words: str, form_key: uuid.UUID, actor, now: datetime
) -> bool:
    """Keep a ruling of an editor or a coordinator at `now` (aware); False when this form was kept before."""
    if not actor.edits_facts:
        raise Refused("right", gettext("Only editors and the coordinator rule on contradictions."))
    if verdict not in Verdict.values or not words.strip():
        raise Refused("words", gettext("Choose what it is and say why in a sentence."))
    with transaction.atomic():
        wait_for_turn(STREAM)
        _row, new = Ruling.objects.get_or_create(
            form_key=form_key,
            defaults={
                "contradiction": contradiction,
                "verdict": verdict,
                "words": words.strip(),
                "by_id": actor.user_id,
                "at": now,
                "is_demo": User.objects.filter(pk=actor.user_id, is_demo=True).exists(),
            },
        )
        if new:
            append_entry(
                stream=STREAM,
                act="rule",
                actor=actor.label,
                at=now,
                facts={"contradiction": contradiction, "verdict": verdict},
            )
    return new
