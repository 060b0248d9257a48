"""The only reads of calendars for people: one country's year, with every day that is not an ordinary one."""

from dataclasses import dataclass
from datetime import date

from landsea.directory.office_calendars import read_calendar_overrides
from landsea_core.clock import Calendar, DayKind, DayReason, get_calendar
from landsea_core.clock.countries import COUNTRIES, MALAYSIAN_STATES, find_subdivision_code
from landsea_core.clock.overrides import AnnouncedYears

FIRST_YEAR, LAST_YEAR = 2025, 2029
"""The years that are shown: before 2025 our own rows say nothing, after 2029 everything is far from announced."""
ORDINARY = frozenset({DayReason.WORKING, DayReason.WEEKEND})


@dataclass(frozen=True)
class CountryYear:
    """What public offices of a country (or state) do in a year. `days` are its holidays, make-up working days and shorter
    days, in order; `announced` says how far the country's holidays are announced, and where we know that from.
    """

    country: str
    subdivision: str
    year: int
    calendar: Calendar
    days: tuple[DayKind, ...]
    announced: AnnouncedYears | None

    @property
    def working_days(self) -> int:
        """How many days are worked in the year."""
        return len(self.calendar.year(self.year).working)

    @property
    def predicted(self) -> bool:
        """True when some day of it may still turn out otherwise."""
        return self.calendar.has_predicted(date(self.year - 1, 12, 31), date(self.year, 12, 31))


def find_country_year(country: str, year: int, subdivision: str = "") -> CountryYear | None:
    """Return the year of a country, or None for one that is not shown. Raises ValueError with a sentence for a
    subdivision that does not exist.
    """
    if country not in COUNTRIES or not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    rows = read_calendar_overrides()
    calendar = get_calendar(country, subdivision, overrides=rows)
    days = tuple(day for day in calendar.year(year).days if day.why not in ORDINARY)
    return CountryYear(country, calendar.subdivision, year, calendar, days, rows.announced.get(country))


def find_subdivisions(country: str) -> list[tuple[str, str]]:
    """Return (code, name) of the states whose holidays are known apart, by name: Malaysia's, and those with rows of ours."""
    if country == "MY":
        return sorted(((names[0], names[-1]) for names in MALAYSIAN_STATES.values()), key=lambda pair: pair[1])
    ours = {code for place, code in read_calendar_overrides().days if place == country and code}
    return sorted((find_subdivision_code(country, code), f"{country}-{code}") for code in ours)
