"""Look at the kept plans that a disruption touches, plan them again, and tell whoever keeps them.

1. Take a disruption that was not spread yet, locked, skipping those another worker holds.
2. Find the running plans that touch its place or service; plan each again on the network as it is now.
3. Where the answer is another one, write it beside the chosen one and queue a mail, once for each plan and disruption.
4. Note that the disruption was spread. A process that dies before that leaves it to the next round.
"""

import logging
from datetime import datetime

from django.db import transaction
from django.http import QueryDict
from django.utils import translation

from landsea.audit.actions.append import append
from landsea.corridor import access
from landsea.corridor.asking import question_of
from landsea.corridor.models import Disruption, KeptPlan
from landsea.outbox.actions.queue import queue_mail
from landsea.ui.saying import fault_words
from landsea_core.planner.network.planning import PlanRoom, plan
from landsea_core.planner.network.report import itinerary_data

logger = logging.getLogger(__name__)


def replan_waiting(now: datetime) -> int:
    """Spread every disruption that waits; return how many plans were planned again."""
    count = 0
    while True:
        with transaction.atomic():
            row = Disruption.objects.select_for_update(skip_locked=True).filter(spread_at=None).order_by("pk").first()
            if row is None:
                return count
            count += _spread(row, now)
            row.spread_at = now
            row.save(update_fields=["spread_at"])


def _spread(row: Disruption, now: datetime) -> int:
    plans = list(access.plans_touched(row).filter(ready_at__gte=now).select_for_update())
    room = access.room() if plans else None
    for kept in plans:
        instead, trouble = planned_again(room, kept, now)
        if (instead, trouble) == (kept.instead, kept.trouble):
            continue
        kept.instead, kept.trouble, kept.planned_at = instead, trouble, now
        kept.save(update_fields=["instead", "trouble", "planned_at"])
        append(stream=f"plan:{kept.pk}", act="replan", actor="system", at=now, facts={"disruption": row.pk})
        if kept.confirmed_at:
            ended = "over" if row.ended_at else "open"
            queue_mail(
                now=now, template="plan_changed", address=kept.email, language=kept.language,
                once=f"plan:{kept.pk}:disruption:{row.pk}:{ended}", stream=f"plan:{kept.pk}",
                facts={"plan": kept.pk, "disruption": row.pk},
            )  # fmt: skip
    return len(plans)


def planned_again(room: PlanRoom, kept: KeptPlan, now: datetime) -> tuple[dict | None, str]:
    """Return the itinerary to take instead (None: the chosen one still goes) and, where none goes, why."""
    try:
        found = plan(room, question_of(QueryDict(kept.question)), now, most=99)
    except ValueError as fault:
        with translation.override(kept.language):
            return None, fault_words(fault)
    offered = [itinerary_data(room.corridor, one) for one in found.itineraries]
    wanted = [leg["service"] for leg in kept.chosen["legs"]]
    if any([leg["service"] for leg in one["legs"]] == wanted for one in offered):
        return None, ""
    return offered[0], ""
