"""The schemas of what the API of rules answers, and of its parameters, as OpenAPI 3.1 writes them."""

from landsea_core.countries import OUTSIDE, PLACE_COUNTRIES
from landsea_core.rules import CONDITIONS, GRADES, MODES, Effect, MeasureKind, MeasureState, Purpose, VerdictBasis
from landsea_core.rules.check import MAKERS
from landsea_core.rules.coverage import LOOKED_DIRECTIONS
from landsea_core.rules.goods_groups import GROUPS

TEXT = {"type": "string"}

TEXTS = {"type": "array", "items": TEXT}


def make_choice_schema(values) -> dict:
    return {"type": "string", "enum": [str(value) for value in values]}


def query_parameter(name: str, schema: dict, says: str, *, needed: bool = False) -> dict:
    return {"name": name, "in": "query", "required": needed, "schema": schema, "description": says}


ON = query_parameter("on", {"type": "string", "format": "date"}, "the day that is asked about; today when left out")

KNOWN = query_parameter(
    "known", {"type": "string", "format": "date"}, "as it was known here at the end of that day; now when left out"
)

HS = {"type": "string", "pattern": r"^[0-9. ]{2,14}$"}

HS_OR_NONE = {"type": "string", "pattern": r"^([0-9. ]{2,14})?$"}
"""Where no code is needed, an empty one is one that was left out."""

COUNTRY = make_choice_schema(PLACE_COUNTRIES)

ANY_COUNTRY = make_choice_schema((*PLACE_COUNTRIES, *sorted(OUTSIDE)))

WAY = [
    query_parameter(
        "origin", ANY_COUNTRY, "where the goods were made, or people come from; ZZ for anywhere outside", needed=True
    ),
    query_parameter("destination", COUNTRY, "where they enter", needed=True),
    query_parameter("transit", TEXT, "countries on the way in order, with commas"),
]

CONDITION = query_parameter(
    "condition", make_choice_schema(CONDITIONS), "the state of the goods, where it is known: a code does not tell it"
)

CODE = {
    "name": "code",
    "in": "path",
    "required": True,
    "schema": TEXT,
    "description": "the measure's code, never used again",
}

NUMBER = {
    "name": "number",
    "in": "path",
    "required": True,
    "schema": {"type": "integer"},
    "description": "of the version",
}


def make_object_schema(needed: dict[str, dict], **more: dict) -> dict:
    return {"type": "object", "required": list(needed), "properties": needed | more}


BY_CONDITION = {
    "type": "array",
    "items": make_object_schema(
        {
            "condition": make_choice_schema(CONDITIONS),
            "verdict": make_choice_schema(["forbidden", "allowed", "allowed_with", "unknown"]),
            "says": TEXT,
            "measures": TEXTS,
        }
    ),
}
"""The answer for new and used goods and for waste; empty where the state was said, or nothing hangs on it."""

SCHEMAS = {
    "Problem": make_object_schema({"error": TEXT, "field": TEXT}),
    "Requirement": make_object_schema(
        {"what": TEXT},
        who=TEXT,
        lead_time=TEXT,
        cost=TEXT,
        validity=TEXT,
        sample=TEXT,
        doc={"type": "boolean"},
        hs=TEXTS,
        condition=make_choice_schema(CONDITIONS),
    ),
    "Measure": make_object_schema(
        {
            "id": TEXT,
            "title": TEXT,
            "kind": make_choice_schema(MeasureKind),
            "effect": make_choice_schema(Effect),
            "country": make_choice_schema(MAKERS),
            "authority": TEXT,
            "legal_act": TEXT,
            "applies": {"type": "object"},
            "life": {"type": "object"},
            "requires": {"type": "array", "items": {"$ref": "#/components/schemas/Requirement"}},
            "summary": TEXT,
            "complete": {"type": "boolean"},
            "source": TEXT,
            "grade": make_choice_schema(GRADES),
            "checked": TEXT,
            "note": TEXT,
            "on": TEXT,
            "state": make_choice_schema(MeasureState),
            "doubts": TEXTS,
            "stale": {"type": "boolean"},
        },
        title_local=TEXT,
        to_confirm=TEXT,
        page=TEXT,
        versions=TEXT,
    ),
    "Measures": make_object_schema(
        {
            "total": {"type": "integer"},
            "on": TEXT,
            "next": {"type": ["string", "null"]},
            "measures": {"type": "array", "items": {"$ref": "#/components/schemas/Measure"}},
        }
    ),
    "Version": make_object_schema(
        {
            "measure": TEXT,
            "number": {"type": "integer"},
            "state": make_choice_schema(["published", "withdrawn"]),
            "published_at": TEXT,
            "ended_at": {"type": ["string", "null"]},
            "changes": TEXTS,
            "note": TEXT,
        },
        says={"type": "object"},
    ),
    "Versions": make_object_schema(
        {"measure": TEXT, "versions": {"type": "array", "items": {"$ref": "#/components/schemas/Version"}}}
    ),
    "Verdict": make_object_schema(
        {
            "verdict": make_choice_schema(["forbidden", "allowed", "allowed_with", "unknown"]),
            "says": TEXT,
            "basis": {"type": ["string", "null"], "enum": [*map(str, VerdictBasis), None]},
            "not_looked_at": TEXTS,
            "question": {"type": "object"},
            "by_condition": BY_CONDITION,
            **{
                name: {"type": "array", "items": {"type": "object"}}
                for name in (
                    "forbids",
                    "requires",
                    "unknown",
                    "eases",
                    "informs",
                    "set_aside",
                )
            },
        }
    ),
    "Coverage": make_object_schema(
        {
            "on": TEXT,
            "summary": {
                "type": "array",
                "items": make_object_schema(
                    {
                        "country": TEXT,
                        "direction": TEXT,
                        "cells": {"type": "integer"},
                        "with_rules": {"type": "integer"},
                        "looked_at": {"type": "integer"},
                        "in_part": {"type": "integer"},
                        "for_news_only": {"type": "integer"},
                        "looked_on": TEXT,
                        "news_on": TEXT,
                        "newest_act": TEXT,
                    }
                ),
            },
            "cells": {
                "type": "array",
                "items": make_object_schema(
                    {
                        "country": TEXT,
                        "direction": make_choice_schema(LOOKED_DIRECTIONS),
                        "kind": make_choice_schema(MeasureKind),
                        "goods": make_choice_schema(GROUPS),
                        "rules": {"type": "integer"},
                        "in_force": {"type": "integer"},
                        "newest_act": TEXT,
                        "looked_at": {"type": "boolean"},
                        "in_part": {"type": "boolean"},
                        "looked_on": TEXT,
                        "news_on": TEXT,
                        "by": TEXT,
                        "sources": TEXTS,
                        "searched": TEXTS,
                        "not_found": TEXT,
                    }
                ),
            },
        }
    ),
    "Checklist": make_object_schema(
        {
            "purpose": make_choice_schema(Purpose),
            "on": TEXT,
            "goods": {"type": "object"},
            "verdict": {"type": ["string", "null"]},
            "basis": {"type": ["string", "null"]},
            "not_looked_at": TEXTS,
            "forbids": {"type": "array"},
            "unknown": {"type": "array"},
            "steps": {"type": "array"},
            "by_condition": BY_CONDITION,
            "to_meet": {"type": "integer"},
        }
    ),
}

FILTERS = [
    query_parameter("q", TEXT, "words in code, title, act or summary, whole ones; all must be there"),
    query_parameter("country", make_choice_schema(MAKERS), "who made the rule"),
    query_parameter("kind", make_choice_schema(MeasureKind), "kind of rule"),
    query_parameter("effect", make_choice_schema(Effect), "what it does"),
    query_parameter("hs", HS_OR_NONE, "rules that name this code, a part of it, or what it is part of"),
    query_parameter("origin", COUNTRY, "rules that name this origin or leave it open"),
    query_parameter("destination", COUNTRY, "rules that name this destination or leave it open"),
    query_parameter("mode", make_choice_schema(MODES), "rules that name this way or leave it open"),
    query_parameter("state", make_choice_schema(MeasureState), "rules in this state on the day"),
    query_parameter("limit", {"type": "integer", "minimum": 1, "maximum": 200}, "how many at once, 50 when left out"),
    query_parameter("after", TEXT, "the code of the last one that was read; `next` of an answer fills it"),
]
