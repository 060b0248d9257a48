"""The description of the API of rules (OpenAPI 3.1). A test compares it with the addresses and with real answers."""

from typing import Any

from landsea_core.reference.vocabulary import PLACE_COUNTRIES
from landsea_core.rules import GRADES, MODES, Effect, MeasureKind, MeasureState, Purpose
from landsea_core.rules.check import MAKERS

TEXT = {"type": "string"}
TEXTS = {"type": "array", "items": TEXT}


def _one_of(values) -> dict:
    return {"type": "string", "enum": [str(value) for value in values]}


def _query(name: str, schema: dict, says: str, *, needed: bool = False) -> dict:
    return {"name": name, "in": "query", "required": needed, "schema": schema, "description": says}


ON = _query("on", {"type": "string", "format": "date"}, "the day that is asked about; today when left out")
KNOWN = _query(
    "known", {"type": "string", "format": "date"}, "as it was known here at the end of that day; now when left out"
)
HS = {"type": "string", "pattern": r"^[0-9. ]{2,14}$"}
COUNTRY = _one_of(PLACE_COUNTRIES)
WAY = [
    _query("origin", COUNTRY, "where the goods were made, or people come from", needed=True),
    _query("destination", COUNTRY, "where they enter", needed=True),
    _query("transit", TEXT, "countries on the way in order, with commas"),
]
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


def _object(needed: dict[str, dict], **more: dict) -> dict:
    return {"type": "object", "required": list(needed), "properties": needed | more}


SCHEMAS = {
    "Problem": _object({"error": TEXT, "field": TEXT}),
    "Requirement": _object(
        {"what": TEXT},
        who=TEXT,
        lead_time=TEXT,
        cost=TEXT,
        validity=TEXT,
        sample=TEXT,
        doc={"type": "boolean"},
        hs=TEXTS,
    ),
    "Measure": _object(
        {
            "id": TEXT,
            "title": TEXT,
            "kind": _one_of(MeasureKind),
            "effect": _one_of(Effect),
            "country": _one_of(MAKERS),
            "authority": TEXT,
            "legal_act": TEXT,
            "applies": {"type": "object"},
            "life": {"type": "object"},
            "requires": {"type": "array", "items": {"$ref": "#/components/schemas/Requirement"}},
            "summary": TEXT,
            "complete": {"type": "boolean"},
            "source": TEXT,
            "grade": _one_of(GRADES),
            "checked": TEXT,
            "note": TEXT,
            "on": TEXT,
            "state": _one_of(MeasureState),
            "doubts": TEXTS,
            "stale": {"type": "boolean"},
        },
        title_local=TEXT,
        page=TEXT,
        versions=TEXT,
    ),
    "Measures": _object(
        {
            "total": {"type": "integer"},
            "on": TEXT,
            "next": {"type": ["string", "null"]},
            "measures": {"type": "array", "items": {"$ref": "#/components/schemas/Measure"}},
        }
    ),
    "Version": _object(
        {
            "measure": TEXT,
            "number": {"type": "integer"},
            "state": _one_of(["published", "withdrawn"]),
            "published_at": TEXT,
            "ended_at": {"type": ["string", "null"]},
            "changes": TEXTS,
            "note": TEXT,
        },
        says={"type": "object"},
    ),
    "Versions": _object(
        {"measure": TEXT, "versions": {"type": "array", "items": {"$ref": "#/components/schemas/Version"}}}
    ),
    "Verdict": _object(
        {
            "verdict": _one_of(["forbidden", "allowed", "allowed_with", "unknown"]),
            "question": {"type": "object"},
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
    "Checklist": _object(
        {
            "purpose": _one_of(Purpose),
            "on": TEXT,
            "goods": {"type": "object"},
            "verdict": {"type": ["string", "null"]},
            "forbids": {"type": "array"},
            "unknown": {"type": "array"},
            "steps": {"type": "array"},
            "to_meet": {"type": "integer"},
        }
    ),
}

FILTERS = [
    _query("q", TEXT, "words in code, title, act or summary; all must be there"),
    _query("country", _one_of(MAKERS), "who made the rule"),
    _query("kind", _one_of(MeasureKind), "kind of rule"),
    _query("effect", _one_of(Effect), "what it does"),
    _query("hs", HS, "rules that name this code, a part of it, or what it is part of"),
    _query("origin", COUNTRY, "rules that name this origin or leave it open"),
    _query("destination", COUNTRY, "rules that name this destination or leave it open"),
    _query("mode", _one_of(MODES), "rules that name this way or leave it open"),
    _query("state", _one_of(MeasureState), "rules in this state on the day"),
    _query("limit", {"type": "integer", "minimum": 1, "maximum": 200}, "how many at once, 50 when left out"),
    _query("after", TEXT, "the code of the last one that was read; `next` of an answer fills it"),
]
PATHS = {
    "/measures": ("api_measures", "Measures that fit, by code", [*FILTERS, ON, KNOWN], "Measures"),
    "/measures/{code}": ("api_measure", "One measure on a day", [CODE, ON, KNOWN], "Measure"),
    "/measures/{code}/versions": ("api_measure_versions", "All its versions, the newest first", [CODE], "Versions"),
    "/measures/{code}/versions/{number}": ("api_measure_version", "What one version says", [CODE, NUMBER], "Version"),
    "/gate": (
        "api_gate",
        "May these goods pass on that day",
        [
            _query("hs", HS, "the goods", needed=True),
            *WAY,
            _query("mode", _one_of(MODES), "the way", needed=True),
            ON,
            KNOWN,
        ],
        "Verdict",
    ),
    "/checklist": (
        "api_checklist",
        "What is needed, in the order in which to do it",
        [
            _query("purpose", _one_of(Purpose), "sell (when left out), invest or people"),
            _query("hs", HS, "the goods; needed for selling"),
            *WAY,
            _query("mode", _one_of(MODES), "the way"),
            ON,
            KNOWN,
        ],
        "Checklist",
    ),
}
"""Address below /rules/api/v1 -> (name of the route, what it gives, parameters, schema of the answer)."""


def described(server: str) -> dict[str, Any]:
    """The whole description, for a server's address."""
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
        "paths": {path: {"get": _operation(*said)} for path, said in PATHS.items()},
        "components": {"schemas": SCHEMAS},
    }


def _operation(name: str, gives: str, parameters: list[dict], schema: str) -> dict[str, Any]:
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
