"""What people type about the directory: who answers, a name to look for, a correction. Nothing typed is ever refused
for its spelling; the page says beside the result what was not understood.
"""

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from landsea.base.ui.countries import list_country_options
from landsea.directory import access
from landsea.directory.labels import DIRECTIONS
from landsea.directory.models.names import name_in

LONGEST_QUESTION, LONGEST_PART = 300, 60
"""The question travels in the page's address, where a letter of Lao or Thai takes nine bytes and servers take 4,000."""
TOO_LONG = _("Say it in at most %(limit_value)d characters; it has %(show_value)d.")


class WhoForm(forms.Form):
    """Who answers for what? Every field may stay empty, but not all of them."""

    about = forms.CharField(
        label=_("What is it about?"),
        help_text=_("In your own words, in any language."),
        required=False,
        max_length=LONGEST_QUESTION,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": TOO_LONG},
    )
    place = forms.CharField(
        label=_("Where? A border post, port, station or city"),
        required=False,
        max_length=LONGEST_PART,
        error_messages={"max_length": TOO_LONG},
    )
    country = forms.ChoiceField(label=_("In which country is the problem?"), required=False)
    goods = forms.CharField(
        label=_("Which goods? A word or an HS code"),
        required=False,
        max_length=LONGEST_PART,
        error_messages={"max_length": TOO_LONG},
    )
    matter = forms.ChoiceField(label=_("Which matter?"), required=False)
    direction = forms.ChoiceField(label=_("Which way do the goods go?"), required=False)
    filer_country = forms.ChoiceField(label=_("Where is your firm?"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        language = get_language() or "en"
        countries = list_country_options(language)
        self.fields["country"].choices = [("", _("not sure")), *countries]
        self.fields["filer_country"].choices = [("", _("I would rather not say")), *countries]
        self.fields["direction"].choices = [("", _("not sure")), *DIRECTIONS.items()]
        self.fields["matter"].choices = [("", _("not sure: read it from my words"))] + [
            (
                name_in(topic.names, language),
                [(topic.code, _("%(topic)s, as a whole") % {"topic": name_in(topic.names, language)})]
                + [(matter.code, name_in(matter.names, language)) for matter in topic.matters.all()],
            )
            for topic in access.list_topics_in_service()
        ]

    def clean(self) -> dict:
        """Ask for at least one thing to go by."""
        cleaned = super().clean()
        if not self.errors and not any(cleaned.get(name) for name in ("about", "place", "country", "goods", "matter")):
            raise forms.ValidationError(_("Say in a few words what it is about, or choose a matter or a place."))
        return cleaned
