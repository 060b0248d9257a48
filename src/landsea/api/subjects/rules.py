"""The book of measures: as it is on a day and as it was known, the gate, checklists. The questions and the answers are those of
the rules themselves.
"""

from collections.abc import Callable
from typing import Any

from django.http import Http404, QueryDict
from django.utils import timezone
from django.utils.translation import gettext

from landsea.api.described import DescribedShape
from landsea.api.lists import list_schema, page_of, slices_of
from landsea.api.operations import Answered, Asked, Operation, Parameter
from landsea.api.parameters import CURSOR, LIMIT
from landsea.api.problems import Fault, Problem
from landsea.api.shapes import Schema
from landsea.base.translation.sentences import say_sentence
from landsea.rules import access, api_data, api_questions
from landsea.rules.openapi import PATHS
from landsea.rules.openapi_schemas import SCHEMAS
from landsea_core.rules import ask_gate, describe_verdict, make_checklist

REQUIREMENT, MEASURE, VERSION, VERDICT, CHECKLIST = (
    DescribedShape(name, SCHEMAS[name]) for name in ("Requirement", "Measure", "Version", "Verdict", "Checklist")
)


def _answering_bad_questions(run: Callable[[Asked], Any]) -> Callable[[Asked], Any]:
    """Make a problem of a parameter that means nothing to the rules."""

    def answered(asked: Asked) -> Any:
        try:
            return run(asked)
        except api_questions.BadQuestion as fault:
            raise Problem("bad-parameter", str(fault), faults=[Fault(fault.field, str(fault))]) from fault

    return answered


def _given(asked: Asked) -> QueryDict:
    data = QueryDict(mutable=True)
    data.update({name: str(value) for name, value in asked.query.items() if value not in ("", None)})
    return data


def list_measures(asked: Asked) -> Answered:
    """Return measures that fit, by code."""
    given = _given(asked)
    day, book = api_questions.day_in(given, "on", timezone.localdate()), api_questions.book_in(given)
    assert day is not None
    found, state = access.matching_measures(api_questions.wanted_in(given), book), api_questions.state_in(given)
    found = [one for one in found if not state or book.standing(one, day).state == state]
    read = slices_of(found)
    return page_of(
        asked,
        lambda first, most: [api_data.measure_data(book, one, day) for one in read(first, most)],
        MEASURE,
    )


def show_measure(asked: Asked) -> dict[str, Any]:
    """Return one measure on a day."""
    given = _given(asked)
    day, book = api_questions.day_in(given, "on", timezone.localdate()), api_questions.book_in(given)
    assert day is not None
    return api_data.measure_data(book, access.measure_with_code(asked.path["code"], book), day)


def list_versions(asked: Asked) -> dict[str, Any]:
    """Return every published version of a measure, the newest first, with what each says."""
    versions = access.history_of(asked.path["code"])
    if not versions:
        raise Http404
    return {"items": [api_data.version_data(one, whole=True) for one in versions], "next": None}


def ask_the_gate(asked: Asked) -> dict[str, Any]:
    """Say whether these goods may pass."""
    given = _given(asked)
    shipment, day = api_questions.shipment_in(given), api_questions.day_in(given, "on", timezone.localdate())
    if not shipment.mode:
        raise api_questions.BadQuestion("mode", gettext("This parameter is needed."))
    assert day is not None
    return describe_verdict(ask_gate(api_questions.book_in(given), shipment, day), say_sentence)


def show_checklist(asked: Asked) -> dict[str, Any]:
    """Return what is needed, in the order in which to do it."""
    given = _given(asked)
    purpose, day = api_questions.purpose_in(given), api_questions.day_in(given, "on", timezone.localdate())
    assert day is not None
    shipment = api_questions.shipment_in(given, goods_needed=purpose == "sell")
    return api_data.checklist_data(make_checklist(api_questions.book_in(given), shipment, day, purpose))


def _parameters(path: str) -> tuple[Parameter, ...]:
    """Return the parameters that the rules name at a path, but for those of pages, which are ours."""
    return tuple(
        Parameter(one["name"], _bounded(one["schema"]), one["description"], one["required"])
        for one in PATHS[path][2]
        if one["in"] == "query" and one["name"] not in ("limit", "after")
    )


def _bounded(schema: Schema) -> Schema:
    return schema if {"enum", "format", "pattern", "maxLength"} & set(schema) else schema | {"maxLength": 200}


CODE = {"code": {"type": "string", "maxLength": 40, "description": "the measure's code, never used again"}}


def _operation(path: str, name: str, says: str, run: Callable, answer: Any, query: str, **more: Any) -> Operation:
    parameters = _parameters(query) + ((LIMIT, CURSOR) if name == "list_measures" else ())
    return Operation(
        "GET", path, name, says, _answering_bad_questions(run), answer, group="Rules", query=parameters, **more
    )


OPERATIONS = [
    _operation("/measures", "list_measures", PATHS["/measures"][1], list_measures, list_schema(MEASURE), "/measures"),
    _operation(
        "/measures/{code}",
        "show_measure",
        "One measure on a day",
        show_measure,
        MEASURE,
        "/measures/{code}",
        in_path=CODE,
    ),
    _operation(
        "/measures/{code}/versions",
        "list_versions",
        "All its versions, the newest first",
        list_versions,
        list_schema(VERSION),
        "/measures/{code}/versions",
        in_path=CODE,
    ),
    _operation("/gate", "ask_gate", "May these goods pass on that day", ask_the_gate, VERDICT, "/gate"),
    _operation(
        "/checklist",
        "show_checklist",
        "What is needed, in the order in which to do it",
        show_checklist,
        CHECKLIST,
        "/checklist",
    ),
]
