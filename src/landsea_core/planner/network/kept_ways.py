"""What has become of a way that somebody keeps: whether it is still offered, earlier, later, dearer, or another one.

Ways are itineraries as data (`report.describe_itinerary`), as they are kept. Whoever keeps them, and who is told, is not here.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Self

KeptWay = dict[str, Any]
Range = tuple[float | None, float | None]
MOVED_HOURS, MOVED_PART = 1.0, 0.05
"""By so much a line's usual time must move before kept plans on it are planned anew: an hour, and a twentieth of it."""


def has_moved(before: float, now: float) -> bool:
    """Say whether a line's usual hours have moved so far that keepers of plans are to hear of it."""
    return abs(now - before) >= max(MOVED_HOURS, MOVED_PART * before)


@dataclass(frozen=True, slots=True)
class WayNews:
    """What is new of a kept way since its keeper heard of it last.

    `way`: gone (none is offered), back (one is, where none was), other (other services), as_chosen (the chosen one again,
    after another) or the same. `minutes`: how much later it arrives, earlier below zero. `cost`: low and high in US
    dollars before and now, where they differ; None where nothing is known.
    """

    way: str
    minutes: int = 0
    cost: tuple[Range, Range] | None = None

    @property
    def is_any(self) -> bool:
        """Whether there is anything to tell."""
        return self.way != "same" or bool(self.minutes) or self.cost is not None

    def data(self) -> dict[str, Any]:
        """Return it as plain data."""
        return asdict(self)

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> Self:
        """Return the news that plain data tell."""
        cost = data.get("cost")
        return cls(data["way"], data.get("minutes", 0), (tuple(cost[0]), tuple(cost[1])) if cost else None)


def go_by_same_services(one: KeptWay, other: KeptWay) -> bool:
    """Say whether two ways go by the same services in the same order."""
    return list_services(one) == list_services(other)


def list_services(way: KeptWay) -> list[str]:
    """Return the services a way goes by, in their order."""
    return [leg["service"] for leg in way["legs"]]


def find_as_offered_now(chosen: KeptWay, offered: Iterable[KeptWay]) -> KeptWay | None:
    """Return the chosen way as it is offered now: by the same services, the departure nearest to the chosen one."""
    alike = [one for one in offered if go_by_same_services(chosen, one)]
    return min(alike, key=lambda one: abs(_count_minutes_between(chosen["depart"], one["depart"])), default=None)


def is_unchanged(one: KeptWay, other: KeptWay) -> bool:
    """Say whether two ways differ in nothing that their keeper is told of: services, arrival, cost."""
    return (
        go_by_same_services(one, other)
        and not _count_minutes_between(one["arrival"], other["arrival"])
        and not _compare_cost(one, other)
    )


def find_news(chosen: KeptWay, before: KeptWay | None, now: KeptWay | None) -> WayNews:
    """Return what is new of a kept way; None: no way was, or is, offered."""
    if now is None:
        return WayNews("same" if before is None else "gone")
    if before is None:
        return WayNews("back", _count_minutes_between(chosen["arrival"], now["arrival"]), _compare_cost(chosen, now))
    way = "same"
    if not go_by_same_services(before, now):
        way = "as_chosen" if go_by_same_services(chosen, now) else "other"
    return WayNews(way, _count_minutes_between(before["arrival"], now["arrival"]), _compare_cost(before, now))


def _count_minutes_between(before: str, now: str) -> int:
    """Return the minutes from one moment (ISO, with its offset) to another."""
    return round((datetime.fromisoformat(now) - datetime.fromisoformat(before)).total_seconds() / 60)


def _compare_cost(before: KeptWay, now: KeptWay) -> tuple[Range, Range] | None:
    one, other = ((way["cost"]["low"], way["cost"]["high"]) for way in (before, now))
    return None if one == other else (one, other)
