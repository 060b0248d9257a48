"""The choice of a desk on the form of an act: picked from what words find, or typed as its code or its page's address."""

from django import forms

from landsea.cases.act_forms.act_form import as_typed_field
from landsea.directory.desk_picking import code_in


class DeskChoice(forms.Form):
    """`desk_code` is the desk that was picked; without one, `desk` is looked at for a code."""

    desk = as_typed_field()
    desk_code = as_typed_field()

    @property
    def chosen_desk(self) -> str:
        """The code of the desk that is meant; empty, or words that are no code, when none was picked."""
        return self.cleaned_data["desk_code"] or code_in(self.cleaned_data["desk"])
