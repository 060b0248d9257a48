"""Rows of facts as written, read from JSON lines."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any

from landsea_core.text.periods.buddhist_years import advise_on_buddhist_year

_BUDDHIST = re.compile(r"(?<![\d.,])25[3-9]\d(?![\d.,])")
_NEEDED = ("id", "subject", "metric", "value")


class FactsFault(ValueError):
    """A file that cannot be read; the sentence says which line and what to do."""


@dataclass(frozen=True)
class Fact:
    """One row of the file, as written."""

    id: str
    group: str
    subject: str
    metric: str
    value: str
    date: str = ""
    source: str = ""
    grade: str = ""


def read_facts(lines: Iterable[str]) -> list[Fact]:
    """Read JSON lines with at least id, subject, metric and value; other keys are left alone. Raises FactsFault."""
    found: list[Fact] = []
    known: set[str] = set()
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        row = _read_row(line, number)
        if str(row["id"]) in known:
            raise FactsFault(f"Line {number} has the id {row['id']} again: give each row its own.")
        old = _BUDDHIST.search(f"{row['metric']} {row.get('date', '')}")
        if old:
            raise FactsFault(f"Line {number}: {advise_on_buddhist_year(int(old.group()))}")
        known.add(str(row["id"]))
        found.append(Fact(**{one.name: _write_cell(row.get(one.name)) for one in fields(Fact)}))
    return found


def _read_row(line: str, number: int) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as problem:
        raise FactsFault(f"Line {number} is no JSON ({problem.msg}): write one object a line.") from problem
    missing = [key for key in _NEEDED if not isinstance(row, dict) or key not in row]
    if missing:
        raise FactsFault(f"Line {number} has no {', '.join(missing)}: each row needs id, subject, metric and value.")
    cells: dict[str, Any] = row
    return cells


def _write_cell(value: object) -> str:
    """Return a cell as text; numbers as they stand, nothing for null."""
    return "" if value is None else str(value)
