"""An observation: one figure of a series, with period, scope, source, date and grade."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from landsea_core.figures.observations.row_faults import find_faults
from landsea_core.figures.observations.series import Series
from landsea_core.figures.observations.words_of_rows import read_period, read_unit
from landsea_core.text.periods import Period


@dataclass(frozen=True)
class Observation:
    """One figure of a series, or the ends of an interval, in the unit of the series; `revises` is an earlier one's code."""

    code: str
    series: Series
    period: Period | None
    low: float
    high: float
    bound: str
    source: str
    said_on: str
    grade: str
    scope: str = ""
    growth: float | None = None
    revises: str = ""
    fact: str = ""

    @property
    def factor(self) -> float:
        """What one printed unit is in the base of its kind."""
        return read_unit(self.series.unit)[1]

    @property
    def kind(self) -> str:
        """The kind of unit, for comparing."""
        return read_unit(self.series.unit)[0].kind


def read_observation(row: Mapping[str, Any], series: Mapping[str, Series]) -> Observation:
    """Return the observation of a row of observations.jsonl; ValueError with a sentence for what is wrong in it."""
    problem = next(iter(find_faults(row, series)), None)
    if problem:
        raise ValueError(str(problem))
    low, high = (row["value"], row["value"]) if "value" in row else (row["low"], row["high"])
    return Observation(
        code=row["observation"],
        series=series[row["series"]],
        period=read_period(row.get("period", "")),
        low=float(low),
        high=float(high),
        bound=row.get("bound", ""),
        source=row["source"],
        said_on=row.get("said_on", ""),
        grade=row["grade"],
        scope=row.get("scope", ""),
        growth=row.get("growth"),
        revises=row.get("revises", ""),
        fact=row.get("fact", ""),
    )


def drop_revised(observations: Iterable[Observation]) -> list[Observation]:
    """Return the observations that no later one revises."""
    rows = list(observations)
    revised = {row.revises for row in rows if row.revises}
    return [row for row in rows if row.code not in revised]
