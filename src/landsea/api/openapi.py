"""The description of the API (OpenAPI 3.1), made from the table of operations: what is served is what is described."""

from typing import Any

from django.conf import settings

from landsea.api.operations import NAME_IN_PATH, Operation
from landsea.api.problems import KINDS, MEDIA_TYPE
from landsea.api.scopes import SCOPES
from landsea.api.shapes import Registered, make_object_schema
from landsea.api.shapes_in_use import list_shapes
from landsea.api.table import list_operations

PROBLEM = make_object_schema(
    {
        "type": {"type": "string", "format": "uri"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {
            "type": "string",
            "description": "a sentence that says what to do, in the language of Accept-Language",
        },
    }
) | {"additionalProperties": True}
EVERYWHERE = (400, 401, 403, 404, 405, 429, 500, 503)
WHERE_WRITTEN = (409, 412, 413, 415, 422)
ABOUT = f"""Everything that a person may do at Landsea. A key is made on the page of one's keys and acts with the rights that
its person has at that moment, limited to its scopes; the secret of a case opens that case. Every POST needs a header
Idempotency-Key: the same request sent again gets the same answer and does nothing twice. Errors are application/problem+json.
Lists go on with `next`. Sentences come in the language of Accept-Language ({", ".join(dict(settings.LANGUAGES))})."""


def describe_api(server: str) -> dict[str, Any]:
    """Return the whole description, for a server's address."""
    paths: dict[str, dict[str, Any]] = {}
    for one in list_operations():
        paths.setdefault(one.path, {})[one.method.lower()] = _describe_operation(one)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Landsea", "version": "1", "description": ABOUT},
        "servers": [{"url": server}],
        "paths": paths,
        "components": {
            "schemas": {"Problem": PROBLEM} | {one.name: one.schema() for one in list_shapes(list_operations())},
            "securitySchemes": {
                "key": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "a key of a person (lsk_...), or the secret of one case. Scopes: "
                    + "; ".join(f"{code}: {says}" for code, says in SCOPES.items()),
                }
            },
        },
    }


def _describe_operation(operation: Operation) -> dict[str, Any]:
    told: dict[str, Any] = {
        "operationId": operation.name,
        "summary": operation.summary,
        "tags": [operation.group],
        "parameters": _parameters(operation),
        "responses": _answers(operation),
        "security": [] if operation.is_public else [{"key": []}],
    }
    if operation.scope:
        told["x-scope"] = operation.scope
    if operation.body:
        content = {"application/json": {"schema": operation.body.schema()}}
        told["requestBody"] = {"required": True, "content": content}
    return told


def _parameters(operation: Operation) -> list[dict[str, Any]]:
    told = [
        {"name": name, "in": "path", "required": True, "schema": operation.in_path[name]}
        for name in NAME_IN_PATH.findall(operation.path)
    ]
    told += [
        {"name": one.name, "in": "query", "required": one.needed, "schema": one.schema, "description": one.says}
        for one in operation.query
    ]
    if operation.writes:
        schema = {"type": "string", "minLength": 16, "maxLength": 200, "pattern": "^[!#-~]{16,200}$"}
        told.append({"name": "Idempotency-Key", "in": "header", "required": True, "schema": schema})
    if operation.takes_version:
        schema = {"type": "string", "pattern": '^("v[0-9]{1,8}")$', "description": "the ETag of what you have seen"}
        told.append({"name": "If-Match", "in": "header", "required": False, "schema": schema})
    return told


def _answers(operation: Operation) -> dict[str, Any]:
    schema = operation.answer.reference if isinstance(operation.answer, Registered) else operation.answer
    told: dict[str, Any] = {
        str(operation.status): {"description": operation.summary, "content": {operation.media_type: {"schema": schema}}}
    }
    if not operation.writes:
        told["304"] = {"description": "nothing changed since the ETag that was sent as If-None-Match"}
    for status in (*EVERYWHERE, *(WHERE_WRITTEN if operation.writes else ())):
        titles = [str(title) for code, title in KINDS.values() if code == status]
        content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
        told[str(status)] = {"description": "; ".join(titles), "content": content}
    if "422" not in told:
        content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
        told["422"] = {"description": str(KINDS["faults"][1]), "content": content}
    return told
