"""Shapes of what the API answers: one table of fields gives both the JSON and its schema, so that they cannot disagree.

PLACE = Shape("Place", "A place of the directory", {"code": make_text_field(lambda place: place.code)})
PLACE.of(row) -> {"code": "VNHAN"};  PLACE.schema() -> {"type": "object", ...}
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol, runtime_checkable

Read = Callable[[Any], Any]
Schema = dict[str, Any]


@runtime_checkable
class Registered(Protocol):
    """What the description knows by its name."""

    @property
    def name(self) -> str:
        """Its name."""

    @property
    def reference(self) -> "Schema":
        """Where the description has its schema."""

    def schema(self) -> "Schema":
        """Return its schema."""


REGISTERED: dict[str, Registered] = {}
"""Every shape by its name."""


@dataclass(frozen=True)
class Field:
    """One field of a shape: its schema, and how it is read from the thing that is shown."""

    schema: Schema
    read: Read


@dataclass(frozen=True)
class Shape:
    """A kind of object that the API answers with, by a name that the description uses."""

    name: str
    says: str
    fields: Mapping[str, Field]

    def __post_init__(self) -> None:
        """Make it known by its name."""
        REGISTERED[self.name] = self

    def of(self, shown: Any) -> dict[str, Any]:
        """Return the JSON of one thing."""
        return {name: field.read(shown) for name, field in self.fields.items()}

    def all_of(self, shown: Iterable[Any]) -> list[dict[str, Any]]:
        """Return the JSON of many."""
        return [self.of(one) for one in shown]

    def schema(self) -> Schema:
        """Return the schema of one thing; every field is always there."""
        return make_object_schema({name: field.schema for name, field in self.fields.items()}, self.says)

    @property
    def reference(self) -> Schema:
        """Where the description has this schema."""
        return {"$ref": f"#/components/schemas/{self.name}"}

    @property
    def many(self) -> Schema:
        """The schema of a list of it."""
        return {"type": "array", "items": self.reference}


def make_object_schema(fields: Mapping[str, Schema], says: str = "") -> Schema:
    """Return the schema of an object that has all these fields and no other."""
    told: Schema = {
        "type": "object",
        "required": list(fields),
        "properties": dict(fields),
        "additionalProperties": False,
    }
    return told | ({"description": says} if says else {})


def make_text_field(read: Read, says: str = "") -> Field:
    """Return a field of text; nothing is the empty text."""
    return Field(_told({"type": "string"}, says), lambda shown: str(read(shown) or ""))


def number_field(read: Read, says: str = "") -> Field:
    """Return a field of a number, or null where it is unknown."""
    return Field(_told({"type": ["number", "null"]}, says), read)


def make_whole_field(read: Read, says: str = "") -> Field:
    """Return a field of a whole number."""
    return Field(_told({"type": "integer"}, says), lambda shown: int(read(shown)))


def make_truth_field(read: Read, says: str = "") -> Field:
    """Return a field that is true or false."""
    return Field(_told({"type": "boolean"}, says), lambda shown: bool(read(shown)))


def make_instant_field(read: Read, says: str = "") -> Field:
    """Return a field of an instant with its offset, or null."""
    return Field(_told({"type": ["string", "null"], "format": "date-time"}, says), lambda shown: _iso(read(shown)))


def make_day_field(read: Read, says: str = "") -> Field:
    """Return a field of a day, or null."""
    return Field(_told({"type": ["string", "null"], "format": "date"}, says), lambda shown: _iso(read(shown)))


def make_texts_field(read: Read, says: str = "") -> Field:
    """Return a field of a list of texts."""
    schema = {"type": "array", "items": {"type": "string"}}
    return Field(_told(schema, says), lambda shown: [str(one) for one in read(shown)])


def make_names_field(read: Read, says: str = "") -> Field:
    """Return a field of a name in several languages, by the code of the language."""
    schema = {"type": "object", "additionalProperties": {"type": "string"}}
    return Field(_told(schema, says), lambda shown: dict(read(shown) or {}))


def make_any_field(read: Read, says: str = "") -> Field:
    """Return a field whose inside has no fixed form; `says` tells what it is."""
    return Field({"description": says}, read)


def make_one_field(shape: Shape, read: Read, says: str = "") -> Field:
    """Return a field of one thing of a shape, or null."""

    def shown_one(shown: Any) -> Any:
        found = read(shown)
        return None if found is None else shape.of(found)

    return Field(_told({"anyOf": [shape.reference, {"type": "null"}]}, says), shown_one)


def make_many_field(shape: Shape, read: Read, says: str = "") -> Field:
    """Return a field of a list of things of a shape."""
    return Field(_told(shape.many, says), lambda shown: shape.all_of(read(shown)))


def _told(schema: Schema, says: str) -> Schema:
    return schema | ({"description": says} if says else {})


def _iso(value: date | datetime | None) -> str | None:
    return value.isoformat() if value else None
