"""The form with which a reader says that something on a page is wrong; each app keeps what comes in itself."""

from django import forms
from django.utils.translation import gettext_lazy as _

from landsea.base.ui.fields import AddressField, make_words_field

LONGEST = 2000


class CorrectionForm(forms.Form):
    """What is wrong on this page, and how to ask back."""

    text = make_words_field(
        _("What is wrong or missing?"),
        LONGEST,
        area=True,
        required=True,
        attrs={"rows": 3},
        error_messages={
            "required": _("Write in a sentence what is wrong here, and how you know."),
            "max_length": _("Say it in at most %(limit_value)d characters; it has %(show_value)d."),
        },
    )
    email = AddressField(
        label=_("Your e-mail address, if you like to be asked back"),
        required=False,
        error_messages={"invalid": _("Write the address as name@example.org, or leave it empty.")},
    )
    form_key = forms.UUIDField(widget=forms.HiddenInput)
