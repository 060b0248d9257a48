"""What people type about leave and duty: days away, and the turns of a desk's rota."""

from django import forms
from django.utils.translation import gettext_lazy as _

from landsea.base.messengers.ways import CODES
from landsea.base.outbox.kinds import name_channel
from landsea.base.ui.fields import DayField, WholeField
from landsea.directory.display_names import list_person_choices
from landsea.directory.reaching import write_dialled_number

NO_DATE = _("Write the day as 2026-11-30.")

NO_TIME = _("Write the time as 17:30.")


def make_day_field(label, *, required: bool = True, **more) -> DayField:
    """Return a field for a day, chosen or typed."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    errors = {"required": _("Choose the day."), "invalid": NO_DATE}
    return DayField(label=label, required=required, widget=widget, error_messages=errors, **more)


def time_field(label, *, required: bool = True, **more) -> forms.TimeField:
    """Return a field for a time of the day on the office's clock."""
    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    errors = {"required": _("Choose the time."), "invalid": NO_TIME}
    return forms.TimeField(label=label, required=required, widget=widget, error_messages=errors, **more)


class LeaveForm(forms.Form):
    """Days on which somebody is away."""

    person = forms.TypedChoiceField(label=_("Who is away?"), coerce=int)
    first_day = make_day_field(_("First day away"))
    last_day = make_day_field(_("Last day away"))
    stand_in = forms.TypedChoiceField(
        label=_("Who stands in?"),
        coerce=int,
        required=False,
        empty_value=None,
        help_text=_("Left open, the desk's deputies stand in."),
    )
    note = forms.CharField(label=_("Note for the office"), required=False, max_length=200)

    def __init__(self, *args, people, stand_ins, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = list_person_choices(people)
        self.fields["stand_in"].choices = [("", _("nobody in particular"))] + [
            (user.pk, user.name) for user in stand_ins
        ]


class TurnForm(forms.Form):
    """One turn of a rota, on the office's clock; an empty row is no turn."""

    contact = forms.TypedChoiceField(label=_("Who"), coerce=int, required=False, empty_value=None)
    first_day = make_day_field(_("Begins on"), required=False)
    begins = time_field(_("at"), required=False)
    last_day = make_day_field(_("ends on"), required=False)
    ends = time_field(_("at"), required=False)
    every_weeks = WholeField(
        label=_("every … weeks"),
        min_value=1,
        max_value=26,
        initial=1,
        required=False,
        error_messages={"min_value": _("Write 1 to 26 weeks."), "max_value": _("Write 1 to 26 weeks.")},
    )
    until = make_day_field(_("last one begins by"), required=False)
    phone = forms.CharField(
        label=_("Telephone of this duty"),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"inputmode": "tel"}),
        help_text=_("Left open, the person's own duty telephone."),
    )
    first_way = forms.ChoiceField(label=_("Wake first by"), required=False)

    def __init__(self, *args, contacts=(), country="", **kwargs):
        super().__init__(*args, **kwargs)
        self.country = country
        self.fields["contact"].choices = [("", _("nobody"))] + [(one.pk, one.name) for one in contacts]
        self.fields["first_way"].choices = [("", _("the usual order"))] + [(one, name_channel(one)) for one in CODES]

    def clean_phone(self) -> str:
        """Return the number as the world dials it."""
        typed = self.cleaned_data["phone"].strip()
        dialled = write_dialled_number(typed, self.country)
        if typed and not dialled:
            raise forms.ValidationError(_("Write the number with its country, like +856 20 5550 0000."))
        return dialled

    def clean(self) -> dict:
        """Ask for all times of a turn that has a person, and for the person of a new turn; without one an old turn ends."""
        cleaned = super().clean()
        if cleaned.get("contact") is not None:
            for name in ("first_day", "begins", "last_day", "ends"):
                if not cleaned.get(name) and name not in self.errors:
                    self.add_error(name, _("This is missing in the turn."))
        elif self.empty_permitted and any(
            cleaned.get(name) for name in ("first_day", "begins", "last_day", "ends", "phone")
        ):
            self.add_error("contact", _("This is missing in the turn."))
        return cleaned
