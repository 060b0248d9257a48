"""What people type about a contact or an appointment, and what became of a correction."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from landsea.base.corrections.models import Correction
from landsea.base.ui.fields import AddressField
from landsea.base.ui.languages import OWN_NAMES
from landsea.directory.duty_forms import time_field
from landsea.directory.models import Role
from landsea_core.translations import name_key

TOO_LONG = _("Say it in at most %(limit_value)d characters; it has %(show_value)d.")

BASE_LANGUAGES = [(name_key(code), name) for code, name in OWN_NAMES.items()]

PHONE_SIGNS = set("0123456789+-()./# ")


class FiledContactForm(forms.Form):
    """What is on file about a contact, as the contact may correct it by a mailed link."""

    name = forms.CharField(
        label=_("Name"), max_length=120, error_messages={"required": _("Write your name."), "max_length": TOO_LONG}
    )
    email = AddressField(
        label=_("E-mail"),
        error_messages={
            "required": _("Write the address at which cases reach this desk."),
            "invalid": _("Write the address as name@example.org."),
        },
    )
    phone = forms.CharField(
        label=_("Telephone"), required=False, max_length=40, error_messages={"max_length": TOO_LONG}
    )
    duty_phone = forms.CharField(
        label=_("Telephone on duty, outside office hours"),
        required=False,
        max_length=40,
        error_messages={"max_length": TOO_LONG},
    )
    languages = forms.MultipleChoiceField(
        label=_("Reads and writes"), required=False, choices=BASE_LANGUAGES, widget=forms.CheckboxSelectMultiple
    )

    def clean_phone(self) -> str:
        """Refuse what no telephone could dial."""
        return _check_phone_number(self.cleaned_data["phone"])

    def clean_duty_phone(self) -> str:
        """Refuse what no telephone could dial."""
        return _check_phone_number(self.cleaned_data["duty_phone"])


class AccountWishForm(forms.Form):
    """Who of a desk that answers by link wants to have an account."""

    name = forms.CharField(
        label=_("Name"), max_length=120, error_messages={"required": _("Write your name."), "max_length": TOO_LONG}
    )
    email = AddressField(
        label=_("E-mail to sign in with"),
        error_messages={
            "required": _("Write the address as name@example.org."),
            "invalid": _("Write the address as name@example.org."),
        },
    )


def _check_phone_number(number: str) -> str:
    if set(number) - PHONE_SIGNS:
        raise forms.ValidationError(
            _("Write a telephone number in digits, with the country's code: +86 871 0000 0000.")
        )
    return number


class ContactForm(FiledContactForm):
    """A contact as people of its desk, or the coordinator, change it."""

    part = forms.ChoiceField(
        label=_("Part at this desk"), choices=[("holder", _("holder")), ("deputy", _("deputy"))], initial="holder"
    )
    quiet_from = time_field(_("Not called from"), required=False)
    quiet_until = time_field(_("until"), required=False)
    why = forms.CharField(
        label=_("Why, or how you know"),
        max_length=300,
        help_text=_("For instance: asked by telephone. It stays in the history of this desk."),
        error_messages={
            "required": _("Say in a few words how you know; it stays in the history."),
            "max_length": TOO_LONG,
        },
    )

    def clean(self) -> dict:
        """Quiet hours have a beginning and an end, or neither."""
        cleaned = super().clean()
        if bool(cleaned.get("quiet_from")) != bool(cleaned.get("quiet_until")):
            self.add_error("quiet_until", _("Write both times of the quiet hours, or neither."))
        return cleaned


class WhyForm(forms.Form):
    """A reason for an act on a contact or a person."""

    why = forms.CharField(
        label=_("Why, or how you know"),
        max_length=300,
        error_messages={
            "required": _("Say in a few words how you know; it stays in the history."),
            "max_length": TOO_LONG,
        },
    )


class PersonForm(WhyForm):
    """Whom to appoint."""

    name = forms.CharField(
        label=_("Name"),
        max_length=120,
        error_messages={"required": _("Write the person's name."), "max_length": TOO_LONG},
    )
    email = AddressField(
        label=_("E-mail, with which the person signs in"),
        error_messages={
            "required": _("Write the address with which the person signs in."),
            "invalid": _("Write the address as name@example.org."),
        },
    )
    language = forms.ChoiceField(label=_("Language of pages and mails"), choices=settings.LANGUAGES)
    field_order = ("name", "email", "language", "why")


class AppointForm(PersonForm):
    """Whom to appoint to a desk, and as what."""

    role = forms.ChoiceField(
        label=_("Part at this desk"), choices=[(Role.HOLDER, _("holder")), (Role.DEPUTY, _("deputy"))]
    )
    field_order = ("name", "email", "role", "language", "why")


class CorrectionResultForm(forms.Form):
    """What became of a suggestion."""

    result = forms.ChoiceField(
        label=_("What became of it?"),
        choices=[
            (Correction.Result.MENDED, _("right: it is mended")),
            (Correction.Result.RIGHT_ALREADY, _("the entry is right as it is")),
            (Correction.Result.NOT_FOUND_OUT, _("it could not be found out")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what became of it: whoever suggested it hears that.")},
    )
    reply = forms.CharField(
        label=_("A word to whoever suggested it"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": TOO_LONG},
    )
