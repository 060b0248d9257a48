"""Fields of the editors' forms: a number, a choice, a clock time, a place by its code or name."""

from django import forms
from django.utils.translation import gettext_lazy as _

from landsea.base.translation.sentences import say_fault
from landsea.base.ui.fields import NumberField
from landsea.corridor.kept_network import find_network
from landsea.corridor.labels import place_name
from landsea_core.planner.network.place_names import find_place
from landsea_core.planner.network.unknown_place import UnknownPlace


def number_field(label, **more) -> NumberField:
    """Return a field for a number, optional unless said otherwise."""
    wrong = {"invalid": _("Write a number, as 4 or 2.5."), "required": _("A number is needed here.")}
    return NumberField(label=label, error_messages=wrong, **({"required": False} | more))


def make_choice_field(label, options, **more) -> forms.ChoiceField:
    """Return a field for one of (value, words)."""
    return forms.ChoiceField(label=label, choices=list(options), **more)


def make_clock_field(label) -> forms.CharField:
    """Return a field for a time on the clock of a place."""
    return forms.CharField(label=label, required=False, max_length=8, widget=forms.TextInput(attrs={"type": "time"}))


class PlaceField(forms.CharField):
    """A place by code or name; its value is the code, beside which its name stands."""

    def get_bound_field(self, form, field_name):
        """Return the field with the name of the place whose code it holds: nobody knows the codes by heart."""
        bound = super().get_bound_field(form, field_name)
        place = find_network().places.get(str(bound.value() or ""))
        if place is not None:
            bound.help_text = place_name(place)
        return bound

    def clean(self, value):
        """Return the code, or raise with the nearest names."""
        said = super().clean(value)
        if not said:
            return ""
        try:
            return find_place(find_network(), said).place.code
        except UnknownPlace as unknown:
            raise forms.ValidationError(say_fault(unknown)) from unknown


def place_field(label, **more) -> PlaceField:
    """Return a field for a place, with the list of places behind it."""
    widget = forms.TextInput(attrs={"list": "places"})
    return PlaceField(label=label, max_length=80, widget=widget, **more)
