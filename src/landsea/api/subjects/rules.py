"""The book of measures as it is on a day and as it was known, the gate, checklists, where somebody looked. Questions and
answers are those of the rules themselves.
"""

from collections.abc import Callable
from typing import Any

from django.http import QueryDict

from landsea.api.described import DescribedShape
from landsea.api.lists import cut_page, list_schema, make_slicer
from landsea.api.operations import Answered, Asked, Operation, Parameter
from landsea.api.parameters import CURSOR, LIMIT
from landsea.api.problems import Fault, Problem
from landsea.api.shapes import Schema
from landsea.rules import api_answers, api_data, api_questions
from landsea.rules.openapi import PATHS
from landsea.rules.openapi_schemas import SCHEMAS

REQUIREMENT, MEASURE, VERSION, VERDICT, CHECKLIST, COVERAGE = (
    DescribedShape(name, SCHEMAS[name])
    for name in ("Requirement", "Measure", "Version", "Verdict", "Checklist", "Coverage")
)
Answers = Callable[[Asked, QueryDict], Any]
"""Answers what is asked, with the parameters as the rules read them."""


def _answering_bad_questions(run: Answers) -> Callable[[Asked], Any]:
    """Make a problem of a parameter that means nothing to the rules."""

    def answered(asked: Asked) -> Any:
        given = QueryDict(mutable=True)
        given.update({name: str(value) for name, value in asked.query.items() if value not in ("", None)})
        try:
            return run(asked, given)
        except api_questions.BadQuestion as fault:
            raise Problem("bad-parameter", str(fault), faults=[Fault(fault.field, str(fault))]) from fault

    return answered


def list_measures(asked: Asked, given: QueryDict) -> Answered:
    """Return measures that fit, by code."""
    found = api_answers.find_measures(given)
    read = make_slicer(found.measures)
    return cut_page(asked, lambda first, most: [found.describe(one) for one in read(first, most)], MEASURE)


def show_measure(asked: Asked, given: QueryDict) -> dict[str, Any]:
    """Return one measure on a day."""
    return api_answers.describe_measure(given, asked.path["code"])


def list_versions(asked: Asked, _given: QueryDict) -> dict[str, Any]:
    """Return every published version of a measure, the newest first, with what each says."""
    versions = api_answers.list_published_versions(asked.path["code"])
    return {"items": [api_data.shape_version(one, whole=True) for one in versions], "next": None}


def ask_the_gate(_asked: Asked, given: QueryDict) -> dict[str, Any]:
    """Say whether these goods may pass."""
    return api_answers.answer_gate(given)


def show_checklist(_asked: Asked, given: QueryDict) -> dict[str, Any]:
    """Return what is needed, in the order in which to do it."""
    return api_answers.answer_checklist(given)


def show_coverage(_asked: Asked, given: QueryDict) -> dict[str, Any]:
    """Return where somebody looked for rules."""
    return api_answers.answer_coverage(given)


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


def _operation(path: str, name: str, says: str, run: Answers, answer: Any, query: str, **more: Any) -> Operation:
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
    _operation("/coverage", "show_coverage", PATHS["/coverage"][1], show_coverage, COVERAGE, "/coverage"),
]
