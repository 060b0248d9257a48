"""Observations: figures with unit, period, scope, source, date and grade, as held by the platform.

A series is one subject and one metric in one unit; its observations differ by period and by who said it. A later figure
for the same period and source revises the earlier one, which stays. Reading files happens in `load`, which gets a path.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from landsea_core.sentences import Sentence, quote_words
from landsea_core.text.default_lexicons import statement_units
from landsea_core.text.eras import BUDDHIST_YEARS
from landsea_core.text.periods import Period, find_periods
from landsea_core.text.periods.buddhist_years import advise_on_buddhist_year
from landsea_core.text.units.unit import Unit

GRADES = ("measured", "published", "reported", "claimed", "derived", "assumed")


@dataclass(frozen=True)
class Series:
    """`names` are how texts name the subject, by language: in each group one word must stand in the text, and none of
    `excluded` (a part is not its whole). `metric` is what is measured, `unit` a word of `units`, with its magnitude.
    """

    code: str
    title: dict[str, str]
    metric: str
    unit: str
    scope: str = ""
    kind: str = "flow"
    groups: tuple[tuple[str, ...], ...] = ()
    excluded: tuple[str, ...] = ()


@dataclass(frozen=True)
class Observation:
    """One figure of a series: `value`, or the ends of an interval, in the unit of the series."""

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
        return unit_of(self.series.unit)[1]

    @property
    def kind(self) -> str:
        """The kind of unit, for comparing."""
        return unit_of(self.series.unit)[0].kind


def unit_of(words: str) -> tuple[Unit, float]:
    """Return the unit and its scale for words such as "bn yuan", "TEU", "trains"; ValueError for unknown ones."""
    parts = words.split()
    magnitude = statement_units().magnitudes.get(parts[0].lower(), 1.0) if len(parts) > 1 else 1.0
    name = " ".join(parts[1:] if magnitude != 1.0 else parts).lower()
    if name not in statement_units().units:
        raise ValueError(
            f"The unit '{words}' is not known: use one of yuan, USD, TEU, tonnes, km, hours, days, trips, ..."
        )
    unit = statement_units().units[name]
    return unit, magnitude * unit.factor


def period_of(words: str) -> Period | None:
    """Return the period of a row ("2025", "2025-09", "2025 H1", "Jan-Sep 2025"); None for empty; ValueError otherwise."""
    if not words:
        return None
    if words.isdigit() and int(words) in BUDDHIST_YEARS:
        raise ValueError(str(advise_on_buddhist_year(int(words))))
    found = find_periods(words)
    if len(found) != 1 or found[0].year is None or found[0].earlier:
        raise ValueError(
            f"The period '{words}' is not understood: write 2025, Q1 2025, H1 2025, Jan-Sep 2025 or Sep 2025."
        )
    return found[0]


def series_of(row: dict) -> Series:
    """Return the series of a row of series.jsonl."""
    unit_of(row["unit"])
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


def observation_of(row: dict, series: dict[str, Series]) -> Observation:
    """Return the observation of a row of observations.jsonl; ValueError with a sentence for what is wrong in it."""
    problem = next(iter(faults(row, series)), None)
    if problem:
        raise ValueError(str(problem))
    low = float(row["value"]) if "value" in row else float(row["low"])
    high = float(row["value"]) if "value" in row else float(row["high"])
    return Observation(
        code=row["observation"],
        series=series[row["series"]],
        period=period_of(row.get("period", "")),
        low=low,
        high=high,
        bound=row.get("bound", ""),
        source=row["source"],
        said_on=row.get("said_on", ""),
        grade=row["grade"],
        scope=row.get("scope", ""),
        growth=row.get("growth"),
        revises=row.get("revises", ""),
        fact=row.get("fact", ""),
    )


def faults(row: dict, series: dict[str, Series]) -> Iterator[Sentence]:
    """Yield what to do about each thing that is wrong in a row; nothing when it is in order."""
    if not row.get("observation"):
        yield Sentence("The observation has no code: give it one that no other has.")
    if row.get("series") not in series:
        yield Sentence(
            "The series '%(series)s' is not known: name one of the list, or add it first.", series=row.get("series", "")
        )
    has_value = isinstance(row.get("value"), int | float)
    has_ends = isinstance(row.get("low"), int | float) and isinstance(row.get("high"), int | float)
    if has_value == has_ends:
        yield Sentence("Give either one value or the two ends of an interval, as numbers.")
    elif has_ends and row["low"] > row["high"]:
        yield Sentence(
            "The lower end %(low)s lies above the upper end %(high)s: swap them.", low=row["low"], high=row["high"]
        )
    if row.get("grade") not in GRADES:
        yield Sentence(
            "The grade '%(grade)s' is not known: use one of %(grades)s.",
            grade=row.get("grade", ""),
            grades=", ".join(GRADES),
        )
    if not row.get("source"):
        yield Sentence("A figure needs its source: say who published it and where.")
    try:
        period_of(row.get("period", ""))
    except ValueError as problem:
        yield quote_words(str(problem))


def load_series(path: Path) -> dict[str, Series]:
    """Read series.jsonl."""
    return {row["series"]: series_of(row) for row in _rows(path)}


def load_observations(folder: Path) -> tuple[Observation, ...]:
    """Read series.jsonl and observations.jsonl of a folder; ValueError names file, line and what to do."""
    series = load_series(folder / "series.jsonl")
    found = []
    for number, row in enumerate(_rows(folder / "observations.jsonl"), start=1):
        try:
            found.append(observation_of(row, series))
        except ValueError as problem:
            raise ValueError(f"observations.jsonl:{number}: {problem}") from problem
    return tuple(found)


def current(observations: Iterable[Observation]) -> list[Observation]:
    """Return the observations that no later one revises."""
    rows = list(observations)
    revised = {row.revises for row in rows if row.revises}
    return [row for row in rows if row.code not in revised]


def day_of(words: str) -> date | None:
    """Return the day of "2026-01-06"; a month or year alone has none."""
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None


def _rows(path: Path) -> list[dict]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]
