"""How much and how long, in the reader's language: what a filer wrote as "3 ຄັນ, 4 ມື້" an officer reads as "3 lorries, 4 days".

Nothing is converted: a price in kip stays in kip, three nights stay nights.
"""

from collections.abc import Iterable
from decimal import Decimal

from babel.numbers import format_decimal
from django.utils.translation import get_language, ngettext_lazy
from django.utils.translation import gettext as _

from landsea.base.ui.times import find_locale
from landsea_core.gist import Size
from landsea_core.text.amounts import MONEY, Amount

MOST = 6

UNITS = {
    "hour": ngettext_lazy("%(number)s hour", "%(number)s hours", "count"),
    "night": ngettext_lazy("%(number)s night", "%(number)s nights", "count"),
    "day": ngettext_lazy("%(number)s day", "%(number)s days", "count"),
    "week": ngettext_lazy("%(number)s week", "%(number)s weeks", "count"),
    "month": ngettext_lazy("%(number)s month", "%(number)s months", "count"),
    "year": ngettext_lazy("%(number)s year", "%(number)s years", "count"),
    "tonne": ngettext_lazy("%(number)s tonne", "%(number)s tonnes", "count"),
    "kg": ngettext_lazy("%(number)s kilogram", "%(number)s kilograms", "count"),
    "lorry": ngettext_lazy("%(number)s lorry", "%(number)s lorries", "count"),
    "container": ngettext_lazy("%(number)s container", "%(number)s containers", "count"),
    "wagon": ngettext_lazy("%(number)s wagon", "%(number)s wagons", "count"),
    "head": ngettext_lazy("%(number)s animal", "%(number)s animals", "count"),
    "box": ngettext_lazy("%(number)s box", "%(number)s boxes", "count"),
    "person": ngettext_lazy("%(number)s person", "%(number)s people", "count"),
}


def write_amounts(amounts: Iterable[Amount]) -> str:
    """The first six different amounts of a text in one line, in the language in force; empty without any."""
    said = dict.fromkeys(_amount_in_words(one) for one in amounts)
    return " · ".join(list(said)[:MOST])


def write_size(size: Size) -> str:
    """How much of a unit, in the language in force: "3 lorries"; empty for a unit that has no word here."""
    words = UNITS.get(size.unit)
    if words is None:
        return ""
    number = _format_range(size.low, size.high)
    return words % {"number": number, "count": 1 if size.high == 1 else max(2, int(size.high))}


def _amount_in_words(one: Amount) -> str:
    if one.kind == MONEY:
        return _("%(number)s %(currency)s") % {"number": _format_range(one.low, one.high), "currency": one.unit}
    return write_size(Size(one.unit, one.low, one.high))


def _format_range(low: Decimal, high: Decimal) -> str:
    return _format_number(high) if low == high else f"{_format_number(low)}–{_format_number(high)}"


def _format_number(value: Decimal) -> str:
    return format_decimal(value, locale=find_locale(get_language() or "en"))
