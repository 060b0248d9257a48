"""How numbers and days of a translation are written for readers of its language, by the rules of CLDR."""

from datetime import date
from decimal import Decimal

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

from landsea_core.translating.marks import Writing

_LOCALES = {"zh": "zh_Hans"}
_LEAP_YEAR = 2024


def find_writing(language: str) -> Writing:
    """Return how values are written in a language ("zh", "vi"), in the digits 0 to 9."""
    locale = Locale.parse(_LOCALES.get(language, language))

    def number(value: Decimal) -> str:
        return format_decimal(value, "#,##0.######", locale=locale, numbering_system="latn")

    def day(written: str) -> str:
        year, month, day_of_month = written.rsplit("-", 2)
        try:
            moment = date(int(year) if year else _LEAP_YEAR, int(month), int(day_of_month))
        except ValueError:
            return written.lstrip("-")
        if year:
            return format_date(moment, "yyyy-MM-dd", locale="en")
        return format_skeleton("MMMd", moment, locale=locale)

    return Writing(number, day)
