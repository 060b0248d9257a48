"""Judges a correction: it teaches as an example, not at all, or is better mended by a word. It may be judged again."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from landsea.base.audit.actions.append import append_entry
from landsea.base.refusal import Refused
from landsea.directory import access as directory_access
from landsea.teaching.access import find_correction
from landsea.teaching.mapping import list_known_names, mask_text
from landsea.teaching.models import Judgement, Verdict
from landsea_core.text import clean_text

LONGEST_TEXT = 4_000


def judge_correction(
    actor, correction_id: int, verdict: str, *, now: datetime, text: str = "", is_clear: bool = False
) -> Judgement:
    """Keep the verdict. `text` is what may be learnt of an accepted one; without it the case's words, masked, are. Raises
    Refused, and Http404 for whoever may not judge.
    """
    with transaction.atomic():
        correction = find_correction(actor, correction_id, lock=True)
        if verdict not in Verdict.values:
            raise Refused("no_verdict", gettext("Choose what becomes of this correction."))
        case, accepted, text = correction.case, verdict == Verdict.ACCEPTED, clean_text(text).text
        if accepted and correction.was_blacked_out:
            raise Refused("blacked_out", gettext("Words of this case were blacked out, so nothing is learnt from it."))
        if accepted and not text.strip():
            text = mask_text(case, list_known_names(case, directory_access.list_names_that_tell_of_nobody()))
        kept, _made = Judgement.objects.update_or_create(
            correction=correction,
            defaults={
                "verdict": verdict,
                "text": text.strip()[:LONGEST_TEXT] if accepted else "",
                "is_clear": accepted and is_clear,
                "by_id": actor.user_id,
                "at": now,
            },
        )
        append_entry(
            stream=f"teaching:{correction.pk}",
            act="judge",
            actor=actor.label,
            at=now,
            facts={"verdict": verdict, "kind": correction.kind, "clear": kept.is_clear},
        )
    return kept
