"""Which day is meant by a number of a day, a month and perhaps a year, seen from today.

A day without a year is the nearest one to today that is not far ahead: on 26 November 2026 "2 February" is of 2027, and
"20 June" of 2026. Years of the Buddhist era are counted back to the common one: 2569 is 2026.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from landsea_core.text.eras import BUDDHIST_AHEAD

SOON = 120
"""A day without a year is the nearest one that is not more than so many days ahead."""
_FIRST_BUDDHIST, _LAST_BUDDHIST = 2500, 2700
_FIRST_YEAR, _LAST_YEAR = 1990, 2100
_LAST_YEAR_IN_CHINESE = "去"
_YEARS_IN_CHINESE = "去今"


def choose_day(year: str | None, month: int, day: int, today: date) -> date | None:
    """Return the day that is meant; None when there is no such day. `year` is as written, 去 for last year."""
    possible = [made for one in _possible_years(year, today) if (made := _make_date(one, month, day))]
    if not year:
        possible = [made for made in possible if made - today <= timedelta(SOON)]
    return min(possible, key=lambda made: abs(made - today), default=None)


def choose_month(year: str | None, month: int, today: date) -> tuple[date, date] | None:
    """Return the first and the last day of the month that is meant; None when there is none."""
    first = choose_day(year, month, 1, today)
    if first is None:
        return None
    following = date(first.year + month // 12, month % 12 + 1, 1)
    return first, following - timedelta(1)


def _make_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _possible_years(year: str | None, today: date) -> Iterable[int]:
    if year is None:
        return today.year + 1, today.year, today.year - 1
    if year in _YEARS_IN_CHINESE:
        return (today.year - (year == _LAST_YEAR_IN_CHINESE),)
    number = int(year)
    if _FIRST_BUDDHIST <= number <= _LAST_BUDDHIST:
        number -= BUDDHIST_AHEAD
    return (number,) if _FIRST_YEAR <= number <= _LAST_YEAR else ()
