"""What people type on the board: an entry, a wish to be introduced, a registration."""

import re
from datetime import datetime, time
from zoneinfo import ZoneInfo

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from landsea.base.ui.countries import list_country_options
from landsea.base.ui.fields import AddressField, WholeField, make_day_field, make_words_field
from landsea.base.ui.goods import make_goods_field
from landsea.base.ui.languages import OWN_NAMES
from landsea.exchange.labels import KINDS, SECTORS
from landsea.exchange.mapping import GROUP_OF
from landsea_core.clock.countries import find_usual_hours

HS = re.compile(r"^(\d{2}|\d{4}|\d{6})$")
ADDRESS = {
    "required": _("Write your e-mail address; the other side never sees it before you both agree."),
    "invalid": _("Write the address as name@example.org."),
}
COUNTRY = {"required": _("Choose the country."), "invalid_choice": _("Choose one of the twelve countries.")}
PUBLIC_KINDS = ("goods_offered", "goods_wanted", "project")


class WordsForm(forms.Form):
    """The words of an entry."""

    title = make_words_field(
        _("In a line"),
        160,
        required=True,
        error_messages={"required": _("Say in a line what you offer or look for.")},
    )
    text = make_words_field(
        _("What should others know?"),
        4000,
        area=True,
        help_text=_("No names, addresses or telephone numbers: the desks introduce you."),
    )


class PersonForm(forms.Form):
    """Who somebody is and how to reach them."""

    form_key = forms.UUIDField(widget=forms.HiddenInput)
    name = make_words_field(_("Your name"), 120, required=True, error_messages={"required": _("Write your name.")})
    email = AddressField(label=_("Your e-mail address"), error_messages=ADDRESS)
    country = forms.ChoiceField(label=_("Your country"), error_messages=COUNTRY)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["country"].choices = [("", _("choose")), *list_country_options(get_language() or "en")]


class ListingForm(WordsForm, PersonForm):
    """An entry of the board. People at desks may choose any kind and open a registration."""

    field_order = ("form_key", "name", "email", "country", "kind")
    kind = forms.ChoiceField(label=_("What is it?"), error_messages={"required": _("Choose what it is.")})
    hs = make_goods_field(_("Which goods?"), 120, help_text=_("In your own words, or HS codes; several with commas."))
    sectors = forms.MultipleChoiceField(
        label=_("Sectors"), required=False, widget=forms.CheckboxSelectMultiple, choices=list(SECTORS.items())
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages you can speak with a partner"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[(code.partition("-")[0], name) for code, name in OWN_NAMES.items()],
    )
    for_countries = forms.MultipleChoiceField(
        label=_("For which countries?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    firm = make_words_field(
        _("Your firm or office"), 200, required=True, error_messages={"required": _("Write the firm's name.")}
    )
    phone = make_words_field(_("Your phone number"), 40)

    def __init__(self, *args, officer: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        kinds = KINDS if officer else {kind: KINDS[kind] for kind in PUBLIC_KINDS}
        self.fields["kind"].choices = [("", _("choose")), *kinds.items()]
        self.fields["for_countries"].choices = list(list_country_options(get_language() or "en"))
        if officer:
            self.fields["place_text"] = make_words_field(
                _("Where is it held?"), 200, help_text=_("House, street and town, as one finds it.")
            )
            self.fields["starts"] = make_day_field(_("First day"), required=False)
            self.fields["ends"] = make_day_field(_("Last day"), required=False)
            self.fields["capacity"] = WholeField(
                label=_("Places, if one registers here"),
                required=False,
                min_value=1,
                max_value=100_000,
                error_messages={"min_value": _("Offer at least one place."), "invalid": _("Write a whole number.")},
            )
            self.fields["register_by"] = make_day_field(_("Register until the evening of"), required=False)

    def clean_hs(self) -> tuple[str, ...]:
        """Return the codes; each of two, four or six digits."""
        for code in self.cleaned_data["hs"]:
            if not HS.match(code):
                raise forms.ValidationError(
                    _("“%(code)s” is no HS code. Write two, four or six digits, such as 2203."), params={"code": code}
                )
        return self.cleaned_data["hs"]

    def clean(self) -> dict:
        """Check what depends on two fields."""
        cleaned = super().clean()
        if GROUP_OF.get(cleaned.get("kind", "")) == "goods" and not cleaned.get("hs") and "hs" not in self.errors:
            self.add_error("hs", _("Name the goods, so that others find you."))
        starts, ends = cleaned.get("starts"), cleaned.get("ends")
        if starts and ends and ends < starts:
            self.add_error("ends", _("It would end before it begins. Choose a later day."))
        if cleaned.get("capacity") and not cleaned.get("register_by") and "register_by" not in self.errors:
            self.add_error("register_by", _("Choose a day until which one can register."))
        return cleaned

    def titles(self, field: str) -> dict[str, str]:
        """Return the words of a field under the language of the page."""
        language = get_language() or settings.LANGUAGE_CODE
        return {language: self.cleaned_data[field]} if self.cleaned_data[field] else {}

    def deadline(self) -> datetime | None:
        """Return the evening (18:00 on the clock of the poster's country) until which one registers."""
        day = self.cleaned_data.get("register_by")
        if not day or not self.cleaned_data.get("capacity"):
            return None
        return datetime.combine(day, time(18), ZoneInfo(find_usual_hours(self.cleaned_data["country"]).tz))


class AskingForm(PersonForm):
    """A wish to be introduced."""

    firm = make_words_field(
        _("Your firm"), 200, required=True, error_messages={"required": _("Write the firm's name.")}
    )
    phone = make_words_field(_("Your phone number"), 40)
    message = make_words_field(
        _("Why do you want to meet?"),
        2000,
        area=True,
        required=True,
        error_messages={"required": _("Say in a sentence why you want to meet; the other side reads it.")},
    )
    consent = forms.BooleanField(
        label=_("When both desks and the other side agree, my name and address may be shown to the other side."),
        error_messages={"required": _("Without this nobody can introduce you.")},
    )


class ApplyingForm(PersonForm):
    """A registration."""

    organisation = make_words_field(_("School, firm or office"), 200)
    consent = forms.BooleanField(
        label=_("The organiser may read my name, address and country."),
        error_messages={"required": _("Without this nobody can keep a place for you.")},
    )
