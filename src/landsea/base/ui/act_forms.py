"""Forms of acts: a page has many buttons, each of them a form that knows its act by name, so that one view takes them all."""

from collections.abc import Mapping
from typing import ClassVar, TypeVar

from django import forms

from landsea.base.refusal import Refused


class FormOfAct(forms.Form):
    """The form of one act; `act` is its name in the address.

    `rows` are the names under which it takes the numbers of rows that the page shows, `many_rows` those of several at once.
    """

    act: ClassVar[str]
    rows: ClassVar[tuple[str, ...]] = ()
    many_rows: ClassVar[tuple[str, ...]] = ()

    def refuse_what_does_not_fit(self) -> None:
        """Raise Refused with the first sentence about a field that cannot be taken as it is."""
        for faults in self.errors.values():
            raise Refused("does_not_fit", str(faults[0]))


OneForm = TypeVar("OneForm", bound=FormOfAct)


def make_table(*acts: type[OneForm]) -> Mapping[str, type[OneForm]]:
    """Return the forms by the name of their act."""
    return {form.act: form for form in acts}
