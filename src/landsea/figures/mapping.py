"""Rows of the tables as the core's dataclasses and as rows of open data, and back. No queries are made here."""

from landsea.figures.models import Observation, Printed, Series
from landsea_core.figures.facts import Fact
from landsea_core.figures.observations import Observation as CoreObservation
from landsea_core.figures.observations import read_period, read_series


def read_fact(row: Printed) -> Fact:
    """Return a printed row as the rules read it."""
    return Fact(
        id=row.code,
        group=row.topic,
        subject=row.subject,
        metric=row.metric,
        value=row.value,
        date=row.said_on,
        source=row.source,
        grade=row.grade,
    )


def make_series_row(row: Series) -> dict:
    """Return a series as a row of open data."""
    return {
        "series": row.code,
        "title": row.titles,
        "metric": row.metric,
        "unit": row.unit,
        "kind": row.kind,
        "group": row.topic,
        "scope": row.scope,
        "groups": row.groups,
        "excluded": row.excluded,
    }


def make_printed_row(row: Printed) -> dict:
    """Return a printed row as a row of open data."""
    return {
        "fact": row.code,
        "group": row.topic,
        "subject": row.subject,
        "metric": row.metric,
        "value": row.value,
        "source": row.source,
        "said_on": row.said_on,
        "grade": row.grade,
        "checked": row.checked.isoformat() if row.checked else "",
    }


def make_observation_row(row: Observation) -> dict:
    """Return an observation as a row of open data; `series`, `printed` and `revises` were fetched with it."""
    return {
        "observation": row.code,
        "series": row.series.code,
        "period": row.period,
        "low": row.low,
        "high": row.high,
        "bound": row.bound,
        "growth": row.growth,
        "scope": row.scope,
        "source": row.source,
        "said_on": row.said_on,
        "grade": row.grade,
        "fact": row.printed.code if row.printed else "",
        "revises": row.revises.code if row.revises else "",
    }


def read_observation(row: Observation) -> CoreObservation:
    """Return an observation as the core compares it with statements."""
    return CoreObservation(
        code=row.code,
        series=read_series(make_series_row(row.series)),
        period=read_period(row.period),
        low=row.low,
        high=row.high,
        bound=row.bound,
        source=row.source,
        said_on=row.said_on,
        grade=row.grade,
        scope=row.scope,
        growth=row.growth,
        revises=row.revises.code if row.revises else "",
        fact=row.printed.code if row.printed else "",
    )
