"""Rows of `measures*.jsonl` as measures. Reads the files of a folder it is given; what is wrong is `check`'s business."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from landsea_core.rules.book import Book
from landsea_core.rules.coverage_rows import read_coverage
from landsea_core.rules.days import read_partial_day
from landsea_core.rules.measure_kinds import Effect, MeasureKind
from landsea_core.rules.model import Life, Measure, MeasureScope, Requirement, Suspension

PATTERN = "measures*.jsonl"


def read_book(folder: Path) -> Book:
    """All measures of a folder, with where somebody looked. Raises ValueError with file, line and what to do for a row that
    cannot be read.
    """
    return Book((measure for _, _, measure in read_measure_rows(folder)), read_coverage(folder))


def read_measure_rows(folder: Path) -> list[tuple[str, int, Measure]]:
    """File, line and measure of each row."""
    found = []
    for path in sorted(folder.glob(PATTERN)):
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
            if not line.strip():
                continue
            try:
                found.append((path.name, number, read_measure(json.loads(line))))
            except KeyError as fault:
                raise ValueError(f"{path.name}:{number}: the field {fault} is missing.") from None
            except (ValueError, TypeError) as fault:
                raise ValueError(f"{path.name}:{number}: {fault}") from None
    return found


def read_measure(row: Mapping[str, Any]) -> Measure:
    """One row as a measure; raises KeyError for a missing field, ValueError for a value that means nothing."""
    scope, life = row["applies"], row["life"]
    return Measure(
        code=row["id"],
        title=row["title"],
        kind=MeasureKind(row["kind"]),
        effect=Effect(row["effect"]),
        country=row["country"],
        authority=row["authority"],
        legal_act=row["legal_act"],
        title_local=row.get("title_local", ""),
        summary=row["summary"],
        scope=read_scope(scope),
        requirements=tuple(read_requirement(part) for part in row["requires"]),
        life=read_life(life),
        complete=row.get("complete", False),
        source=row["source"],
        grade=row["grade"],
        checked=row["checked"],
        note=row.get("note", ""),
        to_confirm=row.get("to_confirm", ""),
        version=row.get("version", 1),
    )


def read_scope(row: Mapping[str, Any]) -> MeasureScope:
    """The `applies` of a row; fields left out are open."""
    land_transit = row.get("land_transit")
    return MeasureScope(
        hs=tuple(row.get("hs", ())),
        hs_except=tuple(row.get("hs_except", ())),
        goods=row.get("goods", ""),
        origin=frozenset(row.get("origin", ())),
        destination=frozenset(row.get("destination", ())),
        path=frozenset(row.get("path", ())),
        borders=frozenset(row.get("borders", ())),
        places=tuple(row.get("places", ())),
        modes=frozenset(row.get("modes", ())),
        modes_only=row.get("modes_only", False),
        land_transit=None if land_transit is None else tuple(land_transit),
        direction=row.get("direction", "import"),
        conditions=frozenset(row.get("conditions", ())),
        exception=row.get("exception", False),
    )


def read_requirement(row: Mapping[str, Any]) -> Requirement:
    """One of the `requires` of a row."""
    return Requirement(**{**row, "hs": tuple(row.get("hs", ()))})


def read_life(row: Mapping[str, Any]) -> Life:
    """The `life` of a row; dates left out are unknown."""
    return Life(
        announced=read_partial_day(row.get("announced", "")),
        in_force=read_partial_day(row.get("in_force", "")),
        last_day=read_partial_day(row.get("last_day", "")),
        suspensions=tuple(_read_suspensions(row.get("suspensions", ()))),
        replaced_by=row.get("replaced_by", ""),
        pending=row.get("pending", False),
    )


def _read_suspensions(rows: Iterable[Mapping[str, str]]) -> Iterable[Suspension]:
    for row in rows:
        yield Suspension(
            read_partial_day(row["first"]),
            read_partial_day(row.get("last", "")),
            row.get("act", ""),
            row.get("doubt", ""),
        )
