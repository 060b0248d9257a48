"""Reading the reference files into a `Reference`. Expects files that pass `check`; finding faults is its business."""

import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from landsea_core.reference.model import Desk, Gap, Matter, Office, Place, Reference, Scope, Telephone, Topic
from landsea_core.reference.rows import Problem, Row, read_rows
from landsea_core.routing import Elsewhere

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Built = TypeVar("Built", bound="DataclassInstance")
"""A dataclass of `model`, made from one row."""


class ReferenceFault(ValueError):
    """A reference file that cannot be read; the text says which file and line and what is wrong."""


def load(folder: Path) -> Reference:
    """All reference files of a folder. Raises ReferenceFault when one is missing or a row cannot be read."""
    return Reference(
        topics={topic.topic: topic for topic in (_made(_topic, row) for row in _rows(folder / "topics.jsonl"))},
        places={place.code: place for place in _all(folder / "places.jsonl", Place)},
        offices={office.code: office for office in _all(folder / "offices.jsonl", Office)},
        desks={desk.code: desk for desk in (_made(_desk, row) for row in _rows(folder / "desks.jsonl"))},
        elsewhere={place.code: place for place in _all(folder / "elsewhere.jsonl", Elsewhere)},
        gaps=tuple(_all(folder / "coverage_gaps.jsonl", Gap)),
        telephones=tuple(_all(folder / "telephones.jsonl", Telephone)),
    )


def _rows(path: Path) -> list[Row]:
    rows, problems = read_rows(path)
    if problems:
        raise ReferenceFault(str(problems[0]))
    return rows


def _made(make: Callable[[dict[str, Any]], Built], row: Row) -> Built:
    try:
        return make(row.data)
    except (KeyError, TypeError, AttributeError) as fault:
        problem = Problem(row.file, row.line, f"The row cannot be read ({fault}); run the check for what is missing.")
        raise ReferenceFault(str(problem)) from fault


def _all(path: Path, kind: type[Built]) -> list[Built]:
    return [_made(lambda data: _plain(kind, data), row) for row in _rows(path)]


def _plain(kind: type[Built], data: dict[str, Any]) -> Built:
    """A dataclass whose fields are the keys of the row; lists become tuples."""
    return kind(**{field.name: _frozen(data[field.name]) for field in dataclasses.fields(kind)})


def _frozen(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_frozen(part) for part in value)
    if isinstance(value, dict):
        return {key: _frozen(part) for key, part in value.items()}
    return value


def _topic(data: dict[str, Any]) -> Topic:
    return Topic(data["topic"], data["names"], tuple(_plain(Matter, matter) for matter in data["matters"]))


def _desk(data: dict[str, Any]) -> Desk:
    return _plain(Desk, {**data, "competences": [_plain(Scope, scope) for scope in data["competences"]]})
