"""Rows to the core's values: disruptions as closures, kept plans as what the rules compare."""

from dataclasses import dataclass
from datetime import datetime

from django.http import QueryDict

from landsea.corridor.kept_network import find_network
from landsea.corridor.models import Disruption, KeptPlan
from landsea_core.planner.network.place_rows import Closure
from landsea_core.planner.network.provenance import Provenance
from landsea_core.rules import Interest


def make_closure(row: Disruption) -> Closure:
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
        fact=Provenance(row.source, row.grade, row.created_at.date().isoformat()),
    )


@dataclass(frozen=True)
class WatchedPlan:
    """A kept plan whose keeper confirmed that mails may come, and what of it a rule may touch."""

    pk: int
    email: str
    language: str
    interest: Interest


def list_watched_plans(now: datetime) -> list[WatchedPlan]:
    """Return the confirmed plans whose goods are not on the way yet at `now` (aware), as the rules compare them."""
    rows = KeptPlan.objects.filter(ended_at=None, confirmed_at__isnull=False, ready_at__gte=now).order_by("pk")
    return [WatchedPlan(row.pk, row.email, row.language, make_interest(row)) for row in rows]


def make_interest(row: KeptPlan) -> Interest:
    """Return what a kept plan is about: its goods, where they come from and go to, its places by code and name, its ways.
    Without an origin the goods come from where the plan begins. A place's code begins with its country.
    """
    asked, legs = QueryDict(row.question), row.chosen["legs"]
    hs = asked.get("hs", "").replace(".", "").replace(" ", "")
    known = find_network().places
    gone_by = [known[code] for code in row.places if code in known]
    names = {name for place in gone_by for name in (*place.names.values(), *place.other_names)}
    return Interest(
        hs=(hs,) if hs else (),
        origins=frozenset({asked.get("origin", "").upper() or legs[0]["from"][:2]}),
        destinations=frozenset({legs[-1]["to"][:2]}),
        places=frozenset(row.places) | names,
        modes=frozenset(leg["mode"] for leg in legs),
    )
