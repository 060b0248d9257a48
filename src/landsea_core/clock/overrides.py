"""Our own dated facts about days, over what the `holidays` package knows. They are read in `override_rows`.

An override is for a whole country, or for one subdivision and then comes before the country's.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from landsea_core.clock.days import DayStatus
from landsea_core.clock.hours import Interval


@dataclass(frozen=True)
class Override:
    """One day that is working or not because a notice says so, whatever weekday and `holidays` say. `hours`
    (minutes) are for a half day or a day with other hours; empty: the usual ones of that office."""

    country: str
    subdivision: str
    day: date
    working: bool
    hours: tuple[Interval, ...]
    status: DayStatus
    name: str
    source: str
    grade: str
    checked: date


@dataclass(frozen=True)
class AnnouncedYears:
    """Up to which year the holidays of a country are announced.

    In later years every holiday is predicted; Islamic ones already after `sighted_through`, because an announced list
    still waits for the moon. Days up to `swaps_within_days` from a holiday of a year not announced are predicted too,
    where the country is in the habit of moving working days around its holidays (0: it is not).
    """

    country: str
    through: int
    sighted_through: int
    swaps_within_days: int
    source: str
    grade: str
    checked: date


@dataclass(frozen=True, eq=False)
class Overrides:
    """All overrides, ready to be looked up. Two objects are never equal, so that calendars are cached by identity:
    read the rows once and keep the object."""

    days: Mapping[tuple[str, str], Mapping[date, Override]] = field(default_factory=dict)
    announced: Mapping[str, AnnouncedYears] = field(default_factory=dict)

    def for_place(self, country: str, subdivision: str) -> Mapping[date, Override]:
        """The overrides that hold in this subdivision (empty: the country as a whole), by day."""
        whole = self.days.get((country, ""), {})
        return {**whole, **self.days.get((country, subdivision), {})} if subdivision else whole


NO_OVERRIDES = Overrides()
