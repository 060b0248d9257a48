"""A clerk says up to when they have seen what came on the association's cases."""

from datetime import datetime

from django.db import transaction
from django.http import Http404

from landsea.associations.actions.one_at_a_time import record_act, wait_for_one_at_a_time
from landsea.base.actors import Actor
from landsea.cases.models import AnswersSeen


def mark_answers_seen(actor: Actor, association_id: int, until: datetime, *, now: datetime) -> None:
    """Keep the moment (aware) at which the list was made that the clerk saw: what came later stays new. It never goes back,
    and never beyond `now`. Raises Http404 for a foreign association.
    """
    if association_id not in actor.associations or actor.user_id is None:
        raise Http404
    with transaction.atomic():
        wait_for_one_at_a_time(association_id)
        seen, is_new = AnswersSeen.objects.get_or_create(
            user_id=actor.user_id, association_id=association_id, defaults={"until": min(until, now)}
        )
        if not is_new:
            seen.until = max(seen.until, min(until, now))
            seen.save(update_fields=["until"])
        record_act(association_id, "mark_answers_seen", actor, now, until=seen.until.isoformat())
