"""The form by which somebody makes a password for a device: its name, and which books it gets."""

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from landsea.base.ui.countries import list_country_options
from landsea.base.ui.fields import make_words_field
from landsea.phonebook.books import name_topics


class DeviceForm(forms.Form):
    """A device with the countries and topics of its books; none ticked means all of them."""

    name = make_words_field(
        _("What is the device called?"),
        60,
        required=True,
        help_text=_("For instance: my phone. So that you know later which one to end."),
        error_messages={"required": _("Give the device a name.")},
    )
    countries = forms.MultipleChoiceField(
        label=_("Countries"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Tick none to get all."),
    )
    topics = forms.MultipleChoiceField(
        label=_("Topics"), required=False, widget=forms.CheckboxSelectMultiple, help_text=_("Tick none to get all.")
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        language = get_language() or "en"
        self.fields["countries"].choices = list_country_options(language)
        self.fields["topics"].choices = list(name_topics(language).items())
