"""What people type about rules: a question for a checklist, a watch, a paper, a webhook."""

import re

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from landsea.base.translation.sentences import say_sentence
from landsea.base.ui.countries import list_country_options, name_country
from landsea.base.ui.fields import AddressField, DayField, make_words_field
from landsea.base.ui.goods import GoodsField, make_unknown_goods_error
from landsea.directory.name_search import find_codes_of_places_called
from landsea.rules.labels import (
    CONDITIONS,
    FREQUENCIES,
    KINDS,
    MODES,
    PURPOSES,
)
from landsea.rules.meant_goods import find_unread_goods, read_meant_goods
from landsea.rules.models import Frequency
from landsea_core.countries import ELSEWHERE
from landsea_core.rules.checklist import Purpose

DATE = {"type": "date"}


def list_country_choices() -> list[tuple[str, str]]:
    """Return the countries of the corridor in the reader's language."""
    return list(list_country_options(get_language() or "en"))


class ChecklistForm(forms.Form):
    """What do I need? Goods are asked for selling and may be given for investing; people need none."""

    purpose = forms.ChoiceField(label=_("What is it about?"), choices=list(PURPOSES.items()), initial=Purpose.SELL)
    goods = make_words_field(_("Which goods? In your own words, or an HS code"), 120)
    hs = forms.CharField(required=False, max_length=10, widget=forms.HiddenInput)
    condition = forms.ChoiceField(
        label=_("New, used or waste?"), required=False, choices=[("", _("not said")), *CONDITIONS.items()]
    )
    origin = forms.ChoiceField(label=_("From which country?"))
    destination = forms.ChoiceField(label=_("Into which country?"))
    mode = forms.ChoiceField(
        label=_("Which way over the border?"), required=False, choices=[("", _("not chosen yet")), *MODES.items()]
    )
    transit = forms.MultipleChoiceField(
        label=_("Through which countries, if any?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    on = DayField(
        label=_("On which day?"),
        required=False,
        widget=forms.DateInput(attrs=DATE, format="%Y-%m-%d"),
        error_messages={"invalid": _("Write the day like 2026-08-01.")},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        options = list_country_choices()
        for name in ("origin", "destination"):
            self.fields[name].choices = [("", _("choose")), *options]
            self.fields[name].error_messages["required"] = _("Choose a country.")
        outside = (ELSEWHERE, name_country(ELSEWHERE, get_language() or "en"))
        self.fields["origin"].choices = [("", _("choose")), *options, outside]
        self.fields["transit"].choices = options

    def clean(self) -> dict:
        """Ask for goods where they are sold, and for two different countries."""
        cleaned = super().clean()
        if cleaned.get("purpose") == Purpose.SELL and not cleaned.get("goods") and not cleaned.get("hs"):
            self.add_error("goods", _("Say which goods, for instance “cassava starch” or 1108.14."))
        if cleaned.get("origin") and cleaned.get("origin") == cleaned.get("destination"):
            self.add_error("destination", _("Choose another country: goods that stay at home pass no border."))
        ends = {cleaned.get("origin"), cleaned.get("destination")}
        cleaned["transit"] = [one for one in cleaned.get("transit") or [] if one not in ends]
        return cleaned


class WatchForm(forms.Form):
    """What to hear of, how often, and where to."""

    email = AddressField(
        label=_("Your e-mail address"),
        required=False,
        help_text=_("Not needed for a list without mails: its link is shown to you instead."),
        error_messages={"invalid": _("Write the address as name@example.org.")},
    )
    frequency = forms.ChoiceField(label=_("How often?"), choices=list(FREQUENCIES.items()), initial="at_once")
    name = make_words_field(_("A name for it, for yourself"), 120)

    def clean(self) -> dict:
        """Ask for an address where mails are wanted."""
        cleaned = super().clean()
        wants_mail = cleaned.get("frequency") != Frequency.NEVER
        if wants_mail and not cleaned.get("email") and "email" not in self.errors:
            self.add_error("email", _("Write the address that the changes should go to."))
        return cleaned


class WatchedGoodsField(GoodsField):
    """Goods of a watch: of words that may mean several, all are watched, and the watch's page names each."""

    def list_codes_meant(self, said: str) -> list[str]:
        """Return every code that the words may mean. Raises ValidationError where nobody knows the goods themselves."""
        if unread := find_unread_goods(said):
            raise make_unknown_goods_error(unread)
        meant = [one.value for one in read_meant_goods(said)]
        if not meant:
            raise make_unknown_goods_error(said)
        return meant


class InterestForm(WatchForm):
    """A watch of its own, without a checklist: every field narrows it."""

    hs = WatchedGoodsField(
        label=_("Which goods?"),
        max_length=200,
        required=False,
        help_text=_("In your own words, or HS codes; several with commas. Empty means all goods."),
    )
    origins = forms.MultipleChoiceField(label=_("Made in"), required=False, widget=forms.CheckboxSelectMultiple)
    destinations = forms.MultipleChoiceField(label=_("Going to"), required=False, widget=forms.CheckboxSelectMultiple)
    modes = forms.MultipleChoiceField(
        label=_("Modes of transport"), required=False, widget=forms.CheckboxSelectMultiple, choices=list(MODES.items())
    )
    kinds = forms.MultipleChoiceField(
        label=_("Kinds of rule"), required=False, widget=forms.CheckboxSelectMultiple, choices=list(KINDS.items())
    )
    places = make_words_field(_("Places, with commas"), 200)
    of_cases = forms.BooleanField(label=_("Only what concerns my open cases"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("origins", "destinations"):
            self.fields[name].choices = list_country_choices()

    def clean_hs(self) -> tuple[str, ...]:
        """Read the codes; the first that is none is named, with the nearest that exist."""
        from landsea.rules.hs import list_hs_codes
        from landsea_core.rules.check import check_hs_code

        for code in self.cleaned_data["hs"]:
            if fault := check_hs_code(code, list_hs_codes()):
                raise forms.ValidationError(say_sentence(fault))
        return self.cleaned_data["hs"]

    def clean_places(self) -> tuple[str, ...]:
        """Return the names as they were typed, and the codes of the places that bear them in any language."""
        names = tuple(part.strip() for part in re.split("[,，、;]", self.cleaned_data["places"]) if part.strip())
        return tuple(dict.fromkeys((*names, *find_codes_of_places_called(names))))


class PaperForm(forms.Form):
    """A requirement that is met."""

    key = forms.CharField(max_length=40, widget=forms.HiddenInput)
    name = make_words_field(_("Which paper?"), 200)
    expires_on = DayField(
        years_ahead=60,
        label=_("Valid until"),
        required=False,
        widget=forms.DateInput(attrs=DATE),
        error_messages={"invalid": _("Write the day like 2026-08-01, or leave it empty.")},
    )


class HookForm(forms.Form):
    """Where changes are posted."""

    url = forms.URLField(
        label=_("Address of your receiver"),
        max_length=500,
        assume_scheme="https",
        error_messages={"invalid": _("Write the address like https://receiver.example/landsea.")},
    )
