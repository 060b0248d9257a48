"""Names of holidays in the reader's language. Notices and the `holidays` package give them in English; those that most
people of the corridor meet are translated here, the others stay as they are given.
"""

import re
from datetime import date
from types import MappingProxyType

from babel import Locale
from babel.dates import format_skeleton
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from landsea.base.ui.times import date_words, find_locale

LEAP_YEAR = 2028
"""For a day without its year, which may be 29 February."""
ON_ANOTHER_DAY = (" (in lieu)", " (observed)")
EXCHANGED = re.compile(r"Day off \(substituted from (\d\d)/(\d\d)/(\d{4})\)")
"""As the package says it: month, day, year of the day that is worked instead."""
WORKED = re.compile(r"Works instead of (\d{1,2}) ([A-Z][a-z]+)")
MONTHS = tuple(Locale("en").months["format"]["wide"].values())
NAMES = MappingProxyType(
    {
        "New Year's Day": _("New Year's Day"),
        "International New Year Day": _("International New Year Day"),
        "New Year's Eve": _("New Year's Eve"),
        "Chinese New Year": _("Chinese New Year"),
        "Chinese New Year (Spring Festival)": _("Chinese New Year (Spring Festival)"),
        "Chinese New Year (Second Day)": _("Chinese New Year (Second Day)"),
        "Chinese New Year's Eve": _("Chinese New Year's Eve"),
        "Spring Festival": _("Spring Festival"),
        "Tomb-Sweeping Day": _("Tomb-Sweeping Day"),
        "Dragon Boat Festival": _("Dragon Boat Festival"),
        "Mid-Autumn Festival": _("Mid-Autumn Festival"),
        "Labor Day": _("Labor Day"),
        "Labour Day": _("Labour Day"),
        "International Labor Day": _("International Labor Day"),
        "International Worker's Day": _("International Worker's Day"),
        "National Labor Day": _("National Labor Day"),
        "May Day": _("May Day"),
        "National Day": _("National Day"),
        "National Independence Day": _("National Independence Day"),
        "Independence Day": _("Independence Day"),
        "Lao National Day": _("Lao National Day"),
        "Lao New Year's Day": _("Lao New Year's Day"),
        "Pi Mai, for days at the weekend": _("Pi Mai, for days at the weekend"),
        "International Women's Rights Day": _("International Women's Rights Day"),
        "National Women's Day": _("National Women's Day"),
        "Lunar New Year": _("Lunar New Year"),
        "Lunar New Year's Eve": _("Lunar New Year's Eve"),
        "29 of Lunar New Year": _("29 of Lunar New Year"),
        "Second Day of Lunar New Year": _("Second Day of Lunar New Year"),
        "Third Day of Lunar New Year": _("Third Day of Lunar New Year"),
        "Fourth Day of Lunar New Year": _("Fourth Day of Lunar New Year"),
        "Fifth Day of Lunar New Year": _("Fifth Day of Lunar New Year"),
        "Hung Kings' Commemoration Day": _("Hung Kings' Commemoration Day"),
        "Liberation Day/Reunification Day": _("Liberation Day/Reunification Day"),
        "Makha Bucha": _("Makha Bucha"),
        "Visakha Bucha": _("Visakha Bucha"),
        "Visaka Bochea Day": _("Visaka Bochea Day"),
        "Vesak Day": _("Vesak Day"),
        "Asarnha Bucha": _("Asarnha Bucha"),
        "Buddhist Lent Day": _("Buddhist Lent Day"),
        "Songkran Festival": _("Songkran Festival"),
        "Chakri Memorial Day": _("Chakri Memorial Day"),
        "Coronation Day": _("Coronation Day"),
        "Constitution Day": _("Constitution Day"),
        "Royal Ploughing Ceremony": _("Royal Ploughing Ceremony"),
        "Khmer New Year's Day": _("Khmer New Year's Day"),
        "Pchum Ben Day": _("Pchum Ben Day"),
        "Water Festival": _("Water Festival"),
        "Peace Day in Cambodia": _("Peace Day in Cambodia"),
        "Day of Victory over the Genocidal Regime": _("Day of Victory over the Genocidal Regime"),
        "Myanmar New Year": _("Myanmar New Year"),
        "Thadingyut Holidays": _("Thadingyut Holidays"),
        "Union Day": _("Union Day"),
        "Peasants' Day": _("Peasants' Day"),
        "Armed Forces Day": _("Armed Forces Day"),
        "Martyrs' Day": _("Martyrs' Day"),
        "Karen New Year": _("Karen New Year"),
        "Full Moon Day of Tabaung": _("Full Moon Day of Tabaung"),
        "Full Moon Day of Kason": _("Full Moon Day of Kason"),
        "Full Moon Day of Waso": _("Full Moon Day of Waso"),
        "Full Moon Day of Tazaungmon": _("Full Moon Day of Tazaungmon"),
        "Eid al-Fitr": _("Eid al-Fitr"),
        "Eid al-Adha": _("Eid al-Adha"),
        "Islamic New Year": _("Islamic New Year"),
        "Prophet Muhammad's Birthday": _("Prophet Muhammad's Birthday"),
        "Prophet's Birthday": _("Prophet's Birthday"),
        "Isra' and Mi'raj": _("Isra' and Mi'raj"),
        "Day of Silence": _("Day of Silence"),
        "Diwali": _("Diwali"),
        "Good Friday": _("Good Friday"),
        "Easter Sunday": _("Easter Sunday"),
        "Ascension Day": _("Ascension Day"),
        "All Saints' Day": _("All Saints' Day"),
        "Vietnam Cultural Day": _("Vietnam Cultural Day"),
        "Christmas Day": _("Christmas Day"),
        "Christmas Eve": _("Christmas Eve"),
    }
)


def name_holidays(name: str) -> str:
    """Return what a holiday is called in the language of now: one, or several that fall on a day ("A; B"); in English where
    it has no other name here.
    """
    return "; ".join(_name_one(part) for part in name.split("; "))


def is_translated(name: str) -> bool:
    """Say whether all of a name is said in the language of now, so that a page need not mark it as English."""
    return all(
        _plain_name(part) in NAMES or EXCHANGED.fullmatch(part) or WORKED.fullmatch(part) for part in name.split("; ")
    )


def _plain_name(name: str) -> str:
    for end in ON_ANOTHER_DAY:
        name = name.removesuffix(end)
    return name


def _name_one(name: str) -> str:
    if exchanged := EXCHANGED.fullmatch(name):
        month, number, year = map(int, exchanged.groups())
        return gettext("for %(day)s, which is worked") % {
            "day": date_words(date(year, month, number), get_language() or "en")
        }
    if worked := WORKED.fullmatch(name):
        day = date(LEAP_YEAR, MONTHS.index(worked[2]) + 1, int(worked[1]))
        words = str(format_skeleton("MMMMd", day, locale=find_locale(get_language() or "en")))
        return gettext("works instead of %(day)s") % {"day": words}
    plain = _plain_name(name)
    if plain != name:
        return gettext("%(holiday)s, taken on this day instead") % {"holiday": _name_one(plain)}
    return str(NAMES.get(name, name))
