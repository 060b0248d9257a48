"""What people type about experiences: words, what it is about, the decision to publish, an opinion."""

import re

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from landsea.base.ui.countries import list_country_options
from landsea.base.ui.fields import make_words_field
from landsea.base.ui.languages import OWN_NAMES
from landsea.directory import access as directory_access
from landsea.directory.models.names import name_in
from landsea.experiences.models import Basis, Kind
from landsea.rules import access as rules_access

HS = re.compile(r"^(\d{2}|\d{4}|\d{6})$")
LANGUAGES = list(OWN_NAMES.items())
BASES = {
    Basis.CONSENT: _("The filer agreed"),
    Basis.GENERAL: _("It is general: nobody can be recognised in it"),
    Basis.OWN: _("We wrote it ourselves"),
}
KINDS = {Kind.PRACTICE: _("A good practice"), Kind.GUIDE: _("A guide")}


class WordingForm(forms.Form):
    """An experience in one language."""

    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)
    title = make_words_field(_("Title"), 140)
    question = make_words_field(_("The question, as others would ask it"), 4000, area=True)
    answer = make_words_field(
        _("The answer"), 8000, area=True, help_text=_("What to do, where, with which papers, and how long it takes.")
    )


class AboutForm(forms.Form):
    """What it is about, so that it is found and ends with its rules."""

    matter = forms.ChoiceField(label=_("Matter"), required=False)
    country = forms.ChoiceField(label=_("Country"), required=False)
    hs = make_words_field(_("Goods (HS code)"), 12)
    measures = make_words_field(
        _("Measures it rests on (codes)"), 400, help_text=_("When one of them ends, the answer ends with it.")
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        language = get_language() or "en"
        self.fields["matter"].choices = [("", _("any"))] + [
            (name_in(topic.names, language), [(one.code, name_in(one.names, language)) for one in topic.matters.all()])
            for topic in directory_access.list_topics_in_service()
        ]
        self.fields["country"].choices = [("", _("any")), *list_country_options(language)]

    def clean_hs(self) -> str:
        """Return the code's digits, however it was divided."""
        typed = self.cleaned_data["hs"]
        digits = "".join(one for one in typed if one not in " .")
        if typed and not HS.match(digits):
            raise forms.ValidationError(
                _("“%(code)s” is no HS code. Write two, four or six digits, such as 2203."), params={"code": typed}
            )
        return digits

    def clean_measures(self) -> tuple[str, ...]:
        """Return the codes, however they were divided; each is one of the book."""
        codes = tuple(self.cleaned_data["measures"].replace(",", " ").upper().split())
        if unknown := [code for code in codes if code not in rules_access.read_published_book().by_code]:
            raise forms.ValidationError(
                _("No measure has the code %(codes)s: look it up among the rules."),
                params={"codes": ", ".join(unknown)},
            )
        return codes


class BeginForm(AboutForm):
    """A practice or a guide, written directly."""

    kind = forms.ChoiceField(label=_("What it is"), choices=list(KINDS.items()), widget=forms.RadioSelect)
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)
    field_order = ("kind", "language", "matter", "country", "hs", "measures")


class PublishForm(forms.Form):
    """The decision to publish: the bases that fit a kind of experience, or all where programs are told of them."""

    basis = forms.ChoiceField(
        label=_("Why it may be shared"),
        choices=list(BASES.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Say why it may be shared.")},
    )
    basis_words = make_words_field(_("When and how the filer agreed"), 300)
    read_through = forms.BooleanField(
        label=_("I read it through: no person, firm, number or plate can be recognised"), required=False
    )

    def __init__(self, *args, kind: str | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        if kind is None:
            return
        fitting = {Basis.CONSENT, Basis.GENERAL} if kind == Kind.SOLVED else {Basis.OWN}
        self.fields["basis"].choices = [(basis, words) for basis, words in BASES.items() if basis in fitting]
