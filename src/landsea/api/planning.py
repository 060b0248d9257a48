"""The planner's answer to a question, as plain data: the plan, or what is wrong with the question. Goods in words are told as
on the page: which were meant, and what else they may be where the verdicts differ.
"""

from datetime import datetime
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from landsea.corridor import access
from landsea.corridor.asking import add_goods, read_question
from landsea.corridor.goods_meant import describe_goods_meant, list_goods_with_a_way
from landsea_core.planner.network.contradictions import widen_by_contradictions
from landsea_core.planner.network.planning import plan
from landsea_core.planner.network.report import describe_fault, describe_plan
from landsea_core.planner.network.searching import PlanningContext

MOST = 8


def answer_question(asked: QueryDict, now: datetime) -> dict[str, Any]:
    """Return the plan of a question at `now` (aware), or {"error": ...} with a sentence."""
    planning = access.read_planning_context()
    try:
        found = plan(planning, read_question(add_goods(asked)), now, MOST)
    except ValueError as fault:
        return _name_goods_with_a_way(planning, asked, describe_fault(planning.corridor, fault))
    said = access.list_said_between(found.origin.codes, found.destination.codes)
    told = describe_plan(planning.corridor, widen_by_contradictions(found, said), said)
    return told | {"goods": describe_goods_meant(planning, found, asked)}


def _name_goods_with_a_way(planning: PlanningContext, asked: QueryDict, told: dict[str, Any]) -> dict[str, Any]:
    """Add to a plan that was refused which goods that the words may mean as well have a legal way."""
    others = list_goods_with_a_way(planning, asked) if told.get("refused") else []
    if others:
        codes = ", ".join(f"{one.hs} {one.name}" for one in others)
        sentence = _("These words mean several goods with other rules. Send one of these codes: %(codes)s.")
        told["error"]["message"] += " " + sentence % {"codes": codes}
    return told
