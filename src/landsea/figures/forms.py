"""Forms of figures: a statement to check, and a ruling."""

import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from landsea.figures.labels import VERDICTS
from landsea_core.figures.statement.check import MOST_CHARACTERS


class StatementForm(forms.Form):
    """What somebody read or wants to say."""

    text = forms.CharField(
        label=_("Statement"),
        help_text=_(
            "A sentence or a paragraph with figures. English, Chinese and Vietnamese are read best; of other languages "
            "the numbers and simple sentences."
        ),
        max_length=MOST_CHARACTERS,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Write or paste a sentence with figures.")},
    )


class RulingForm(forms.Form):
    """A coordinator's ruling."""

    form_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    verdict = forms.ChoiceField(
        label=_("What it is"),
        choices=[(verdict.value, words) for verdict, (_kind, words) in VERDICTS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what it is.")},
    )
    words = forms.CharField(
        label=_("Why"),
        max_length=500,
        help_text=_("A sentence that is shown on the public page."),
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Say why in a sentence.")},
    )
