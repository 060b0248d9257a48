"""Which shapes the operations answer with, and those inside them: what the description has to hold."""

from collections.abc import Iterable
from typing import Any

from landsea.api.operations import Operation
from landsea.api.shapes import REGISTERED, Registered

PREFIX = "#/components/schemas/"


def list_shapes(operations: Iterable[Operation]) -> list[Registered]:
    """Return the shapes that these operations answer with, and those that are named inside them, by name."""
    found: dict[str, Registered] = {}
    waiting = [name for one in operations for name in _named_in(_schema_of(one))]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = REGISTERED[name]
            waiting += _named_in(found[name].schema())
    return [found[name] for name in sorted(found)]


def _schema_of(operation: Operation) -> Any:
    return operation.answer.reference if isinstance(operation.answer, Registered) else operation.answer


def _named_in(schema: Any) -> list[str]:
    """Return the names of the shapes that a schema refers to."""
    if isinstance(schema, dict):
        own = [schema["$ref"].removeprefix(PREFIX)] if "$ref" in schema else []
        return own + [name for value in schema.values() for name in _named_in(value)]
    if isinstance(schema, list):
        return [name for value in schema for name in _named_in(value)]
    return []
