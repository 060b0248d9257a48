"""Settles a correction of a desk, for the coordinator; whoever suggested it hears what became of it."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext

from landsea.base.audit.actions.append import append_entry
from landsea.base.corrections.actions.settle_correction import settle_correction
from landsea.base.corrections.models import Correction
from landsea.base.outbox.actions.queue import queue_mail
from landsea.base.refusal import Refused
from landsea.directory.models import Desk
from landsea.directory.models.names import name_in


def handle_correction(*, actor, correction: Correction, result: str, reply: str, now: datetime) -> bool:
    """Settle a correction with a result (mended, right, unknown) and words for whoever suggested it, who is told by mail
    if an address was left. False when somebody settled it before. Raises Refused (`no_result`) and PermissionDenied.
    """
    if not actor.is_coordinator:
        raise PermissionDenied
    if result not in Correction.Result.values:
        raise Refused("no_result", gettext("Choose what became of it: whoever suggested it hears that."))
    with transaction.atomic():
        desk = Desk.objects.select_for_update().get(code=correction.about_key)
        if not settle_correction(correction, user_id=actor.user_id, now=now, result=result, reply=reply):
            return False
        facts = {"correction": correction.pk, "result": result}
        append_entry(stream=f"desk:{desk.pk}", act="handle_correction", actor=actor.label, at=now, facts=facts)
        _tell_whoever_suggested_it(correction, desk, result, reply.strip()[:500], now)
    return True


def _tell_whoever_suggested_it(correction: Correction, desk: Desk, result: str, reply: str, now: datetime) -> None:
    by = correction.by
    address = correction.email or (by.email if by and by.is_active else "")
    language = by.language if by else correction.language
    if address:
        queue_mail(
            template="correction_handled",
            address=address,
            language=language,
            stream=f"desk:{desk.pk}",
            once=f"correction:{correction.pk}",
            user_id=correction.by_id,
            now=now,
            facts={"desk": name_in(desk.names, language), "code": desk.code, "result": result, "reply": reply},
        )
