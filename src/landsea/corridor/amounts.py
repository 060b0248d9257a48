"""Hours and costs in the reader's words: one unit for a range, and what is unknown said to be."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from landsea.base.numbers import format_number, put_reader_marks
from landsea_core.planner.network.costs import Cost
from landsea_core.planner.network.place_rows import Hours

DAYS_FROM = 72
"""Hours from which on a length is said in days."""


def write_length(hours: float, in_days: bool | None = None) -> str:
    """Return a length in words: hours below three days, then days; `in_days`: the unit that what it stands beside has."""
    if not (hours >= DAYS_FROM if in_days is None else in_days):
        return ngettext("%(count)d hour", "%(count)d hours", round(hours)) % {"count": round(hours)}
    return _("%(count)s days") % {"count": _days(hours)}


def write_range(hours: Hours, in_days: bool | None = None) -> str:
    """Return best to ninth-of-ten hours, in the unit in which `write_length` says the usual ones."""
    if not (hours.typical >= DAYS_FROM if in_days is None else in_days):
        return _("%(low)s to %(high)s hours") % {"low": round(hours.low), "high": round(hours.p90)}
    return _("%(low)s to %(high)s days") % {"low": _days(hours.low), "high": _days(hours.p90)}


def _days(hours: float) -> str:
    return put_reader_marks(f"{hours / 24:.1f}".removesuffix(".0"))


def write_kilometres(km: float) -> str:
    """Return a distance in words, with one decimal only where it has one."""
    return _("%(km)s km") % {"km": _least(km)}


def write_kilograms(kg: float) -> str:
    """Return a mass in words, in whole kilograms."""
    return _("%(kg)s kg") % {"kg": format_number(kg)}


def write_hours(hours: float) -> str:
    """Return hours in words, with one decimal only where they have one."""
    return ngettext("%(count)s hour", "%(count)s hours", round(hours)) % {"count": _least(hours)}


def _least(value: float) -> str:
    return format_number(value, 0 if float(value).is_integer() else 1)


def write_spread(hours: Hours) -> str:
    """Return usual hours with their range; what usually takes less than an hour in minutes."""
    if hours.typical < 1:
        return _("%(usual)d min (%(low)d to %(high)d min)") % {
            "usual": round(60 * hours.typical),
            "low": round(60 * hours.low),
            "high": round(60 * hours.p90),
        }
    return _("%(usual).0f h (%(low).0f to %(high).0f h)") % {
        "usual": hours.typical,
        "low": hours.low,
        "high": hours.p90,
    }


def write_money(cost: Cost) -> str:
    """Return a cost in words, a range where it is one; what is unknown is said to be."""
    if cost.low is None:
        return _("price not known")
    low, high = format_number(cost.low), format_number(cost.high)
    known = _("USD %(low)s") % {"low": low}
    if low != high:
        known = _("USD %(low)s to %(high)s") % {"low": low, "high": high}
    return _("%(known)s, and parts whose price is not known") % {"known": known} if cost.unknown else known
