"""What people type about experiences: words, what it is about, the decision to publish, an opinion."""

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from landsea.base.ui.countries import country_options
from landsea.base.ui.fields import words_field
from landsea.base.ui.languages import OWN_NAMES
from landsea.directory import access as directory_access
from landsea.directory.models.names import name_in
from landsea.experiences.models import Basis, Kind

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
    title = words_field(_("Title"), 140)
    question = words_field(_("The question, as others would ask it"), 4000, area=True)
    answer = words_field(
        _("The answer"), 8000, area=True, help_text=_("What to do, where, with which papers, and how long it takes.")
    )


class AboutForm(forms.Form):
    """What it is about, so that it is found and ends with its rules."""

    matter = forms.ChoiceField(label=_("Matter"), required=False)
    country = forms.ChoiceField(label=_("Country"), required=False)
    hs = words_field(_("Goods (HS code)"), 6)
    measures = words_field(
        _("Measures it rests on (codes)"), 400, help_text=_("When one of them ends, the answer ends with it.")
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        language = get_language() or "en"
        self.fields["matter"].choices = [("", _("any"))] + [
            (name_in(topic.names, language), [(one.code, name_in(one.names, language)) for one in topic.matters.all()])
            for topic in directory_access.topics_in_service()
        ]
        self.fields["country"].choices = [("", _("any")), *country_options(language)]

    def clean_measures(self) -> tuple[str, ...]:
        """Return the codes, however they were divided."""
        return tuple(self.cleaned_data["measures"].replace(",", " ").upper().split())


class BeginForm(AboutForm):
    """A practice or a guide, written directly."""

    kind = forms.ChoiceField(label=_("What it is"), choices=list(KINDS.items()), widget=forms.RadioSelect)
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)
    field_order = ("kind", "language", "matter", "country", "hs", "measures")


class PublishForm(forms.Form):
    """The decision to publish."""

    basis = forms.ChoiceField(
        label=_("Why it may be shared"),
        choices=list(BASES.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Say why it may be shared.")},
    )
    basis_words = words_field(_("When and how the filer agreed"), 300)
    read_through = forms.BooleanField(
        label=_("I read it through: no person, firm, number or plate can be recognised"), required=False
    )
