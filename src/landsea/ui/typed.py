"""Fields for what people type, on any form: cleaned before it counts, with a sentence when it does not fit."""

from django import forms
from django.utils.translation import gettext_lazy as _

from landsea_core.text import clean_text

TOO_LONG = _("This is %(show_value)d characters long; at most %(limit_value)d fit. Put the rest into a file.")


class WordsField(forms.CharField):
    """A text whose NULs, lone surrogates, direction overrides and control characters are taken out before it counts."""

    def to_python(self, value) -> str:
        """Return the cleaned text."""
        return super().to_python(clean_text(value).text if isinstance(value, str) else value)


def words(label, most: int, *, area: bool = False, **more) -> WordsField:
    """Return a field for words, optional unless said otherwise."""
    more.setdefault("required", False)
    widget = forms.Textarea(attrs={"rows": 6}) if area else forms.TextInput()
    widget.attrs |= more.pop("attrs", {})
    errors = {"max_length": TOO_LONG} | more.pop("error_messages", {})
    return WordsField(label=label, max_length=most, widget=widget, error_messages=errors, **more)
