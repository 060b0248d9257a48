"""The files of series and observations of a folder."""

import json
from pathlib import Path
from typing import Any

from landsea_core.figures.observations.observation import Observation, read_observation
from landsea_core.figures.observations.series import Series, read_series
from landsea_core.translations import fill_rows


def load_series(path: Path) -> dict[str, Series]:
    """Read series.jsonl, by code, with titles in all languages."""
    return {row["series"]: read_series(row) for row in fill_rows(path, _read_rows(path), "figures")}


def load_observations(folder: Path) -> tuple[Observation, ...]:
    """Read series.jsonl and observations.jsonl of a folder; ValueError names file, line and what to do."""
    series = load_series(folder / "series.jsonl")
    found = []
    for number, row in enumerate(_read_rows(folder / "observations.jsonl"), start=1):
        try:
            found.append(read_observation(row, series))
        except ValueError as problem:
            raise ValueError(f"observations.jsonl:{number}: {problem}") from problem
    return tuple(found)


def _read_rows(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]
