"""Days of a calendar in words of the reader's language: dates from CLDR, what a day is from our catalogues. Names of
holidays are those of `ui.holidays`; the others are English, as the notices and the `holidays` package give them."""

from dataclasses import dataclass
from datetime import date, datetime, time

from babel.dates import format_skeleton, get_day_names, get_month_names
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from landsea.base.ui.holidays import is_translated, name_holidays
from landsea.base.ui.times import find_locale
from landsea_core.clock import DayKind, DayReason, DayStatus, format_hours

WHAT = {
    DayReason.HOLIDAY: _("day off"),
    DayReason.MAKE_UP: _("worked instead of another day"),
    DayReason.SHORT_DAY: _("shorter hours"),
    DayReason.CLOSING_DAY: pgettext_lazy("offices on a day", "closed"),
    DayReason.WORKING: _("worked"),
    DayReason.WEEKEND: _("weekend"),
}
STATUS = {DayStatus.OFFICIAL: _("official"), DayStatus.PREDICTED: _("predicted, may still change")}


@dataclass(frozen=True)
class DayShown:
    """One row: the day in words, its name, what it is, how sure that is, where we know it from. `in_english`: its name has
    no words in the reader's language.
    """

    kind: DayKind
    when: str
    what: str
    status: str
    name: str
    in_english: bool

    @property
    def hours(self) -> str:
        """Its hours, for a shorter day only."""
        return format_hours(self.kind.hours) if self.kind.why is DayReason.SHORT_DAY else ""


def describe_day(day: date, language: str) -> str:
    """Return weekday, day and month: "Tue 17 Feb"."""
    return str(format_skeleton("MMMEd", datetime.combine(day, time()), locale=find_locale(language)))


def shape_day(kind: DayKind, language: str) -> DayShown:
    """Return a day as its page shows it."""
    name, in_english = name_holidays(kind.name), not is_translated(kind.name)
    what = "" if name and kind.why is DayReason.MAKE_UP else str(WHAT[kind.why])  # its name says instead of which day
    return DayShown(kind, describe_day(kind.day, language), what, str(STATUS[kind.status]), name, in_english)


def group_by_month(days, language: str) -> list[tuple[str, list[DayShown]]]:
    """Return the days under the names of their months, months without any left out.

    Not by Babel's names that stand alone: a language without its own is given those of whichever language was asked first.
    """
    names = get_month_names("wide", locale=find_locale(language))
    months: dict[int, list[DayShown]] = {}
    for kind in days:
        months.setdefault(kind.day.month, []).append(shape_day(kind, language))
    return [(f"{names[month][:1].upper()}{names[month][1:]}", rows) for month, rows in months.items()]


def name_weekend(weekdays, language: str) -> str:
    """Return the names of the weekdays that are off, in order."""
    names = get_day_names("wide", locale=find_locale(language))
    return ", ".join(names[weekday] for weekday in sorted(weekdays))
