"""Rows to the core's values: disruptions as closures."""

from landsea.corridor.models import Disruption
from landsea_core.planner.network.model import Closure, Fact


def closure_of(row: Disruption) -> Closure:
    """Return a disruption as the planner knows it."""
    return Closure(
        id=f"disruption-{row.pk}",
        kind="disruption",
        places=(row.place,) if row.place else (),
        services=(row.service,) if row.service else (),
        modes=(),
        since=row.since,
        until=row.until,
        says=row.says,
        fact=Fact(row.source, row.grade, row.created_at.date().isoformat()),
    )
