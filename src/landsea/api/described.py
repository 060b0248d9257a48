"""Shapes that are described elsewhere: the schemas that the rules have of their own answers, by the same names."""

from dataclasses import dataclass
from typing import Any

from landsea.api.shapes import REGISTERED, Schema


@dataclass(frozen=True)
class DescribedShape:
    """An object whose JSON and schema another room makes; it is known by its name like any shape."""

    name: str
    given: Any

    def __post_init__(self) -> None:
        """Make it known by its name."""
        REGISTERED[self.name] = self

    def schema(self) -> Schema:
        """Return its schema."""
        told: Schema = self.given
        return told

    @property
    def reference(self) -> Schema:
        """Where the description has this schema."""
        return {"$ref": f"#/components/schemas/{self.name}"}
