"""Brings the tables of figures in step with rows of files, in one transaction: by code; what vanished is retired."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import models, transaction

from landsea.base.audit.actions.append import append_entry
from landsea.figures.models import Observation, Printed, Series
from landsea_core.figures.observations import find_faults, read_period, read_series

STREAM = "figures:load"


class FigureFault(ValueError):
    """Rows that cannot be loaded; the sentence says which and what to do."""


@dataclass(frozen=True)
class Loaded:
    """How many rows are in service after a load."""

    series: int
    printed: int
    observations: int


def load_figures(
    series: Sequence[dict], printed: Sequence[dict], observations: Sequence[dict], *, actor: str, now: datetime
) -> Loaded:
    """Load rows at `now` (aware). Raises FigureFault with every fault, a line each; then nothing is changed."""
    _refuse_faults(series, observations)
    with transaction.atomic():
        _upsert_rows(Series, [_series_fields(row, at) for at, row in enumerate(series)], now)
        _upsert_rows(Printed, [_printed_fields(row, at) for at, row in enumerate(printed)], now)
        series_ids = dict(Series.objects.values_list("code", "pk"))
        printed_ids = dict(Printed.objects.values_list("code", "pk"))
        _upsert_rows(Observation, [_observation_fields(row, series_ids, printed_ids) for row in observations], now)
        _join_revisions(observations)
        append_entry(stream=STREAM, act="load_figures", actor=actor, at=now, facts={"observations": len(observations)})
    return Loaded(len(series), len(printed), len(observations))


def _refuse_faults(series: Iterable[dict], observations: Iterable[dict]) -> None:
    known = {}
    for row in series:
        try:
            known[row["series"]] = read_series(row)
        except (KeyError, ValueError) as problem:
            raise FigureFault(f"The series {row.get('series', '')!r}: {problem}") from problem
    wrong = [f"{row.get('observation', '')}: {fault}" for row in observations for fault in find_faults(row, known)]
    codes = [row.get("observation") for row in observations]
    wrong += [
        f"{code}: this code stands twice; give each observation its own."
        for code in {c for c in codes if codes.count(c) > 1}
    ]
    missing = {row["revises"] for row in observations if row.get("revises")} - set(codes)
    wrong += [f"{code}: an observation revises it, and it is not there." for code in sorted(missing)]
    if wrong:
        raise FigureFault("\n".join(wrong))


def _upsert_rows(model: type[models.Model], rows: list[dict], now: datetime) -> None:
    """Insert or update by code, put back into service what is named, retire the rest."""
    fields = [name.removesuffix("_id") for name in rows[0] if name != "code"] if rows else []
    model.objects.bulk_create(
        [model(**row, retired_at=None) for row in rows],
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=[*fields, "retired_at"],
        batch_size=500,
    )
    model.objects.filter(retired_at=None).exclude(code__in=[row["code"] for row in rows]).update(retired_at=now)


def _series_fields(row: dict, position: int) -> dict:
    return {
        "code": row["series"],
        "titles": row["title"],
        "metric": row["metric"],
        "unit": row["unit"],
        "kind": row.get("kind", "flow"),
        "topic": row.get("group", ""),
        "scope": row.get("scope", ""),
        "groups": row.get("groups", []),
        "excluded": row.get("excluded", []),
        "position": position,
    }


def _printed_fields(row: dict, position: int) -> dict:
    return {
        "code": row["fact"],
        "topic": row.get("group", ""),
        "subject": row["subject"],
        "metric": row["metric"],
        "value": row["value"],
        "source": row["source"],
        "said_on": row.get("said_on", ""),
        "grade": row["grade"],
        "checked": date.fromisoformat(row["checked"]) if row.get("checked") else None,
        "position": position,
    }


def _observation_fields(row: dict, series_ids: dict[str, int], printed_ids: dict[str, int]) -> dict:
    period = read_period(row.get("period", ""))
    return {
        "code": row["observation"],
        "series_id": series_ids[row["series"]],
        "printed_id": printed_ids.get(row.get("fact", "")),
        "period": row.get("period", ""),
        "first_month": period.first if period else None,
        "low": float(row.get("low", row.get("value"))),
        "high": float(row.get("high", row.get("value"))),
        "bound": row.get("bound", ""),
        "growth": row.get("growth"),
        "scope": row.get("scope", ""),
        "source": row["source"],
        "said_on": row.get("said_on", ""),
        "grade": row["grade"],
    }


def _join_revisions(observations: Iterable[dict]) -> None:
    wanted = {row["observation"]: row.get("revises") or None for row in observations}
    stored = {row.code: row for row in Observation.objects.filter(retired_at=None)}
    changed = []
    for code, earlier in wanted.items():
        target = stored[earlier].pk if earlier else None
        if stored[code].revises_id != target:
            stored[code].revises_id = target
            changed.append(stored[code])
    Observation.objects.bulk_update(changed, ["revises"], batch_size=500)
