"""Forms of this room: an address to ask about, what is to be put right, a password before an account is closed."""

from typing import Any

from allauth.account.adapter import get_adapter
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from landsea.base.ui.fields import AddressField, make_words_field


class AddressForm(forms.Form):
    """Whose data are asked for."""

    email = AddressField(
        label=_("Your e-mail address"),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": _("Type the address about which you ask."),
            "invalid": _("This is no e-mail address. It looks like name@example.org."),
        },
    )


class CorrectionForm(forms.Form):
    """What is right; what is left empty stays as it is."""

    name = make_words_field(_("Name"), 120, attrs={"autocomplete": "name"})
    phone = make_words_field(_("Telephone"), 40, attrs={"autocomplete": "tel"})
    language = forms.ChoiceField(
        label=_("Language of pages and mails"), required=False, choices=[("", _("as it is")), *settings.LANGUAGES]
    )


class ClosingForm(forms.Form):
    """The password, so that a browser left open closes nobody's account."""

    password = forms.CharField(
        label=_("Your password"),
        max_length=200,
        strip=False,  # as at sign-in: a space at an end belongs to a password
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": _("Type your password to close the account.")},
    )

    def __init__(self, *args: Any, user: Any = None, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_password(self) -> str:
        """Raise a sentence for a wrong one; tries are counted and noted as at sign-in."""
        typed: str = self.cleaned_data["password"]
        if not get_adapter().reauthenticate(self.user, typed):
            raise ValidationError(gettext("This is not your password. Nothing was closed."))
        return typed
