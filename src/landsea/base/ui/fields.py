"""Fields for what people type, on any form: cleaned before it counts, with a sentence when it does not fit.

Each kind has bounds that every column keeps and every calculation bears, and all of them stand here: addresses, days, moments,
numbers, words. `tests/contract/test_bounds.py` sees to it that no form takes a value of these kinds by another field.
"""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsea_core.text import clean_text
from landsea_core.text.eras import BUDDHIST_AHEAD

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

TOO_LONG = _("This is %(show_value)d characters long; at most %(limit_value)d fit. Put the rest into a file.")

TOO_LONG_ADDRESS = _("This address is %(show_value)d characters long; at most %(limit_value)d fit.")
TOO_EARLY, TOO_LATE = (
    _("This is before the year 1900. Check the year."),
    _("This is too many years away. Check the year."),
)

FIRST_YEAR = 1900
FARTHEST_YEARS = 5
LONGEST_ADDRESS = 254
"""Characters: what mail servers pass on (RFC 5321, 4.5.3.1.3, without the brackets), and what the columns keep."""
LARGEST_WHOLE = 2_147_483_647
LARGEST_NUMBER = 10**12


class WordsField(forms.CharField):
    """A text whose NULs, lone surrogates, direction overrides and control characters are taken out before it counts."""

    def to_python(self, value: object) -> str | None:
        """Return the cleaned text."""
        return super().to_python(clean_text(value).text if isinstance(value, str) else value)


def make_words_field(label: "StrOrPromise", most: int, *, area: bool = False, **more: Any) -> WordsField:
    """Return a field for words, optional unless said otherwise."""
    more.setdefault("required", False)
    widget: forms.Widget = forms.Textarea(attrs={"rows": 6}) if area else forms.TextInput()
    widget.attrs |= more.pop("attrs", {})
    errors = {"max_length": TOO_LONG} | more.pop("error_messages", {})
    return WordsField(label=label, max_length=most, widget=widget, error_messages=errors, **more)


class AddressField(forms.EmailField):
    """A mail address that every column keeps: Django's own field takes 320 characters."""

    default_error_messages = {"max_length": TOO_LONG_ADDRESS}

    def __init__(self, **given: Any):
        super().__init__(**{"max_length": LONGEST_ADDRESS} | given)


class DayField(forms.DateField):
    """A day of the common era from 1900 to `years_ahead` from now; one of the Buddhist era gets its year in the common era as
    advice. A day near the first or last one that there is would break what is reckoned from it. None: the form itself says how
    far back and how far ahead a day may be.
    """

    def __init__(self, *, years_ahead: int | None = FARTHEST_YEARS, **given: Any):
        super().__init__(**given)
        self.years_ahead = years_ahead

    def clean(self, value: object) -> date | None:
        """Return the day, or raise with a sentence."""
        day: date | None = super().clean(value)
        if day and self.years_ahead is not None:
            refuse_far_day(day, self.years_ahead)
        return day


class MomentField(forms.DateTimeField):
    """A moment from 1900 to five years from now, on the reader's clock unless it says another."""

    def clean(self, value: object) -> datetime | None:
        """Return the moment (aware), or raise with a sentence."""
        moment: datetime | None = super().clean(value)
        if moment:
            refuse_far_day(moment.date(), FARTHEST_YEARS)
        return moment


_LIMITS: "dict[str, str | StrOrPromise]" = {
    "min_value": _("Write a number of at least %(limit_value)s."),
    "max_value": _("Write a number of at most %(limit_value)s."),
}


class WholeField(forms.IntegerField):
    """A whole number that every column keeps."""

    default_error_messages = _LIMITS

    def __init__(self, **given: Any):
        super().__init__(**{"min_value": -LARGEST_WHOLE, "max_value": LARGEST_WHOLE} | given)


class NumberField(forms.FloatField):
    """A number that is one and of a size that can be reckoned with."""

    default_error_messages = _LIMITS

    def __init__(self, **given: Any):
        super().__init__(**{"min_value": -LARGEST_NUMBER, "max_value": LARGEST_NUMBER} | given)


def refuse_far_day(day: date, years_ahead: int) -> None:
    """Raise ValidationError for a day before 1900, or more years from now than this."""
    this_year = timezone.localdate().year
    if day.year < FIRST_YEAR:
        raise forms.ValidationError(TOO_EARLY)
    if day.year <= this_year + years_ahead:
        return
    if this_year - 1 <= day.year - BUDDHIST_AHEAD <= this_year + years_ahead:
        raise forms.ValidationError(
            _("The year %(year)s is of the Buddhist era. Write it in the common era: %(common)s."),
            params={"year": day.year, "common": day.year - BUDDHIST_AHEAD},
        )
    if years_ahead == FARTHEST_YEARS:
        raise forms.ValidationError(_("This is more than five years away. Check the year."))
    raise forms.ValidationError(TOO_LATE)


def make_day_field(label: "StrOrPromise", **more: Any) -> DayField:
    """Return a field for a day."""
    return DayField(
        label=label,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("Choose a day."), "invalid": _("Write the day as 2026-03-18.")},
        **more,
    )
