"""Describes the API of rules (OpenAPI 3.1): its addresses. A test compares it with the addresses and with real answers."""

from typing import Any

from landsea.rules.openapi_schemas import (
    CODE,
    CONDITION,
    FILTERS,
    HS,
    HS_OR_NONE,
    KNOWN,
    NUMBER,
    ON,
    SCHEMAS,
    WAY,
    make_choice_schema,
    query_parameter,
)
from landsea_core.countries import COUNTRIES
from landsea_core.rules import MODES, Purpose

PATHS = {
    "/measures": ("api_measures", "Measures that fit, by code", [*FILTERS, ON, KNOWN], "Measures"),
    "/measures/{code}": ("api_measure", "One measure on a day", [CODE, ON, KNOWN], "Measure"),
    "/measures/{code}/versions": ("api_measure_versions", "All its versions, the newest first", [CODE], "Versions"),
    "/measures/{code}/versions/{number}": ("api_measure_version", "What one version says", [CODE, NUMBER], "Version"),
    "/gate": (
        "api_gate",
        "May these goods pass on that day",
        [
            query_parameter("hs", HS, "the goods", needed=True),
            *WAY,
            query_parameter("mode", make_choice_schema(MODES), "the way", needed=True),
            CONDITION,
            ON,
            KNOWN,
        ],
        "Verdict",
    ),
    "/checklist": (
        "api_checklist",
        "What is needed, in the order in which to do it",
        [
            query_parameter("purpose", make_choice_schema(Purpose), "sell (when left out), invest or people"),
            query_parameter("hs", HS_OR_NONE, "the goods; needed for selling"),
            *WAY,
            query_parameter("mode", make_choice_schema(MODES), "the way"),
            CONDITION,
            ON,
            KNOWN,
        ],
        "Checklist",
    ),
    "/coverage": (
        "api_coverage",
        "Where somebody looked for rules, and what the book holds there",
        [
            query_parameter(
                "country", make_choice_schema(COUNTRIES), "whose cells to give; without it the summary alone"
            ),
            ON,
        ],
        "Coverage",
    ),
}
"""Address below /rules/api/v1 -> (name of the route, what it gives, parameters, schema of the answer)."""


def describe_api(server: str) -> dict[str, Any]:
    """Return the whole description, for a server's address."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Landsea: rules",
            "version": "1",
            "description": "Measures of the corridor with every version, the gate and the checklist. Open to anyone, read "
            "only. Every answer has an ETag; send it back as If-None-Match. Sentences come in the language of "
            "Accept-Language where we have it.",
        },
        "servers": [{"url": server}],
        "paths": {path: {"get": _describe_operation(*said)} for path, said in PATHS.items()},
        "components": {"schemas": SCHEMAS},
    }


def _describe_operation(name: str, gives: str, parameters: list[dict], schema: str) -> dict[str, Any]:
    def answer(says: str, of: str) -> dict:
        return {
            "description": says,
            "content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{of}"}}},
        }

    return {
        "operationId": name,
        "summary": gives,
        "parameters": parameters,
        "responses": {
            "200": answer(gives, schema),
            "304": {"description": "nothing changed since the ETag that was sent"},
            "400": answer("a parameter means nothing; the sentence says what to give", "Problem"),
            "404": answer("there is no such measure or version", "Problem"),
        },
    }
