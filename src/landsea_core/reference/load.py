"""Reading the reference files into a `Reference`. Expects files that pass `check.find_reference_problems`."""

import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from landsea_core.reference.model import (
    CompetenceScope,
    CoverageGap,
    Desk,
    Matter,
    Office,
    PlaceRow,
    Reference,
    Telephone,
    Topic,
)
from landsea_core.reference.rows import Problem, Row, read_rows
from landsea_core.routing import OutsideBody

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Built = TypeVar("Built", bound="DataclassInstance")
"""A dataclass of `model`, made from one row."""


class ReferenceFault(ValueError):
    """A reference file that cannot be read; the text says which file and line and what is wrong."""


def read_reference(folder: Path) -> Reference:
    """All reference files of a folder. Raises ReferenceFault when one is missing or a row cannot be read."""
    return Reference(
        topics={
            topic.topic: topic
            for topic in (_make_from_row(_make_topic, row) for row in _read_rows(folder / "topics.jsonl"))
        },
        places={place.code: place for place in _make_all(folder / "places.jsonl", PlaceRow)},
        offices={office.code: office for office in _make_all(folder / "offices.jsonl", Office)},
        desks={
            desk.code: desk for desk in (_make_from_row(_make_desk, row) for row in _read_rows(folder / "desks.jsonl"))
        },
        elsewhere={place.code: place for place in _make_all(folder / "elsewhere.jsonl", OutsideBody)},
        gaps=tuple(_make_all(folder / "coverage_gaps.jsonl", CoverageGap)),
        telephones=tuple(_make_all(folder / "telephones.jsonl", Telephone)),
    )


def _read_rows(path: Path) -> list[Row]:
    rows, problems = read_rows(path)
    if problems:
        raise ReferenceFault(str(problems[0]))
    return rows


def _make_from_row(make: Callable[[dict[str, Any]], Built], row: Row) -> Built:
    try:
        return make(row.data)
    except (KeyError, TypeError, AttributeError) as fault:
        problem = Problem(row.file, row.line, f"The row cannot be read ({fault}); run the check for what is missing.")
        raise ReferenceFault(str(problem)) from fault


def _make_all(path: Path, kind: type[Built]) -> list[Built]:
    return [_make_from_row(lambda data: _make_plain(kind, data), row) for row in _read_rows(path)]


def _make_plain(kind: type[Built], data: dict[str, Any]) -> Built:
    """A dataclass whose fields are the keys of the row; lists become tuples."""
    return kind(**{field.name: _freeze_value(data[field.name]) for field in dataclasses.fields(kind)})


def _freeze_value(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_freeze_value(part) for part in value)
    if isinstance(value, dict):
        return {key: _freeze_value(part) for key, part in value.items()}
    return value


def _make_topic(data: dict[str, Any]) -> Topic:
    return Topic(data["topic"], data["names"], tuple(_make_plain(Matter, matter) for matter in data["matters"]))


def _make_desk(data: dict[str, Any]) -> Desk:
    return _make_plain(
        Desk, {**data, "competences": [_make_plain(CompetenceScope, scope) for scope in data["competences"]]}
    )
