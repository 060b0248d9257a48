"""What the `holidays` package knows of one country and year, in our own terms. The only module that imports it."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import holidays

SOURCE = "open calendar of holidays, https://github.com/vacanza/holidays"
"""As readers are told it: where they can read it too. Which version we use stands in `requirements`."""

_CATEGORIES = {
    # Offices of the government also close on days that bind nobody else: cuti bersama in Indonesia, the Royal Ploughing
    # day in Thailand, tolerancia de ponto in Timor-Leste.
    "ID": ("public", "government"),
    "TH": ("public", "government"),
    "TL": ("public", "government"),
}
_NOT_A_DAY_OFF = {
    # On the second Saturday of January; kept by schools, no closing day of offices.
    "TH": ("National Children's Day",),
}
_BY_STATE = frozenset({"MY"})
_ESTIMATED = "estimated"
_BY_SIGHT = ("Eid ", "Ramadan", "Arafah", "Islamic New Year", "Isra", "Prophet", "Quran")


@dataclass(frozen=True)
class PublicHoliday:
    """A holiday by the package: its English name, whether the package itself calls the date an estimate, and whether
    the day hangs on the sighting of the moon."""

    name: str
    estimated: bool
    by_sight: bool


@dataclass(frozen=True)
class PublicYear:
    """Holidays of a year by day, and the days off that are worked instead of another day."""

    holidays: dict[date, PublicHoliday]
    make_up_days: frozenset[date]


@lru_cache(maxsize=512)
def list_public_holidays(country: str, subdivision: str, year: int) -> PublicYear:
    """Holidays of a public office in that year. The subdivision is looked at where the package has holidays by it
    (Malaysia); without it only the days of the whole country are returned."""
    found = holidays.country_holidays(
        country,
        subdiv=(subdivision or None) if country in _BY_STATE else None,
        years=year,
        categories=_CATEGORIES.get(country, ("public",)),
        language="en_US",
    )
    skipped = _NOT_A_DAY_OFF.get(country, ())
    return PublicYear(
        {
            day: PublicHoliday(_drop_estimate_mark(name), _ESTIMATED in name, any(word in name for word in _BY_SIGHT))
            for day, name in found.items()
            if day.year == year and name not in skipped
        },
        frozenset(day for day in found.weekend_workdays if day.year == year),
    )


def _drop_estimate_mark(name: str) -> str:
    return name.replace(f" ({_ESTIMATED})", "").replace(f", {_ESTIMATED})", ")")
