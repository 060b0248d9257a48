"""The form of somebody who has the trouble of a barrier too."""

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from landsea.base.ui.countries import list_country_options
from landsea.base.ui.fields import AddressField, make_words_field
from landsea_core.caseflow import Visibility

CURRENCIES = ("CNY", "USD", "VND", "LAK", "THB", "KHR", "MMK", "IDR", "MYR", "SGD", "PHP", "BND", "EUR")


VISIBILITIES = {
    Visibility.NAMED: _("The desk may know who I am"),
    Visibility.COORDINATOR_ONLY: _("Only the coordinator may know who I am"),
    Visibility.PSEUDONYMOUS: _("Nobody may know: I come back by the secret link"),
}


class MeTooForm(forms.Form):
    """I have this too: who, where from, and what it costs. What it is about, the barrier knows."""

    key = forms.CharField(widget=forms.HiddenInput, max_length=64)
    text = make_words_field(
        _("What is it like with you?"),
        5000,
        area=True,
        help_text=_("In any language. Leave it empty if the page says it all."),
    )
    filer_country = forms.ChoiceField(
        label=_("Where is your firm?"),
        error_messages={
            "required": _("Choose the country."),
            "invalid_choice": _("Choose one of the twelve countries."),
        },
    )
    visibility = forms.ChoiceField(
        label=_("Who may know you?"),
        widget=forms.RadioSelect,
        choices=[(one.value, said) for one, said in VISIBILITIES.items()],
        error_messages={"required": _("Choose who may know who you are.")},
    )
    party = make_words_field(_("Your firm or association"), 200, attrs={"autocomplete": "organization"})
    email = AddressField(
        label=_("Your e-mail address"),
        required=False,
        help_text=_("So that the answer reaches you. Reports without firm and address count together as one."),
        error_messages={"invalid": _("Write the address as name@example.org, or leave it empty.")},
    )
    cost_per_day = forms.DecimalField(
        label=_("What does a day of delay cost you?"),
        required=False,
        min_value=0,
        max_digits=12,
        decimal_places=2,
        help_text=_("Shown only as the median of five firms or more."),
        error_messages={
            "invalid": _("Write the amount as a number, such as 1200, or leave it empty."),
            "min_value": _("Write an amount above nought, or leave it empty."),
            "max_digits": _("This amount is too large. Check it, or leave it empty."),
            "max_whole_digits": _("This amount is too large. Check it, or leave it empty."),
            "max_decimal_places": _("Write at most two digits after the point."),
        },
    )
    currency = forms.ChoiceField(
        label=_("Currency"), required=False, choices=[("", "–"), *[(code, code) for code in CURRENCIES]]
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["filer_country"].choices = [("", _("choose")), *list_country_options(get_language() or "en")]

    def clean(self) -> dict:
        """Check what depends on two fields, and drop the firm of somebody whom nobody may know."""
        cleaned = super().clean()
        visibility = cleaned.get("visibility")
        if visibility == Visibility.NAMED and not cleaned.get("party"):
            self.add_error("party", _("Write your firm's name, or choose that nobody may know who you are."))
        if visibility == Visibility.PSEUDONYMOUS:
            cleaned["party"] = ""
        if cleaned.get("cost_per_day") is not None and not cleaned.get("currency"):
            self.add_error("currency", _("Choose the currency of the amount."))
        return cleaned
