"""See whether trips moved what plans count a line with, so that the kept plans on it are planned anew.

1. Reckon the lines' hours by the trips, decisions and day as they are (`access_figures` keeps them).
2. Where one lies further than `keeping.has_moved` allows from what the keepers of plans were told of, write it down, once.
3. `replan` finds the row as one that waits, like an edition.
"""

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from landsea.base.audit.actions.append import append_entry
from landsea.corridor.access_figures import measure_network
from landsea.corridor.models import MeasuredLine
from landsea_core.planner.network.kept_ways import has_moved
from landsea_core.planner.network.model import Corridor
from landsea_core.planner.network.spreads import Spreads


def weigh_trips(now: datetime) -> int:
    """Write down each line whose time has moved; return how many."""
    network = measure_network()
    told = dict(MeasuredLine.objects.values_list("service", "hours"))
    hours = {name: network.services[name].hours * spread.scale for name, spread in network.measured.items()}
    return sum(
        _write(network, name, hours.get(name), now)
        for name in sorted(told.keys() | hours.keys())
        if name in network.services and _moved(network, name, told.get(name), hours.get(name))
    )


def _moved(network: Corridor, name: str, told: float | None, hours: float | None) -> bool:
    service = network.services[name]
    without = service.hours * Spreads(replace(network, measured={})).find_spread(service).scale
    return has_moved(without if told is None else told, without if hours is None else hours)


def _write(network: Corridor, name: str, hours: float | None, now: datetime) -> bool:
    """Write one line's hours; False where another process was quicker."""
    with transaction.atomic():
        MeasuredLine.objects.bulk_create(
            [MeasuredLine(service=name, number=0, at=now, spread_at=now)], ignore_conflicts=True
        )
        row = MeasuredLine.objects.select_for_update().get(service=name)
        if not _moved(network, name, row.hours, hours):
            return False
        row.hours, row.number, row.at, row.spread_at = hours, row.number + 1, now, None
        row.save(update_fields=["hours", "number", "at", "spread_at"])
        facts = {"hours": None if hours is None else round(hours, 1)}
        append_entry(stream=f"line:{name}", act="measure_line", actor="system", at=now, facts=facts)
    return True
