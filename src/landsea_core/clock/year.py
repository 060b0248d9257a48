"""One year of one kind of office, computed once: what each day is, and arrays to count in without walking the
days."""

from array import array
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import accumulate

from landsea_core.clock.days import DayKind, DayReason, DayStatus
from landsea_core.clock.hours import Interval
from landsea_core.clock.office_kind import OfficeKind
from landsea_core.clock.overrides import AnnouncedYears, Override
from landsea_core.clock.public_holidays import SOURCE, PublicYear, list_public_holidays

FIRST_YEAR, LAST_YEAR = 2000, 2099
"""The years a calendar can be asked about; `holidays` reaches to 2100."""


@dataclass(frozen=True)
class YearTable:
    """The days of a year (1 January first), the ordinals of its working days in order, and for each day the number of
    predicted days before it (one entry more than days)."""

    first: int
    days: tuple[DayKind, ...]
    working: "array[int]"
    predicted_before: "array[int]"

    @classmethod
    def of(cls, days: tuple[DayKind, ...]) -> "YearTable":
        """The table of these days, which are those of one year."""
        working = array("i", [kind.day.toordinal() for kind in days if kind.working])
        before = array("i", accumulate((kind.predicted for kind in days), initial=0))
        return cls(days[0].day.toordinal(), days, working, before)

    def day(self, day: date) -> DayKind:
        """What that day is."""
        return self.days[day.toordinal() - self.first]

    def working_up_to(self, day: date) -> int:
        """How many working days there are from 1 January to that day, itself included."""
        return bisect_right(self.working, day.toordinal())

    def predicted_up_to(self, day: date) -> int:
        """How many predicted days there are from 1 January to that day, itself included."""
        return self.predicted_before[day.toordinal() - self.first + 1]


@lru_cache(maxsize=1024)
def make_shared_year(kind: OfficeKind, year: int) -> YearTable:
    """The year of all offices of a place that keep these days off and hours, before closing days of their own.

    Raises ValueError outside `FIRST_YEAR` to `LAST_YEAR`.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"Calendars reach from {FIRST_YEAR} to {LAST_YEAR}; {year} is outside.")
    public = list_public_holidays(kind.country, kind.subdivision, year)
    ours = kind.overrides.for_place(kind.country, kind.subdivision)
    announced = kind.overrides.announced.get(kind.country)
    later = announced is not None and year > announced.through
    unsure = _find_days_that_may_be_swapped(public, ours, announced, year)
    return YearTable.of(
        tuple(
            _judge_day_by_override(ours[day], kind)
            if day in ours
            else _judge_day_by_law(day, public, kind, later=later, unsure=day in unsure)
            for day in _list_days(year)
        )
    )


def add_closing_days(table: YearTable, closing_days: Mapping[date, str]) -> YearTable:
    """The year of an office that also closes on these days of its own (day to name); days off stay as they are."""
    return YearTable.of(
        tuple(
            replace(kind, working=False, why=DayReason.CLOSING_DAY, hours=(), name=closing_days[kind.day], source="")
            if kind.working and kind.day in closing_days
            else kind
            for kind in table.days
        )
    )


def _list_days(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days)]


def _judge_day_by_law(day: date, public: PublicYear, kind: OfficeKind, *, later: bool, unsure: bool) -> DayKind:
    """What the weekday and the `holidays` package say of a day; `later`: of a year that is not announced yet."""
    holiday = public.holidays.get(day)
    if holiday is not None:
        by_moon = holiday.by_sight and kind.moon_unsighted(day.year)
        status = DayStatus.PREDICTED if holiday.estimated or by_moon or later else DayStatus.OFFICIAL
        return DayKind(day, False, DayReason.HOLIDAY, (), holiday.name, status, SOURCE, "published")
    if day in public.make_up_days:
        return DayKind(day, True, DayReason.MAKE_UP, kind.usual_hours(day), "", DayStatus.OFFICIAL, SOURCE, "published")
    status = DayStatus.PREDICTED if unsure else DayStatus.OFFICIAL
    if day.weekday() in kind.weekend or not kind.hours[day.weekday()]:
        return DayKind(day, False, DayReason.WEEKEND, status=status)
    return DayKind(day, True, DayReason.WORKING, kind.usual_hours(day), status=status)


def _judge_day_by_override(row: Override, kind: OfficeKind) -> DayKind:
    usual = kind.usual_hours(row.day)
    if not row.working:
        why = DayReason.HOLIDAY
    elif row.day.weekday() in kind.weekend:
        why = DayReason.MAKE_UP
    elif row.hours and _sum_hours(row.hours) < _sum_hours(usual):
        why = DayReason.SHORT_DAY
    else:
        why = DayReason.WORKING
    opens = (row.hours or usual) if row.working else ()
    return DayKind(row.day, row.working, why, opens, row.name, row.status, row.source, row.grade, row.checked)


def _sum_hours(intervals: tuple[Interval, ...]) -> int:
    return sum(closes - opens for opens, closes in intervals)


def _find_days_that_may_be_swapped(
    public: PublicYear, ours: Mapping[date, Override], announced: AnnouncedYears | None, year: int
) -> frozenset[date]:
    """Days near a holiday of a year not yet announced, in a country that moves working days around its holidays."""
    if announced is None or year <= announced.through or not announced.swaps_within_days:
        return frozenset()
    near = announced.swaps_within_days
    off = set(public.holidays) | {day for day, row in ours.items() if not row.working and day.year == year}
    return frozenset(day + timedelta(days=n) for day in off for n in range(-near, near + 1))
