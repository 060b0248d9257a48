"""Notes that a correction was dealt with."""

from datetime import datetime

from landsea.base.corrections.models import Correction


def settle_correction(
    correction: Correction, *, user_id: int | None, now: datetime, result: str = "", reply: str = ""
) -> bool:
    """Settle a correction at `now` (aware) in the caller's transaction; False when somebody settled it before.

    `result` is one of `Correction.Result` where whoever said it is told, with the words of `reply`.
    """
    row = Correction.objects.select_for_update(of=("self",)).get(pk=correction.pk)
    if row.settled_at is not None:
        return False
    row.settled_at, row.settled_by_id, row.result, row.reply = now, user_id, result, reply.strip()[:500]
    row.save(update_fields=["settled_at", "settled_by", "result", "reply"])
    return True
