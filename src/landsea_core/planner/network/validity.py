"""Until when a timetable is known, by the day on which it was looked up; beyond it, it is assumed to go on.

Railways, lines of ships and airlines renew their timetables about once a year. So a row that was looked up in November 2026
is held to be known until the end of 2027, unless it says itself when it ends. Whoever looks it up again moves that day on.
"""

from collections.abc import Iterable
from datetime import date

from landsea_core.planner.network.days import find_last_day
from landsea_core.planner.network.model import LINE, Corridor, Service
from landsea_core.sentences import Sentence

YEARS_AFTER_CHECKING = 1
"""A timetable is held to be known until the end of so many years after the one in which it was looked up: assumed."""


def find_last_known_day(service: Service) -> date:
    """Return the last day for which a line's timetable is known.

    >>> known_until(line looked up on 2026-11-25)
    date(2027, 12, 31)
    """
    if service.until:
        return find_last_day(service.until)
    return date(int(service.fact.checked[:4]) + YEARS_AFTER_CHECKING, 12, 31)


def find_known_span(services: Iterable[Service]) -> tuple[date, date]:
    """Return the first and the last day for which any line's timetable is known.

    The first is that of the month in which the earliest of them was looked up. Without any line both are the first day of
    the calendar, so that everything lies beyond.
    """
    lines = [one for one in services if one.kind == LINE and not one.not_offered]
    if not lines:
        return date.min, date.min
    first = min(date.fromisoformat(one.fact.checked) for one in lines)
    return first.replace(day=1), max(find_last_known_day(one) for one in lines)


def is_assumed(service: Service, day: date) -> bool:
    """Say whether a service runs on a day only on the assumption that its timetable goes on. A lorry on call has none."""
    return service.kind == LINE and day > find_last_known_day(service)


def say_assumption(corridor: Corridor, day: date, services: Iterable[tuple[Service, date]]) -> Sentence | None:
    """Return the sentence that a plan must show when it rests on timetables beyond their known days, else None.

    `day` is the day from which cargo is ready; `services` are those planned with, each with the day on which it leaves.
    """
    last = corridor.span[1]
    beyond = [service for service, leaves in services if is_assumed(service, leaves)]
    if day <= last and not beyond:
        return None
    looked_up = [one.fact.checked for one in beyond or corridor.services.values()]
    return Sentence(
        "The timetable is known to %(last)s. The timetable of %(year)s is assumed to go on after it: days, times and "
        "prices may have changed by then.",
        last=min([last, *map(find_last_known_day, beyond)]),
        year=max(looked_up, default=last.isoformat())[:4],
    )
