"""The values in slots said in any of the ten languages: days, moments, weights, amounts by CLDR; places, desks and rules by the
names that the platform keeps of them."""

from collections.abc import Callable
from datetime import date, datetime, tzinfo
from decimal import Decimal

from babel.numbers import format_currency, format_decimal
from babel.units import format_unit
from django.utils import translation

from landsea.base.ui.countries import name_country
from landsea.base.ui.times import date_words, find_locale, write_moment
from landsea.directory import access as directory_access
from landsea.directory.models.names import name_in
from landsea.rules.access import read_published_book
from landsea.rules.rule_translations import choose_words_for_reader
from landsea_core.phrasebook import SlotKind, SlotWords

UNITS = {"kg": "mass-kilogram", "t": "mass-tonne"}


def say_values(language: str, now: datetime, zone: tzinfo | None = None) -> SlotWords:
    """Return what says values in a language at `now` (aware). Moments are said on the clock of `zone`, without one on the clock
    on which they were given; either way with how far that clock is from UTC.
    """

    def in_language(say: Callable[[str, str], str]) -> Callable[[str], str]:
        return lambda kept: say(kept, language)

    by_kind = {
        SlotKind.DAY: in_language(_say_day),
        SlotKind.MOMENT: lambda kept: _say_moment(kept, language, now, zone),
        SlotKind.HOURS: in_language(_say_hours),
        SlotKind.COUNT: in_language(_say_number),
        SlotKind.MASS: in_language(_say_mass),
        SlotKind.AMOUNT: in_language(_say_amount),
        SlotKind.PERCENT: lambda kept: f"{_say_number(kept, language)}\xa0%",
        SlotKind.PLACE: in_language(_say_place),
        SlotKind.COUNTRY: in_language(name_country),
        SlotKind.DESK: in_language(_say_desk),
        SlotKind.RULE: in_language(_say_rule),
    }
    return SlotWords(by_kind, joined=", ".join)


def _say_day(kept: str, language: str) -> str:
    return date_words(date.fromisoformat(kept), language)


def _say_moment(kept: str, language: str, now: datetime, zone: tzinfo | None) -> str:
    at = datetime.fromisoformat(kept)
    here = zone or at.tzinfo
    return f"{write_moment(at, here, now, language)} (UTC{at.astimezone(here).isoformat()[-6:]})" if here else kept


def _say_number(kept: str, language: str) -> str:
    return format_decimal(Decimal(kept), locale=find_locale(language))


def _say_hours(kept: str, language: str) -> str:
    return format_unit(Decimal(kept), "duration-hour", "short", locale=find_locale(language))


def _say_mass(kept: str, language: str) -> str:
    number, unit = kept.split()
    return format_unit(Decimal(number), UNITS[unit], "short", locale=find_locale(language))


def _say_amount(kept: str, language: str) -> str:
    number, currency = kept.split()
    return format_currency(
        Decimal(number), currency, "#,##0.##\xa0¤¤", locale=find_locale(language), currency_digits=False
    )


def _say_place(code: str, language: str) -> str:
    place = directory_access.find_place(code)
    return name_in(place.names, language) if place else code


def _say_desk(code: str, language: str) -> str:
    desk = directory_access.find_desk(code)
    if desk is None:
        return code
    office, own = name_in(desk.office.names, language), name_in(desk.names, language)
    return own if office in own else f"{office}: {own}"


def _say_rule(code: str, language: str) -> str:
    versions = read_published_book().versions(code)
    if not versions:
        return code
    with translation.override(language):
        return f"{code} {choose_words_for_reader(versions[-1].title)}"
