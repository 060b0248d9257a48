"""The two sides of a talk with their calendars and clocks: times to offer, what is off, a time in words for both."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from landsea.base.ui import times
from landsea.base.ui.countries import name_country
from landsea.base.ui.reader import name_zone
from landsea.cases.models import Case
from landsea.directory.office_calendars import make_calendar_of_office, read_calendar_overrides
from landsea_core.caseflow import Side
from landsea_core.clock import COUNTRIES, Calendar, get_calendar
from landsea_core.clock.common_times import find_common_times, find_hindrance, list_holidays

WARNED_AHEAD_DAYS = 21
NOTICE = timedelta(hours=2)
"""How long before a talk its time must be offered, so that the other side can read it."""
WHY_NOT = {
    "outside_hours": gettext_lazy("outside working hours in %(country)s"),
    "weekend": gettext_lazy("a weekend in %(country)s"),
    "holiday": gettext_lazy("a holiday in %(country)s (%(name)s)"),
    "closing_day": gettext_lazy("the office in %(country)s is closed"),
}


@dataclass(frozen=True)
class BothClocks:
    """The desk's calendar and the filer's: that of public offices of the country the filer named, else the desk's own."""

    desk: Calendar
    filer: Calendar
    desk_country: str
    filer_country: str

    @property
    def zones(self) -> tuple[ZoneInfo, ZoneInfo]:
        """The zones of the desk and of the filer."""
        return self.desk.zone, self.filer.zone


def find_clocks(case: Case) -> BothClocks:
    """Return the clocks of a case (with desk and office)."""
    desk, country = make_calendar_of_office(case.desk.office), case.filer_country
    filer = get_calendar(country, overrides=read_calendar_overrides()) if country in COUNTRIES else desk
    here = case.desk.office.calendar_country
    return BothClocks(desk, filer, here, country if country in COUNTRIES else here)


def list_times_to_offer(clocks: BothClocks, side: Side, minutes: int, now: datetime) -> list[datetime]:
    """Return times within the working hours of both, spread over the days of whoever offers."""
    own, other = (clocks.filer, clocks.desk) if side is Side.FILER else (clocks.desk, clocks.filer)
    return find_common_times(own, other, now + NOTICE, length=timedelta(minutes=minutes))


def list_warnings(clocks: BothClocks, at: datetime, minutes: int, language: str) -> list[str]:
    """Return why a time is not good for one side or the other; empty when it is good for both."""
    found = []
    for calendar, country in {(clocks.desk, clocks.desk_country), (clocks.filer, clocks.filer_country)}:
        hindrance = find_hindrance(calendar, at, timedelta(minutes=minutes))
        if hindrance:
            values = {"country": name_country(country, language), "name": hindrance.name}
            found.append(str(WHY_NOT[hindrance.reason]) % values)
    return sorted(found)


def list_days_off_ahead(clocks: BothClocks, now: datetime, language: str) -> list[str]:
    """Return the holidays of both sides within three weeks, each in words: "2 December 2026, Laos: National Day"."""
    sides = {clocks.desk_country: clocks.desk, clocks.filer_country: clocks.filer}
    found = []
    for country, calendar in sides.items():
        today = now.astimezone(calendar.zone).date()
        found += [(day, country, name) for day, name in list_holidays(calendar, today, WARNED_AHEAD_DAYS)]
    return [
        _("%(day)s, %(country)s: %(name)s")
        % {"day": times.date_words(day, language), "country": name_country(country, language), "name": name}
        for day, country, name in sorted(found)
    ]


def write_on_both_clocks(clocks: BothClocks, at: datetime, now: datetime, language: str) -> str:
    """Return a time on both clocks: "Tue 1 Dec, 10:00 (Shanghai) · 09:00 (Vientiane)"; once where both are the same."""
    ours, theirs = clocks.zones
    words = f"{times.write_moment(at, ours, now, language)} ({name_zone(str(ours), language)})"
    there = times.write_moment_there(at, theirs, ours, now, language)
    return f"{words} · {there} ({name_zone(str(theirs), language)})" if there else words
