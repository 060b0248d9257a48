"""What an editor types: a draft of a measure, and why one is refused or withdrawn."""

import uuid
from datetime import date

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsea.base.translation.sentences import say_fault
from landsea.base.ui.fields import MomentField, make_words_field
from landsea.rules import access
from landsea.rules.draft_mapping import make_initial_values, make_measure
from landsea.rules.labels import EFFECTS, KINDS
from landsea.rules.translation_fields import (
    FIELDS,
    LANGUAGES,
    Words,
    make_initial_words,
    name_field,
    read_words_typed,
)
from landsea_core.rules import Effect, Measure, read_partial_day


def _check_partial_day(text: str) -> str:
    """Check a day that may be partial."""
    try:
        return read_partial_day(text.strip()).text
    except ValueError as fault:
        raise forms.ValidationError(say_fault(fault)) from None


class DraftForm(forms.Form):
    """A measure as an editor writes it. Lists are typed with commas or one a line; days may be partial or empty."""

    form_key = forms.UUIDField(widget=forms.HiddenInput)
    title = make_words_field(_("Title"), 200, required=True)
    title_local = make_words_field(_("Title in its own language"), 300)
    kind = forms.ChoiceField(label=_("Kind"), choices=list(KINDS.items()))
    effect = forms.ChoiceField(label=_("What it does"), choices=list(EFFECTS.items()))
    country = forms.CharField(
        label=_("Country or agreement that made it"),
        max_length=5,
        help_text=_("Two letters, as CN, LA, TH, VN; an agreement as ASEAN, RCEP, ACFTA."),
    )
    authority = make_words_field(_("Authority"), 300, required=True)
    legal_act = make_words_field(_("Legal act"), 400, required=True)
    summary = make_words_field(_("In short"), 2000, area=True, required=True)
    hs = make_words_field(_("Goods: HS codes"), 1000, help_text=_("With commas, as 081060, 0811. Empty: all goods."))
    hs_except = make_words_field(_("But not these codes"), 1000)
    goods = make_words_field(_("Only these goods of the codes"), 500)
    exception = forms.BooleanField(
        label=_("It stops only these goods; others of the codes go by other rules"), required=False
    )
    origin = make_words_field(
        _("Origin: countries"), 100, help_text=_("Two letters each, with commas. Empty: any country.")
    )
    destination = make_words_field(
        _("Destination: countries"), 100, help_text=_("Two letters each, with commas. Empty: any country.")
    )
    modes = make_words_field(
        _("Ways of carriage"), 60, help_text=_("Of road, rail, sea, river, air, with commas. Empty: any way.")
    )
    requires = make_words_field(
        _("What it requires"),
        8000,
        area=True,
        help_text=_(
            "One a line: what | who issues it | how long | cost | how long valid. Leave out what is not known."
        ),
    )
    announced = forms.CharField(
        label=_("Announced"),
        required=False,
        max_length=40,
        help_text=_("As 2026-06-01, or 2026-06 or 2026 when no more is known. Empty: not found."),
    )
    in_force = forms.CharField(label=_("In force from"), required=False, max_length=40)
    pending = forms.BooleanField(label=_("Only drafted or announced, not in force yet"), required=False)
    last_day = forms.CharField(label=_("Last day"), required=False, max_length=40)
    replaced_by = forms.CharField(label=_("Replaced by (code)"), required=False, max_length=40)
    source = make_words_field(_("Source"), 500, required=True)
    grade = forms.ChoiceField(label=_("How sure"), choices=[])
    checked = forms.CharField(label=_("Source looked at on"), required=False, max_length=40)
    note = make_words_field(_("Remark"), 2000, area=True)
    to_confirm = make_words_field(_("What of it no source said yet"), 1000, area=True)
    why = make_words_field(_("Why this change? Readers see it."), 500, required=True)
    publish_at = MomentField(
        label=_("Publish on (empty: as soon as approved)"),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}),
    )

    def __init__(self, *args, before: Measure | None = None, **kwargs):
        """`before`: the measure that is changed, None for a new one."""
        from landsea.rules.labels import GRADES

        initial = make_initial_values(before) | make_initial_words(before) if before else {}
        super().__init__(*args, initial=initial | {"form_key": uuid.uuid4()}, **kwargs)
        self.fields["grade"].choices = list(GRADES.items())
        for language in LANGUAGES:
            for name in FIELDS:
                english = self.fields[name]
                field = make_words_field(english.label, english.max_length, area=name == "requires")
                if name == "requires":
                    field.help_text = _("The same lines as in English, in the same order.")
                self.fields[name_field(name, language)] = field
        self.before = before
        self.words: Words = {}

    def plain(self) -> list[forms.BoundField]:
        """Return the fields of what is kept in English."""
        return [bound for bound in self if bound.name in self.base_fields and not bound.is_hidden]

    def in_languages(self) -> list[tuple[str, str, list[forms.BoundField], bool]]:
        """For each other language its code, its name, its fields and whether one of them has a fault."""
        found = []
        for language, name in LANGUAGES.items():
            fields = [self[name_field(field, language)] for field in FIELDS]
            found.append((language, name, fields, any(bound.errors for bound in fields)))
        return found

    def clean(self) -> dict:
        """Read the whole as a measure (`rule`) and its `words` in other languages."""
        typed = super().clean()
        if typed.get("exception") and not (typed.get("goods") and typed.get("effect") == Effect.FORBIDS):
            self.add_error("exception", _("Only a stop that names its goods in words can be this."))
        if not self.errors:
            code = self.before.code if self.before else access.find_free_code()
            self.rule = make_measure(typed, code, self.before, timezone.localdate())
            self.words, faults = read_words_typed(typed, self.rule)
            for fault in faults:
                self.add_error(fault.field, fault.sentence)
        return typed

    def clean_announced(self) -> str:
        """Read a day that may be partial."""
        return _check_partial_day(self.cleaned_data["announced"])

    def clean_in_force(self) -> str:
        """Read a day that may be partial."""
        return _check_partial_day(self.cleaned_data["in_force"])

    def clean_last_day(self) -> str:
        """Read a day that may be partial."""
        return _check_partial_day(self.cleaned_data["last_day"])

    def clean_checked(self) -> str:
        """Read a whole day; the view puts today where it was left empty."""
        text = self.cleaned_data["checked"].strip()
        if text:
            try:
                date.fromisoformat(text)
            except ValueError:
                raise forms.ValidationError(_("Write the day like 2026-08-01.")) from None
        return text


class WhyForm(forms.Form):
    """A reason."""

    why = make_words_field(_("Why?"), 500)
