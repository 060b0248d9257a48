"""Maps an office's row to the calendar by which its deadlines run."""

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from landsea_core.clock.calendar import Calendar, get_calendar
from landsea_core.clock.override_rows import read_overrides
from landsea_core.clock.overrides import Overrides


@lru_cache(maxsize=1)
def read_calendar_overrides() -> Overrides:
    """Return the dated overrides of public calendars from data/reference/calendars; read once a process."""
    files = sorted((Path(settings.REFERENCE) / "calendars").glob("*.jsonl"))
    return read_overrides({file.name: file.read_text(encoding="utf-8").splitlines() for file in files})


def make_calendar_of_office(office) -> Calendar:
    """Return the calendar of an office: public holidays of the country it stands in, its own hours and closing days."""
    return _build_calendar(
        office.calendar_country,
        office.subdivision,
        office.time_zone,
        tuple(office.weekend),
        " ".join(f"{opens}-{closes}" for opens, closes in office.hours),
        tuple(office.closing_days),
    )


@lru_cache(maxsize=4096)
def _build_calendar(country, subdivision, zone, weekend, hours, closing_days) -> Calendar:
    return get_calendar(
        country,
        subdivision,
        tz=zone,
        weekend=weekend or None,
        hours=hours or None,
        closing_days=closing_days,
        overrides=read_calendar_overrides(),
    )
