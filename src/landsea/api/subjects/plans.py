"""Plans: ways for goods from one place to another, at once or in the background."""

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, QueryDict
from django.utils.translation import gettext

from landsea.api.access import find_ordered_plan
from landsea.api.actions.order_plan import order_plan
from landsea.api.form_bodies import Body, refuse_faulty_form
from landsea.api.operations import Answered, Asked, Operation, Parameter
from landsea.api.parameters import SECRET_IN_PATH
from landsea.api.planning import answer_question
from landsea.api.problems import Fault, Problem
from landsea.base.limits.spending import spend_limit
from landsea.corridor.forms import PlanForm
from landsea.corridor.labels import UNITS
from landsea_core.planner.network.model import MODES
from landsea_core.rules import CONDITIONS

PLAN = {
    "type": "object",
    "required": ["itineraries", "refused"],
    "properties": {
        "itineraries": {
            "type": "array",
            "items": {"type": "object"},
            "description": "ways, the earliest arrival first",
        },
        "refused": {
            "type": "array",
            "items": {"type": "object"},
            "description": "ways that a measure forbids, and which",
        },
        "goods": {
            "type": "object",
            "required": ["hs", "readings", "unread"],
            "additionalProperties": False,
            "properties": {
                "hs": {
                    "type": "string",
                    "description": "the code that was planned with; empty where no goods were known",
                },
                "readings": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "required": ["hs", "goods", "says", "meant"],
                        "properties": {
                            "hs": {"type": "string"},
                            "goods": {"type": "string"},
                            "says": {"type": "string", "description": "the verdict on the first way"},
                            "meant": {"type": "boolean", "description": "whether it was planned with"},
                        },
                    },
                    "description": "what words for goods may mean, where the verdicts differ; send the right code as hs",
                },
                "unread": {"type": "string", "description": "the word for the goods that nobody knows"},
            },
        },
    },
    "description": "a plan with the source and grade of each figure; times on the clock of their place",
}
ORDERED = {
    "type": "object",
    "required": ["state", "plan"],
    "additionalProperties": False,
    "properties": {
        "state": {"type": "string", "enum": ["waits", "done", "failed"]},
        "plan": {"anyOf": [PLAN, {"type": "null"}]},
        "detail": {"type": "string", "description": "what is wrong with the question, where it failed"},
    },
}
ACCEPTED = {
    "type": "object",
    "required": ["address"],
    "additionalProperties": False,
    "properties": {"address": {"type": "string", "description": "where the plan is fetched; it holds a secret"}},
}


def find_ways(asked: Asked) -> dict[str, Any]:
    """Plan at once."""
    question = _question_of(asked.query)
    refuse_faulty_form(PlanForm(question))
    _spend_plan(asked)
    found = answer_question(question, asked.now)
    if "error" in found:
        fault = found["error"]
        raise Problem("faults", fault["message"], faults=[Fault(fault["field"], fault["message"])], code=fault["code"])
    return found


def order_ways(asked: Asked) -> Answered:
    """Plan in the background, and say where the answer will be."""
    question = asked.form.data.copy()
    for name in ("key", "remember"):
        question.pop(name, None)
    secret = order_plan(question.urlencode(), language=asked.language, now=asked.now)
    address = f"{settings.PUBLIC_ADDRESS}/api/v1/plans/{secret}"
    return Answered({"address": address}, headers={"Location": address})


def fetch_ways(asked: Asked) -> dict[str, Any]:
    """Return a plan that was ordered, or say that it waits."""
    row = find_ordered_plan(asked.path["secret"])
    if row is None:
        raise Http404
    if row.answer is None:
        return {"state": "waits", "plan": None}
    if "error" in row.answer:
        return {"state": "failed", "plan": None, "detail": row.answer["error"]["message"]}
    return {"state": "done", "plan": row.answer}


def _spend_plan(asked: Asked) -> None:
    if not spend_limit(asked.request, "plan"):
        raise Problem("too-often", gettext("Many plans were asked for from your connection. Ask again in ten minutes."))


def _question_of(query: dict[str, Any]) -> QueryDict:
    told = {name: "on" if value is True else value for name, value in query.items() if value not in ("", None, False)}
    return QueryDict(urlencode(told))


_TEXT = {"type": "string", "maxLength": 120}
QUESTION = (
    Parameter("from", _TEXT | {"minLength": 1}, "where the goods are: a place by its name or code", needed=True),
    Parameter("to", _TEXT | {"minLength": 1}, "where they go", needed=True),
    Parameter("ready", {"type": "string", "maxLength": 40, "minLength": 1}, "when, like 2026-12-01T08:00", needed=True),
    Parameter("by", {"type": "string", "maxLength": 40}, "the latest arrival"),
    Parameter("amount", {"type": "string", "maxLength": 20}, "how much"),
    Parameter("unit", {"type": "string", "enum": list(UNITS)}, "of the amount"),
    Parameter("goods", _TEXT, "in words, or an HS code"),
    Parameter("hs", {"type": "string", "maxLength": 10}, "the HS code"),
    Parameter("condition", {"type": "string", "enum": list(CONDITIONS)}, "whether they are new, used or waste"),
    Parameter("origin", {"type": "string", "maxLength": 2}, "the country where they were made"),
    Parameter("mode", {"type": "string", "enum": sorted(MODES)}, "only this way"),
    Parameter("reefer", {"type": "boolean"}, "whether they need cooling"),
    Parameter("doors", {"type": "boolean"}, "from door to door, with the hauls to and from the terminals"),
    Parameter("dg", {"type": "string", "enum": [str(number) for number in range(1, 10)]}, "class of dangerous goods"),
)
OPERATIONS = [
    Operation("GET", "/plan", "find_ways", "Ways for goods, at once", find_ways, PLAN, group="Plans", query=QUESTION),
    Operation(
        "POST",
        "/plans",
        "order_ways",
        "Ways for goods, planned in the background",
        order_ways,
        ACCEPTED,
        group="Plans",
        body=Body(PlanForm, leaves_out=("remember",)),
        status=202,
        spend=_spend_plan,
    ),
    Operation(
        "GET",
        "/plans/{secret}",
        "fetch_ways",
        "A plan that was ordered",
        fetch_ways,
        ORDERED,
        group="Plans",
        in_path=SECRET_IN_PATH,
    ),
]
