"""Look at the kept plans that a disruption, an edition or a line's measured time touches, plan them again, tell their keepers.

1. Take one such cause that was not spread yet, locked, skipping those another worker holds.
2. Find the running plans that it touches; plan each again on the network as it is now.
3. Where the answer is another one than its keeper heard last, write it beside the chosen one and queue a mail that says
   what is new, once for each plan and cause. What an earlier cause of the same round brought is not told again.
4. Note that the cause was spread. A process that dies before that leaves it to the next round.
"""

from datetime import datetime

from django.db import transaction
from django.http import QueryDict
from django.utils import translation

from landsea.base.audit.actions.append import append_entry
from landsea.base.outbox.actions.queue import queue_mail
from landsea.base.translation.sentences import say_fault
from landsea.corridor import access, kept_network
from landsea.corridor.access_plans import list_plans_touched
from landsea.corridor.asking import read_question
from landsea.corridor.models import Disruption, Edition, KeptPlan, MeasuredLine
from landsea_core.planner.network.kept_ways import WayNews, find_as_offered_now, find_news, is_unchanged
from landsea_core.planner.network.planning import plan
from landsea_core.planner.network.questions import PlanFault
from landsea_core.planner.network.report import describe_itinerary
from landsea_core.planner.network.searching import PlanningContext

Cause = Disruption | Edition | MeasuredLine


def replan_waiting(now: datetime) -> int:
    """Spread every cause that waits; return how many times a plan was planned again."""
    return sum(_waiting(kind, now) for kind in (Disruption, Edition, MeasuredLine))


def _waiting(kind: type[Cause], now: datetime) -> int:
    count = 0
    while True:
        with transaction.atomic():
            row = (
                kind.objects.select_for_update(skip_locked=True, of=("self",))
                .filter(spread_at=None)
                .order_by("pk")
                .first()
            )
            if row is None:
                return count
            count += _spread(row, now)
            row.spread_at = now
            row.save(update_fields=["spread_at"])


def _spread(cause: Cause, now: datetime) -> int:
    plans = list(list_plans_touched(cause).filter(ready_at__gte=now).order_by("pk").select_for_update())
    if not plans:
        return 0
    kept_network.forget_network()  # another process may have made the edition a moment ago
    planning = access.read_planning_context()
    for kept in plans:
        heard = None if kept.trouble else kept.instead or kept.chosen
        again = plan_again(planning, kept, now)
        if again is None:
            continue
        instead, trouble = again
        told = find_news(kept.chosen, heard, None if trouble else instead or kept.chosen)
        if told.is_any or trouble:
            kept.instead, kept.trouble = instead, trouble
        kept.planned_at = now
        kept.save(update_fields=["instead", "trouble", "planned_at"])
        if told.is_any:
            _tell(kept, cause, told, now)
    return len(plans)


def _tell(kept: KeptPlan, cause: Cause, told: WayNews, now: datetime) -> None:
    name = cause._meta.model_name
    append_entry(
        stream=f"plan:{kept.pk}", act="replan", actor="system", at=now, facts={name: cause.pk, "way": told.way}
    )
    if not kept.confirmed_at:
        return
    once = f"plan:{kept.pk}:{name}:{cause.pk}"
    if isinstance(cause, Disruption):
        once += ":over" if cause.ended_at else ":open"
    elif isinstance(cause, MeasuredLine):
        once += f":{cause.number}"
    queue_mail(
        now=now,
        template="plan_changed",
        address=kept.email,
        language=kept.language,
        once=once,
        stream=f"plan:{kept.pk}",
        facts={"plan": kept.pk, name: cause.pk, "news": told.data()},
    )


def plan_again(planning: PlanningContext, kept: KeptPlan, now: datetime) -> tuple[dict | None, str] | None:
    """Return the way as it is now (None: just as it was chosen) and, where none goes, why, in the keeper's language.

    None for a search that outgrew its room: whether the plan still goes is not known, so nobody is told that it does not.
    """
    try:
        found = plan(planning, read_question(QueryDict(kept.question)), now, most=99)
    except ValueError as fault:
        if isinstance(fault, PlanFault) and fault.code == "too_much":
            return None
        with translation.override(kept.language):
            return None, say_fault(fault)
    offered = [describe_itinerary(planning.corridor, one) for one in found.itineraries]
    way = find_as_offered_now(kept.chosen, offered) or offered[0]
    return (None if is_unchanged(kept.chosen, way) else way), ""
