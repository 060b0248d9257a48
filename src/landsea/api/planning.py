"""The planner's answer to a question, as plain data: the plan, or what is wrong with the question."""

from datetime import datetime
from typing import Any

from django.http import QueryDict

from landsea.corridor import access
from landsea.corridor.asking import add_goods, read_question
from landsea_core.planner.network.contradictions import widen_by_contradictions
from landsea_core.planner.network.planning import plan
from landsea_core.planner.network.report import describe_fault, describe_plan

MOST = 8


def answer_question(asked: QueryDict, now: datetime) -> dict[str, Any]:
    """Return the plan of a question at `now` (aware), or {"error": ...} with a sentence."""
    planning = access.read_planning_context()
    try:
        found = plan(planning, read_question(add_goods(asked)), now, MOST)
    except ValueError as fault:
        return describe_fault(planning.corridor, fault)
    said = access.list_said_between(found.origin.codes, found.destination.codes)
    return describe_plan(planning.corridor, widen_by_contradictions(found, said), said)
