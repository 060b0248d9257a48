"""The calendar of an office: its zone, days off, hours and holidays. `get_calendar` makes one; counting along it is
in `deadlines` and `working_time`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property, lru_cache
from zoneinfo import ZoneInfo

from landsea_core.clock.countries import find_subdivision_code, find_usual_hours
from landsea_core.clock.days import DayKind
from landsea_core.clock.hours import WeekHours, read_week_hours
from landsea_core.clock.office_kind import OfficeKind
from landsea_core.clock.overrides import NO_OVERRIDES, Overrides
from landsea_core.clock.year import LAST_YEAR, YearTable, add_closing_days, make_shared_year

ClosingDays = tuple[tuple[date, str], ...]


@dataclass(frozen=True)
class Calendar:
    """When one office works. Get it from `get_calendar`, which checks and shares.

    `subdivision` is a code of ISO 3166-2 without its country, or empty; `tz` an IANA zone; `weekend` the weekdays off
    (0 is Monday); `hours` minutes of the local day for each weekday; `closing_days` the office's own, by day and name.
    """

    country: str
    subdivision: str
    tz: str
    weekend: frozenset[int]
    hours: WeekHours
    closing_days: ClosingDays = ()
    overrides: Overrides = field(default=NO_OVERRIDES, repr=False)
    _years: dict[int, YearTable] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def zone(self) -> ZoneInfo:
        """The zone in which its days begin and end."""
        return ZoneInfo(self.tz)

    @property
    def label(self) -> str:
        """A short name of the calendar to stand beside a deadline, such as `CN-GX Asia/Shanghai`."""
        place = f"{self.country}-{self.subdivision}" if self.subdivision else self.country
        return f"{place} {self.tz}"

    def year(self, year: int) -> YearTable:
        """The table of a year, made at its first use. Raises ValueError outside the years 2000 to 2099."""
        table = self._years.get(year)
        if table is None:
            table = make_shared_year(
                OfficeKind(self.country, self.subdivision, self.weekend, self.hours, self.overrides), year
            )
            own = {day: name for day, name in self.closing_days if day.year == year}
            self._years[year] = table = add_closing_days(table, own) if own else table
        return table

    def day(self, day: date) -> DayKind:
        """What that local day is to this office: working or not, why, and how sure that is."""
        return self.year(day.year).day(day)

    def working_day_after(self, day: date, count: int) -> date:
        """The `count`-th working day (1 or more) after that day, the day itself never counted."""
        if count < 1:
            raise ValueError("Count at least one working day.")
        table = self.year(day.year)
        position = table.working_up_to(day) + count - 1
        year = day.year
        while position >= len(table.working):
            if year == LAST_YEAR:
                raise ValueError(f"Calendars reach to {LAST_YEAR}; that many working days go beyond.")
            position -= len(table.working)
            year += 1
            table = self.year(year)
        return date.fromordinal(table.working[position])

    def working_days_between(self, after: date, through: date) -> int:
        """How many working days there are after the one day, up to and including the other; 0 when it is not
        later."""
        if through <= after:
            return 0
        counted = self.year(through.year).working_up_to(through) - self.year(after.year).working_up_to(after)
        return counted + sum(len(self.year(y).working) for y in range(after.year, through.year))

    def has_predicted(self, after: date, through: date) -> bool:
        """True when a day after the one, up to and including the other, is only predicted."""
        count = self.year(through.year).predicted_up_to(through) - self.year(after.year).predicted_up_to(after)
        return count + sum(self.year(y).predicted_before[-1] for y in range(after.year, through.year)) > 0

    def instant(self, day: date, minute: int) -> datetime:
        """The instant of a minute of the local day (1440: the midnight that ends it), in the office's zone. A time
        that a change of clocks skips or repeats is read as before the change."""
        return datetime.combine(day + timedelta(days=minute // 1440), time(*divmod(minute % 1440, 60)), self.zone)

    def closes(self, day: date) -> datetime:
        """The end of office hours of a working day. Raises ValueError for a day off."""
        hours = self.day(day).hours
        if not hours:
            raise ValueError(f"{day} is a day off in the calendar {self.label}.")
        return self.instant(day, hours[-1][1])


def get_calendar(
    country: str,
    subdivision: str = "",
    *,
    tz: str = "",
    weekend: Iterable[int] | None = None,
    hours: str | Mapping[int, str] | None = None,
    closing_days: Iterable[date] | Mapping[date, str] = (),
    overrides: Overrides = NO_OVERRIDES,
) -> Calendar:
    """The calendar of an office in one of the twelve countries (ISO 3166-1 code).

    What is left out is what public offices of the place have. `subdivision` matters in Malaysia (without one only
    the days of the whole country count) and where `overrides` has rows for it. `hours` is one text (`08:00-12:00
    13:00-17:00`) for each day outside the weekend, or a text by weekday. Equal arguments give the same object, so
    that calling this for every case is cheap. Raises ValueError with a sentence for an unknown country, state, zone
    or impossible hours.
    """
    days_off = None if weekend is None else frozenset(weekend)
    by_weekday = tuple(sorted(hours.items())) if isinstance(hours, Mapping) else hours
    named = closing_days.items() if isinstance(closing_days, Mapping) else ((day, "") for day in closing_days)
    own = tuple(sorted(named))
    return _make_calendar(country, subdivision, overrides, tz=tz, weekend=days_off, hours=by_weekday, closing_days=own)


@lru_cache(maxsize=16384)
def _make_calendar(
    country: str,
    subdivision: str,
    overrides: Overrides,
    *,
    tz: str,
    weekend: frozenset[int] | None,
    hours: str | tuple[tuple[int, str], ...] | None,
    closing_days: ClosingDays,
) -> Calendar:
    code = find_subdivision_code(country, subdivision)
    usual = find_usual_hours(country, code)
    off = frozenset(usual.weekend) if weekend is None else weekend
    written = usual.hours if hours is None else hours if isinstance(hours, str) else dict(hours)
    calendar = Calendar(country, code, tz or usual.tz, off, read_week_hours(written, off), closing_days, overrides)
    try:
        _ = calendar.zone
    except (KeyError, ValueError, OSError) as error:
        raise ValueError(f"{tz!r} is not a time zone. Give a name such as {usual.tz}.") from error
    return calendar
