"""How long cargo waits on the way for a ship whose days are not known.

Where only a number a week is known, runs are spread evenly over the week. The search may then couple a train with a
ship as no shipper can rely on: nobody knows the day, and no ship is held for a train. Cargo waits, as is usual, half the
time from one sailing to the next of any line that goes there; nine of ten wait no more than nine tenths of it. Trains
are left as they are: those of several railways run as one offer, coupled by who sells it. Waiting for the first vehicle
is not counted, as nothing is that precedes the first departure.
"""

from collections import defaultdict
from itertools import combinations

from landsea_core.planner.network.model import LINE, Corridor, Service

WEEK_HOURS = 168.0
WEEK_DAYS = 7
USUAL, NINTH_OF_TEN = 0.5, 0.9
UNCOUPLED = frozenset({"sea", "river"})
Stretch = tuple[str, str, str]  # mode, place boarded, place left
_kept: list[tuple[dict[str, Service], dict[Stretch, float]]] = []


def has_unknown_days(service: Service) -> bool:
    """Whether it is a ship or barge of which only the number of runs a week is known, not their days."""
    return service.mode in UNCOUPLED and _is_counted(service)


def find_usual_wait(corridor: Corridor, service: Service, boarded: str, left: str) -> tuple[float, float]:
    """Return the usual and the ninth-of-ten hours of waiting for the next vehicle of the mode from one place to another."""
    between = WEEK_HOURS / _count_weekly_runs(corridor)[service.mode, boarded, left]
    return USUAL * between, NINTH_OF_TEN * between


def _count_weekly_runs(corridor: Corridor) -> dict[Stretch, float]:
    """Return the runs a week of each stretch, of what may be offered; those of the last network asked about are kept."""
    kept = _kept[0] if _kept else None  # another thread may keep another network meanwhile
    if kept is None or kept[0] is not corridor.services:
        found: dict[Stretch, float] = defaultdict(float)
        for service in corridor.services.values():
            if service.kind == LINE and not service.not_offered:
                for stretch in {(service.mode, *ends) for ends in combinations([c.place for c in service.calls], 2)}:
                    found[stretch] += _count_runs(service)
        kept = (corridor.services, found)
        _kept[:] = [kept]
    return kept[1]


def _is_counted(service: Service) -> bool:
    return isinstance(service.days, (int, float)) and service.days > 0


def _count_runs(service: Service) -> float:
    if isinstance(service.days, tuple):
        return len(service.days)
    return WEEK_DAYS if service.days == "daily" else float(service.days) if _is_counted(service) else 0.0
