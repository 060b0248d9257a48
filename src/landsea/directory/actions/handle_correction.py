"""The coordinator settles a suggestion, and whoever made it hears what became of it."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext

from landsea.base.audit.actions.append import append
from landsea.base.outbox.actions.queue import queue_mail
from landsea.base.refusal import Refused
from landsea.directory.models import CorrectionSuggestion, Desk
from landsea.directory.models.names import name_in


def handle_correction(*, actor, correction_id: int, result: str, reply: str, now: datetime) -> bool:
    """Settle a suggestion with a result (mended, right, unknown) and words for whoever suggested it, who is told by mail
    if an address was left. False when somebody settled it before. Raises Refused (`no_result`) and PermissionDenied.
    """
    if not actor.is_coordinator:
        raise PermissionDenied
    if result not in CorrectionSuggestion.Result.values:
        raise Refused("no_result", gettext("Choose what became of it: whoever suggested it hears that."))
    with transaction.atomic():
        row = (
            CorrectionSuggestion.objects.select_for_update(of=("self",))
            .select_related("desk", "by")
            .get(pk=correction_id)
        )
        if row.handled_at is not None:
            return False
        row.handled_at, row.handled_by_id, row.result, row.reply = now, actor.user_id, result, reply.strip()[:500]
        row.save(update_fields=["handled_at", "handled_by", "result", "reply"])
        Desk.objects.select_for_update().get(pk=row.desk_id)
        facts = {"correction": row.pk, "result": result}
        append(stream=f"desk:{row.desk_id}", act="handle_correction", actor=actor.label, at=now, facts=facts)
        address = row.email or (row.by.email if row.by and row.by.is_active else "")
        language = row.by.language if row.by else row.language
        if address:
            queue_mail(
                template="correction_handled",
                address=address,
                language=language,
                stream=f"desk:{row.desk_id}",
                once=f"correction:{row.pk}",
                user_id=row.by_id,
                now=now,
                facts={
                    "desk": name_in(row.desk.names, language),
                    "code": row.desk.code,
                    "result": result,
                    "reply": row.reply,
                },
            )
    return True
