"""The operations of the API as targets: each name of their queries and bodies, asked with the keys of all who may have one."""

from typing import Any
from uuid import uuid4

from tests.coming_days import coming_tuesday
from tests.contract.one_of_each.addresses import FILER
from tests.contract.one_of_each.everything import Everything
from tests.hostile.values import KINDS, WORDS

from landsea.api.operations import Operation
from landsea.api.tests.programs import program_of

WITH_KEYS = ("holder", "deputy", "head", "other_holder", "observer", "clerk", "other_clerk", "editor", "coordinator")
NO_TEXTS: tuple[Any, ...] = (
    None,
    True,
    -1,
    0,
    2**31,
    2**63,
    10**40,
    1e308,
    0.1,
    [],
    {},
    [[]],
    ["\0"],
    {"a": {"b": []}},
)


def bearers_of(everything: Everything) -> dict[str, str]:
    """Return the key of everybody who has one; the filer's is the secret of the case, and nobody's is none."""
    keys = {who: program_of(everything.world, who).bearer for who in WITH_KEYS}
    return keys | {FILER: everything.opened[FILER][0].rstrip("/").rsplit("/", 1)[-1], "anonymous": ""}


def known_values(everything: Everything) -> dict[str, list[Any]]:
    """Return what stands in the addresses of pages, by its name there; the numbers of rows together as `id`."""
    found: dict[str, list[Any]] = {"id": []}
    for given in everything.values.values():
        for values in given if isinstance(given, list) else [given]:
            for name, value in values.items():
                found["id" if isinstance(value, int) else name] = [*found.get(name, []), value]
    return found


def names_of(operation: Operation) -> list[str]:
    """Return the names that an operation takes: of its path, its query and its body."""
    return [*operation.in_path, *(one.name for one in operation.query), *_properties(operation)]


def _properties(operation: Operation) -> dict[str, Any]:
    schema = operation.body.schema() if operation.body else {}
    return schema.get("properties", {}) if "properties" in schema else {}


def ordinary_body(operation: Operation) -> dict[str, Any]:
    """Return a body as its description asks for one."""
    return {name: _ordinary(schema) for name, schema in _properties(operation).items() if name != "papers"}


def _ordinary(schema: dict[str, Any]) -> Any:
    if "enum" in schema:
        return next((one for one in schema["enum"] if one), "")
    match schema.get("type"):
        case "integer" | "number":
            return max(schema.get("minimum", 1), 1)
        case "boolean":
            return True
        case "array":
            return []
    return (
        f"{coming_tuesday()}" if schema.get("format") == "date" else "Our durian waits."[: schema.get("maxLength", 99)]
    )


def hostile_value(chance: Any) -> Any:
    """Return a value that a program may send: of another type, or a hostile text."""
    return chance.choice(NO_TEXTS if chance.random() < 0.4 else KINDS["any"] if chance.random() < 0.7 else WORDS)


def headers_for(bearer: str, operation: Operation) -> dict[str, str]:
    """Return the headers of a program."""
    told = {"Authorization": f"Bearer {bearer}"} if bearer else {}
    return told | ({"Idempotency-Key": str(uuid4())} if operation.writes else {})
