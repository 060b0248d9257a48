"""A table of open data and its columns, as the Table Schema describes them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Field:
    """A column: its type as the Table Schema names it, what it means, and whether it must be filled."""

    name: str
    type: str
    description: str
    required: bool = False
    among: tuple[str, ...] = ()


@dataclass(frozen=True)
class Resource:
    """A table of the package; `key` is the column that names a row, `points` says which columns name rows elsewhere."""

    name: str
    title: str
    fields: tuple[Field, ...]
    key: str
    points: tuple[tuple[str, str, str], ...] = ()
