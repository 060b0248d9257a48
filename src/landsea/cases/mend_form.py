"""The form by which a filer puts right what was understood of a case: the same fields as the filing form's."""

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from landsea.base.ui.countries import list_country_options
from landsea.base.ui.fields import make_words_field
from landsea.cases.form_filing import list_matter_options
from landsea.cases.forms import UNKNOWN_COUNTRY
from landsea.cases.models import Case
from landsea.cases.understanding.meaning import NONE_FITS
from landsea.directory.models.names import name_in


class MendForm(forms.Form):
    """What the case is about. Left open, it is read from the words."""

    matter = forms.ChoiceField(label=_("What is it about?"), required=False)
    place_text = make_words_field(_("Where is it stuck?"), 200)
    country = forms.ChoiceField(
        label=_("In which country is that?"), required=False, error_messages={"invalid_choice": UNKNOWN_COUNTRY}
    )
    goods = make_words_field(
        _("Which goods?"), 200, help_text=_("A word is enough. Write the HS code too if you know it.")
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        language = get_language() or "en"
        self.fields["matter"].choices = [("", _("read it from my words")), *list_matter_options(language)]
        self.fields["matter"].choices += [(NONE_FITS, _("none of these"))]
        self.fields["country"].choices = [("", _("not sure, or another country")), *list_country_options(language)]


def make_initial_values(case: Case) -> dict[str, str]:
    """Return what the form shows first: what was understood."""
    place = name_in(case.place.names, get_language() or "en") if case.place else case.place_text
    return {"matter": case.matter, "place_text": place, "country": case.country, "goods": case.goods}
