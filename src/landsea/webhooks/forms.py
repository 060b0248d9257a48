"""What somebody says of a receiver: a name, where it is, what it shall hear of."""

from django import forms
from django.utils.translation import gettext_lazy as _

from landsea.base.ui.fields import make_words_field
from landsea.webhooks.event_kinds import KINDS


class ReceiverForm(forms.Form):
    """A new receiver."""

    name = make_words_field(
        _("For which program?"),
        80,
        required=True,
        help_text=_("By this you know it again, for instance: our case system."),
        error_messages={"required": _("Write a name by which you know the receiver again.")},
    )
    url = forms.URLField(
        label=_("Address of your receiver"),
        max_length=500,
        assume_scheme="https",
        error_messages={
            "required": _("Write the address like https://receiver.example/landsea."),
            "invalid": _("Write the address like https://receiver.example/landsea."),
        },
    )
    kinds = forms.MultipleChoiceField(
        label=_("What shall it hear of?"),
        choices=list(KINDS.items()),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick at least one thing.")},
        help_text=_("Of cases it hears only those that you may see yourself."),
    )
