"""What people type to answer many cases at once."""

from django import forms
from django.utils.translation import gettext_lazy as _

from landsea.base.ui.fields import make_words_field
from landsea.cases.labels import PROPOSABLE_OUTCOMES


class AnswerForm(forms.Form):
    """One answer to all."""

    form_key = forms.UUIDField(widget=forms.HiddenInput)
    body = make_words_field(
        _("Your answer to all of them"),
        20_000,
        area=True,
        required=True,
        error_messages={"required": _("Write the answer first; all cases get the same words.")},
    )
    outcome = forms.ChoiceField(label=_("Does it end the cases?"), widget=forms.RadioSelect, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["outcome"].choices = [("", _("no, it is an answer"))] + [
            (one.value, _("yes: %(outcome)s") % {"outcome": said}) for one, said in PROPOSABLE_OUTCOMES.items()
        ]
