"""A series: one subject and one metric in one unit."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from landsea_core.figures.observations.words_of_rows import read_unit


@dataclass(frozen=True)
class Series:
    """`groups` are how texts name the subject: in each group one word must stand in the text, and none of `excluded` (a part
    is not its whole). `title` is by language; `metric` is what is measured, `unit` a unit with its magnitude ("bn yuan").
    """

    code: str
    title: dict[str, str]
    metric: str
    unit: str
    scope: str = ""
    kind: str = "flow"
    groups: tuple[tuple[str, ...], ...] = ()
    excluded: tuple[str, ...] = ()


def read_series(row: Mapping[str, Any]) -> Series:
    """Return the series of a row of series.jsonl; ValueError with a sentence where its unit is not known."""
    read_unit(row["unit"])
    return Series(
        code=row["series"],
        title=row["title"],
        metric=row["metric"],
        unit=row["unit"],
        scope=row.get("scope", ""),
        kind=row.get("kind", "flow"),
        groups=tuple(tuple(group) for group in row.get("groups", [])),
        excluded=tuple(row.get("excluded", [])),
    )
