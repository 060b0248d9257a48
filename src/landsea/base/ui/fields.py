"""Fields for what people type, on any form: cleaned before it counts, with a sentence when it does not fit."""

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsea_core.text import clean_text
from landsea_core.text.eras import BUDDHIST_AHEAD

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

TOO_LONG = _("This is %(show_value)d characters long; at most %(limit_value)d fit. Put the rest into a file.")

FARTHEST_YEARS = 5

_DESK_PAGE = re.compile(r"/who/desks/([\w.-]+)")


class WordsField(forms.CharField):
    """A text whose NULs, lone surrogates, direction overrides and control characters are taken out before it counts."""

    def to_python(self, value: object) -> str | None:
        """Return the cleaned text."""
        return super().to_python(clean_text(value).text if isinstance(value, str) else value)


def words_field(label: "StrOrPromise", most: int, *, area: bool = False, **more: Any) -> WordsField:
    """Return a field for words, optional unless said otherwise."""
    more.setdefault("required", False)
    widget: forms.Widget = forms.Textarea(attrs={"rows": 6}) if area else forms.TextInput()
    widget.attrs |= more.pop("attrs", {})
    errors = {"max_length": TOO_LONG} | more.pop("error_messages", {})
    return WordsField(label=label, max_length=most, widget=widget, error_messages=errors, **more)


class DayField(forms.DateField):
    """A day of the common era; one of the Buddhist era gets its year in the common era as advice."""

    def clean(self, value: object) -> date | None:
        """Return the day, or raise with a sentence."""
        day: date | None = super().clean(value)
        this_year = timezone.localdate().year
        if day and day.year > this_year + FARTHEST_YEARS:
            if day.year - BUDDHIST_AHEAD >= this_year - 1:
                raise forms.ValidationError(
                    _("The year %(year)s is of the Buddhist era. Write it in the common era: %(common)s."),
                    params={"year": day.year, "common": day.year - BUDDHIST_AHEAD},
                )
            raise forms.ValidationError(_("This is more than five years away. Check the year."))
        return day


def day_field(label: "StrOrPromise", **more: Any) -> DayField:
    """Return a field for a day."""
    return DayField(
        label=label,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("Choose a day."), "invalid": _("Write the day as 2026-03-18.")},
        **more,
    )


def desk_code(typed: str) -> str:
    """Return the code of a desk from what somebody typed: the code itself, or the address of the desk's page as it is
    copied from the browser.
    """
    page = _DESK_PAGE.search(typed)
    return page.group(1) if page else typed.strip()
