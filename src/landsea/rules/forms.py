"""What people type about rules: a question for a checklist, a watch, a paper, a webhook, an editor's draft."""

from datetime import date

from django import forms
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from landsea.rules import access
from landsea.rules.drafting import initial_of, measure_from
from landsea.rules.translating import FIELDS, LANGUAGES, Words, field_name, initial_words, words_typed
from landsea.rules.words import EFFECTS, FREQUENCIES, KINDS, MODES, PURPOSES
from landsea.ui.countries import country_options
from landsea.ui.saying import fault_words, said
from landsea.ui.typed import words
from landsea_core.rules import Measure, partial_day
from landsea_core.rules.checklist import Purpose

DATE = {"type": "date"}


def countries() -> list[tuple[str, str]]:
    """The countries of the corridor in the reader's language."""
    return list(country_options(get_language() or "en"))


class ChecklistForm(forms.Form):
    """What do I need? Goods are asked for selling and may be given for investing; people need none."""

    purpose = forms.ChoiceField(label=_("What is it about?"), choices=list(PURPOSES.items()), initial=Purpose.SELL)
    goods = words(_("Which goods? In your own words, or an HS code"), 120)
    hs = forms.CharField(required=False, max_length=10, widget=forms.HiddenInput)
    origin = forms.ChoiceField(label=_("From which country?"))
    destination = forms.ChoiceField(label=_("Into which country?"))
    mode = forms.ChoiceField(
        label=_("Which way over the border?"), required=False, choices=[("", _("not chosen yet")), *MODES.items()]
    )
    transit = forms.MultipleChoiceField(
        label=_("Through which countries, if any?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    on = forms.DateField(
        label=_("On which day?"), required=False, widget=forms.DateInput(attrs=DATE, format="%Y-%m-%d"),
        error_messages={"invalid": _("Write the day like 2026-08-01.")},
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        options = countries()
        for name in ("origin", "destination"):
            self.fields[name].choices = [("", _("choose")), *options]
            self.fields[name].error_messages = {"required": _("Choose a country.")}
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

    email = forms.EmailField(
        label=_("Your e-mail address"),
        error_messages={
            "required": _("Write the address that the changes should go to."),
            "invalid": _("Write the address as name@example.org."),
        },
    )
    frequency = forms.ChoiceField(label=_("How often?"), choices=list(FREQUENCIES.items()), initial="at_once")
    name = words(_("A name for it, for yourself"), 120)


class InterestForm(WatchForm):
    """A watch of its own, without a checklist: every field narrows it."""

    hs = forms.CharField(
        label=_("Goods: HS codes, with commas"), required=False, max_length=200, help_text=_("Empty means all goods.")
    )
    origins = forms.MultipleChoiceField(label=_("Made in"), required=False, widget=forms.CheckboxSelectMultiple)
    destinations = forms.MultipleChoiceField(label=_("Going to"), required=False, widget=forms.CheckboxSelectMultiple)
    modes = forms.MultipleChoiceField(
        label=_("Ways"), required=False, widget=forms.CheckboxSelectMultiple, choices=list(MODES.items())
    )
    kinds = forms.MultipleChoiceField(
        label=_("Kinds of rule"), required=False, widget=forms.CheckboxSelectMultiple, choices=list(KINDS.items())
    )
    places = words(_("Places, with commas"), 200)
    of_cases = forms.BooleanField(label=_("Only what concerns my open cases"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("origins", "destinations"):
            self.fields[name].choices = countries()

    def clean_hs(self) -> tuple[str, ...]:
        """Read the codes; the first that is none is named, with the nearest that exist."""
        from landsea.rules.hs import hs_codes
        from landsea_core.rules.check import wrong_hs

        codes = tuple(code for code in self.cleaned_data["hs"].replace(".", "").replace(",", " ").split())
        for code in codes:
            if fault := wrong_hs(code, hs_codes()):
                raise forms.ValidationError(said(fault))
        return codes

    def clean_places(self) -> tuple[str, ...]:
        """Read the names."""
        return tuple(part.strip() for part in self.cleaned_data["places"].split(",") if part.strip())


class PaperForm(forms.Form):
    """A requirement that is met."""

    key = forms.CharField(max_length=40, widget=forms.HiddenInput)
    name = words(_("Which paper?"), 200)
    expires_on = forms.DateField(
        label=_("Valid until"), required=False, widget=forms.DateInput(attrs=DATE),
        error_messages={"invalid": _("Write the day like 2026-08-01, or leave it empty.")},
    )  # fmt: skip


class HookForm(forms.Form):
    """Where changes are posted."""

    url = forms.URLField(
        label=_("Address of your receiver"), max_length=500, assume_scheme="https",
        error_messages={"invalid": _("Write the address like https://receiver.example/landsea.")},
    )  # fmt: skip


def _day(text: str) -> str:
    """Check a day that may be partial."""
    try:
        return partial_day(text.strip()).text
    except ValueError as fault:
        raise forms.ValidationError(fault_words(fault)) from None


class DraftForm(forms.Form):
    """A measure as an editor writes it. Lists are typed with commas or one a line; days may be partial or empty."""

    title = words(_("Title"), 200, required=True)
    title_local = words(_("Title in its own language"), 300)
    kind = forms.ChoiceField(label=_("Kind"), choices=list(KINDS.items()))
    effect = forms.ChoiceField(label=_("What it does"), choices=list(EFFECTS.items()))
    country = forms.CharField(
        label=_("Country or agreement that made it"), max_length=5,
        help_text=_("Two letters, as CN, LA, TH, VN; an agreement as ASEAN, RCEP, ACFTA."),
    )  # fmt: skip
    authority = words(_("Authority"), 300, required=True)
    legal_act = words(_("Legal act"), 400, required=True)
    summary = words(_("In short"), 2000, area=True, required=True)
    hs = words(_("Goods: HS codes"), 1000, help_text=_("With commas, as 081060, 0811. Empty: all goods."))
    hs_except = words(_("But not these codes"), 1000)
    goods = words(_("Only these goods of the codes"), 500)
    origin = words(_("Origin: countries"), 100, help_text=_("Two letters each, with commas. Empty: any country."))
    destination = words(
        _("Destination: countries"), 100, help_text=_("Two letters each, with commas. Empty: any country.")
    )
    modes = words(
        _("Ways of carriage"), 60, help_text=_("Of road, rail, sea, river, air, with commas. Empty: any way.")
    )
    requires = words(
        _("What it requires"), 8000, area=True,
        help_text=_("One a line: what | who issues it | how long | cost | how long valid. Leave out what is not known."),
    )  # fmt: skip
    announced = forms.CharField(
        label=_("Announced"), required=False,
        help_text=_("As 2026-06-01, or 2026-06 or 2026 when no more is known. Empty: not found."),
    )  # fmt: skip
    in_force = forms.CharField(label=_("In force from"), required=False)
    last_day = forms.CharField(label=_("Last day"), required=False)
    replaced_by = forms.CharField(label=_("Replaced by (code)"), required=False)
    source = words(_("Source"), 500, required=True)
    grade = forms.ChoiceField(label=_("How sure"), choices=[])
    checked = forms.CharField(label=_("Source looked at on"), required=False)
    note = words(_("Remark"), 2000, area=True)
    why = words(_("Why this change? Readers see it."), 500, required=True)
    publish_at = forms.DateTimeField(
        label=_("Publish on (empty: as soon as approved)"), required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}),
    )  # fmt: skip

    def __init__(self, *args, before: Measure | None = None, **kwargs):
        """`before`: the measure that is changed, None for a new one."""
        from landsea.directory.words import GRADES

        initial = initial_of(before) | initial_words(before) if before else {}
        super().__init__(*args, initial=initial, **kwargs)
        self.fields["grade"].choices = list(GRADES.items())
        for language in LANGUAGES:
            for name in FIELDS:
                english = self.fields[name]
                field = words(english.label, english.max_length, area=name == "requires")
                if name == "requires":
                    field.help_text = _("The same lines as in English, in the same order.")
                self.fields[field_name(name, language)] = field
        self.before = before
        self.words: Words = {}

    def plain(self) -> list[forms.BoundField]:
        """The fields of what is kept in English."""
        return [bound for bound in self if bound.name in self.base_fields]

    def in_languages(self) -> list[tuple[str, str, list[forms.BoundField], bool]]:
        """For each other language its code, its name, its fields and whether one of them has a fault."""
        found = []
        for language, name in LANGUAGES.items():
            fields = [self[field_name(field, language)] for field in FIELDS]
            found.append((language, name, fields, any(bound.errors for bound in fields)))
        return found

    def clean(self) -> dict:
        """Read the whole as a measure (`rule`) and its `words` in other languages."""
        typed = super().clean()
        if not self.errors:
            code = self.before.code if self.before else access.free_code()
            self.rule = measure_from(typed, code, self.before, timezone.localdate())
            self.words, faults = words_typed(typed, self.rule)
            for fault in faults:
                self.add_error(fault.field, fault.sentence)
        return typed

    def clean_announced(self) -> str:
        """A day that may be partial."""
        return _day(self.cleaned_data["announced"])

    def clean_in_force(self) -> str:
        """A day that may be partial."""
        return _day(self.cleaned_data["in_force"])

    def clean_last_day(self) -> str:
        """A day that may be partial."""
        return _day(self.cleaned_data["last_day"])

    def clean_checked(self) -> str:
        """A whole day; today when left empty is the view's business."""
        text = self.cleaned_data["checked"].strip()
        if text:
            try:
                date.fromisoformat(text)
            except ValueError:
                raise forms.ValidationError(_("Write the day like 2026-08-01.")) from None
        return text


class WhyForm(forms.Form):
    """A reason."""

    why = words(_("Why?"), 500)
