"""Forms of this room: an address to ask about, what is to be put right, a password before an account is closed."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from landsea.base.ui.fields import AddressField, words_field


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

    name = words_field(_("Name"), 120, attrs={"autocomplete": "name"})
    phone = words_field(_("Telephone"), 40, attrs={"autocomplete": "tel"})
    language = forms.ChoiceField(
        label=_("Language of pages and mails"), required=False, choices=[("", _("as it is")), *settings.LANGUAGES]
    )


class ClosingForm(forms.Form):
    """The password, so that a browser left open closes nobody's account."""

    password = forms.CharField(
        label=_("Your password"),
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": _("Type your password to close the account.")},
    )
