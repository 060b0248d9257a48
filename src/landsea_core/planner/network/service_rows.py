"""Calls of a service, from whatever file, checked and made into a row of services.jsonl."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import Any

from landsea_core.planner.network.days import WEEKDAYS
from landsea_core.planner.network.geography import measure_great_circle_km
from landsea_core.planner.network.gtfs_rows import DETOUR
from landsea_core.planner.network.model import LINE, Corridor
from landsea_core.sentences import Sentence

Where = str | Sentence
"""Where in a file something stands: file and line, or a service and a call by their numbers."""


@dataclass(frozen=True, slots=True)
class TimedCall:
    """A call on its way to a row: aware moments on the week of a first run; None at the ends. `where` in the file."""

    place: str
    arrive: datetime | None
    depart: datetime | None
    where: Where


def find_call_faults(calls: list[TimedCall], where: Where) -> Iterator[tuple[Where, Sentence]]:
    """Yield what is wrong with the calls of one service and where: too few, a time that is missing or runs back."""
    if len(calls) < 2:
        yield where, Sentence("fewer than two calls.")
        return
    before: datetime | None = None
    for number, call in enumerate(calls):
        wanted = ([("arrive", call.arrive)] if number else []) + (
            [("depart", call.depart)] if number < len(calls) - 1 else []
        )
        for key, moment in wanted:
            if moment is None:
                yield call.where, Sentence("%(place)s has no time to %(key)s.", place=call.place, key=key)
            elif before is not None and moment < before:
                yield (
                    call.where,
                    Sentence(
                        "%(place)s: the time to %(key)s lies before the one before it.", place=call.place, key=key
                    ),
                )
            before = moment or before


def make_service_row(
    corridor: Corridor, key: str, mode: str, title: str, days: Any, calls: list[TimedCall], name: str, day: date
) -> dict[str, Any]:
    """Return sound calls as a row of services.jsonl. `key` is its id, `name` the file, `day` the day it was taken in."""
    first, last = calls[0].depart, calls[-1].arrive
    if first is None or last is None:
        raise ValueError("A service has a time of departure at its first call and one of arrival at its last.")
    places = [corridor.places[call.place] for call in calls]
    km = sum(measure_great_circle_km(one, other) for one, other in pairwise(places)) * DETOUR[mode]
    return {
        "id": key,
        "kind": LINE,
        "mode": mode,
        "operator": "",
        "name": title or f"{places[0].name} - {places[-1].name}",
        "calls": [_make_call_row(call, first.date()) for call in calls],
        "days": "daily" if days == "daily" or len(days) == len(WEEKDAYS) else list(days),
        "hours": round((last - first).total_seconds() / 3600, 1),
        "km": max(1, round(km)),
        "km_grade": "derived",
        "carries": dict.fromkeys(("container", "reefer", "bulk", "vehicles", "dangerous")),
        "cut_off_hours": None,
        "capacity": "",
        "from": "",
        "until": "",
        "not_offered": "",
        "source": name,
        "grade": "published",
        "checked": day.isoformat(),
        "note": "",
        "correction": "",
    }


def _make_call_row(call: TimedCall, first: date) -> dict[str, Any]:
    row: dict[str, Any] = {"place": call.place}
    days = 0
    for key, moment in (("arrive", call.arrive), ("depart", call.depart)):
        days = (moment.date() - first).days if moment else days
        row |= {key: f"{moment:%H:%M}" if moment else "", f"{key}_day": days}
    return {**row, "grade": "published"}
