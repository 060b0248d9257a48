"""The choice of a desk on the form of an act: picked from what words find, or typed as its code or its page's address."""

from django import forms

from landsea.cases.act_forms.act_form import make_typed_field
from landsea.directory.desk_picking import find_desk_meant


class DeskChoice(forms.Form):
    """`desk_code` is the desk that was picked; without one, or where other words were typed since, `desk` is looked at."""

    desk = make_typed_field()
    desk_code = make_typed_field()

    @property
    def chosen_desk(self) -> str:
        """The code of the desk that is meant; empty, or words that are no code, when none was picked."""
        return find_desk_meant(self.cleaned_data["desk"], self.cleaned_data["desk_code"])
