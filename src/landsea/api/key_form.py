"""What somebody says of a key they make: for which program, what it may do, how long."""

from django import forms
from django.utils.translation import gettext_lazy as _

from landsea.api.scopes import SCOPES
from landsea.base.ui.fields import make_words_field

DAYS = [("30", _("30 days")), ("90", _("90 days")), ("365", _("a year"))]


class KeyForm(forms.Form):
    """A new key."""

    name = make_words_field(
        _("For which program?"),
        80,
        required=True,
        help_text=_("By this you know it again, for instance: our case system."),
        error_messages={"required": _("Write a name by which you know the key again.")},
    )
    scopes = forms.MultipleChoiceField(
        label=_("What may it do?"),
        choices=list(SCOPES.items()),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick at least one thing.")},
        help_text=_("It never may more than you may yourself."),
    )
    days = forms.ChoiceField(label=_("How long does it hold?"), choices=DAYS, initial="90")
