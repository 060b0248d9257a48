"""What people type about barriers: the same trouble, a barrier's words, one answer to all."""

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from landsea.base.ui.countries import country_options
from landsea.base.ui.fields import words_field
from landsea.directory import access as directory_access
from landsea.directory.models.names import name_in
from landsea.directory.name_search import find_places
from landsea.rules import access as rules_access
from landsea_core.caseflow import Visibility

CURRENCIES = ("CNY", "USD", "VND", "LAK", "THB", "KHR", "MMK", "IDR", "MYR", "SGD", "PHP", "BND", "EUR")
VISIBILITIES = {
    Visibility.NAMED: _("The desk may know who I am"),
    Visibility.COORDINATOR_ONLY: _("Only the coordinator may know who I am"),
    Visibility.PSEUDONYMOUS: _("Nobody may know: I come back by the secret link"),
}
OUTCOMES = {
    "fixed": _("fixed"),
    "workaround": _("a workaround was found"),
    "explained_no_change": _("explained, no change"),
    "not_a_barrier": _("not a barrier"),
}


class MeTooForm(forms.Form):
    """I have this too: who, where from, and what it costs. What it is about, the barrier knows."""

    key = forms.CharField(widget=forms.HiddenInput, max_length=64)
    text = words_field(
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
    party = words_field(_("Your firm or association"), 200, attrs={"autocomplete": "organization"})
    email = forms.EmailField(
        label=_("Your e-mail address"),
        required=False,
        max_length=254,
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
        self.fields["filer_country"].choices = [("", _("choose")), *country_options(get_language() or "en")]

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


class BarrierForm(forms.Form):
    """A barrier's words in each language of the pages, and what new cases like it have in common."""

    matter = forms.ChoiceField(label=_("Matter"), required=False)
    country = forms.ChoiceField(label=_("Country of the trouble"), required=False)
    place = words_field(
        _("Place, by its name in any language or its code"), 80, help_text=_("Leave it open when it is not one place.")
    )
    chapter = forms.RegexField(
        r"^\d{2}$",
        label=_("HS chapter"),
        required=False,
        error_messages={"invalid": _("Write the two digits of the chapter, such as 08, or leave it open.")},
    )
    goods = words_field(_("Goods, in a word"), 120)
    measures = words_field(_("Measures concerned, by their codes"), 300, help_text=_("Separated by commas."))
    desk = words_field(
        _("Desk that answers for it: its code, or the address of its page"),
        200,
        help_text=_("Empty: the coordinator's desk."),
    )
    cases = words_field(_("Cases, by their numbers"), 4000, help_text=_("Separated by commas or blanks."))

    def __init__(self, *args, with_cases: bool = True, **kwargs):
        super().__init__(*args, **kwargs)
        language = get_language() or "en"
        self.fields["country"].choices = [("", _("open")), *country_options(language)]
        self.fields["matter"].choices = [("", _("open"))] + [
            (name_in(topic.names, language), [(one.code, name_in(one.names, language)) for one in topic.matters.all()])
            for topic in directory_access.topics_in_service()
        ]
        for code, name in settings.LANGUAGES:
            self.fields[f"title_{code}"] = words_field(
                _("What it is, in a line (%(language)s)") % {"language": name}, 160
            )
            self.fields[f"text_{code}"] = words_field(
                _("What is known, and what one can do meanwhile (%(language)s)") % {"language": name}, 4000, area=True
            )
        if not with_cases:
            del self.fields["cases"]

    def clean_place(self) -> str:
        """Return the code of the place that is meant; where several bear the name, they are named to choose from."""
        typed = self.cleaned_data["place"].strip()
        known = directory_access.place_with_code(typed.upper()) if typed else None
        if known or not typed:
            return known.code if known else ""
        found = find_places(typed)
        language = get_language() or "en"
        if not found:
            raise forms.ValidationError(
                _("No place is called “%(name)s”. Write the name of a border post, port, station or city."),
                params={"name": typed},
            )
        if len(found) > 1 and typed.casefold() not in {name.casefold() for name in found[0].names.values()}:
            near = ", ".join(f"{name_in(one.names, language)} ({one.code})" for one in found[:5])
            raise forms.ValidationError(
                _("Several places are called so: write the code of one of %(near)s."), params={"near": near}
            )
        return found[0].code

    def clean_measures(self) -> tuple[str, ...]:
        """Return the codes; each has to be a measure in the book of rules."""
        codes = tuple(filter(None, (code.strip() for code in self.cleaned_data["measures"].split(","))))
        book = rules_access.book() if codes else None
        for code in codes:
            if not book.versions(code):
                raise forms.ValidationError(
                    _("There is no measure “%(code)s”. Copy the code from the measure's page."), params={"code": code}
                )
        return codes

    def by_language(self, part: str) -> dict[str, str]:
        """Return the words of `title` or `text` by language, empty ones left out."""
        found = {code: self.cleaned_data[f"{part}_{code}"] for code, _name in settings.LANGUAGES}
        return {code: said for code, said in found.items() if said}
