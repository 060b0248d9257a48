"""One deadline as somebody asks for it: words of a command line become a calendar, a start and a deadline. Pure but for
the overrides, which the caller brings."""

from dataclasses import dataclass
from datetime import datetime

from landsea_core.caseflow import Lane
from landsea_core.clock import Deadline, Overrides, compute_deadline, get_calendar


@dataclass(frozen=True)
class Asked:
    """A question: ISO 3166-1 country, subdivision or empty, lane, working days (normal) or hours (urgent), and the
    start as ISO 8601 text; without a zone it is read on the clock of the country, without a time at its midnight."""

    country: str
    lane: Lane
    start: str
    subdivision: str = ""
    days: int | None = None
    hours: int | None = None


def count_deadline(asked: Asked, overrides: Overrides) -> Deadline:
    """Return the deadline. Raises ValueError with a sentence that says what to write instead."""
    if asked.lane is Lane.NORMAL and asked.days is None:
        raise ValueError("The normal lane counts working days: give --days.")
    if asked.lane is Lane.URGENT and asked.hours is None:
        raise ValueError("The urgent lane counts hours of the wall clock: give --hours.")
    calendar = get_calendar(asked.country.strip().upper(), asked.subdivision, overrides=overrides)
    try:
        start = datetime.fromisoformat(asked.start.strip())
    except ValueError as error:
        raise ValueError(
            f"{asked.start!r} is not a time. Write it as 2026-02-13T15:00:00+08:00; without a zone it is the country's."
        ) from error
    if start.tzinfo is None:
        start = start.replace(tzinfo=calendar.zone)
    return compute_deadline(calendar, start, days=asked.days, hours=asked.hours)


def write_as_plain(due: Deadline, lane: Lane) -> dict:
    """Return the deadline as JSON holds it: `due` and `from` as ISO instants on the desk's clock, `days_counted` (working
    days; 0 in the urgent lane), `predicted`, and the days one by one in `counted`.
    """
    return {
        "due": due.due.isoformat(),
        "days_counted": due.days or 0,
        "predicted": due.predicted,
        "lane": lane.value,
        "from": due.start.isoformat(),
        "calendar": due.calendar_label,
        "hours": due.hours.total_seconds() / 3600 if due.hours else None,
        "counted": [
            {
                "day": day.kind.day.isoformat(),
                "number": day.number,
                "why": day.kind.why.value,
                "name": day.kind.name,
                "predicted": day.kind.predicted,
                "source": day.kind.source,
            }
            for day in due.counted
        ],
    }
