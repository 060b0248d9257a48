"""What the forms of all acts at a dialogue have in common: who may send them, what they take, and the press of their button."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from landsea.base.actors import Actor
from landsea.base.files.storage import Stored
from landsea.base.ui.act_forms import FormOfAct
from landsea.base.ui.fields import DayField, MomentField, make_words_field
from landsea.dialogues.access import find_rights_needed
from landsea.dialogues.models import Dialogue

LONGEST_TEXT = 20_000
LONGEST_NUMBER = 9


@dataclass(frozen=True)
class Press:
    """One press of a form's button: by whom, at which dialogue, when, with which files, in which language it was written."""

    actor: Actor
    dialogue: Dialogue
    now: datetime
    files: tuple[Stored, ...] = ()
    language: str = ""


class ActForm(FormOfAct):
    """The form of one act: `act` is its name in the address, `need` the right it takes (a field of `access.Rights`),
    `takes_files` whether uploads belong to it.
    """

    need: ClassVar[str] = "writes"
    takes_files: ClassVar[bool] = False

    def refuse_without_right(self, actor: Actor, dialogue: Dialogue) -> None:
        """Raise Http404 or PermissionDenied for somebody who may not do this, whatever else they wrote."""
        find_rights_needed(actor, dialogue, self.need)

    def do(self, press: Press) -> None:
        """Do the act. Raises what the act raises."""
        raise NotImplementedError

    def number(self, name: str) -> int:
        """Return the id of a row that was sent under this name; 0 for none. It can be asked before the form is read."""
        sent = str(self.data.get(name, ""))
        return int(sent) if sent.isdecimal() and len(sent) <= LONGEST_NUMBER else 0


def begin_field() -> MomentField:
    """Return a field for when a dialogue shall begin, on the reader's clock."""
    return MomentField(
        label=_("Another begin, on your clock"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        error_messages={
            "required": _("Choose a day and an hour."),
            "invalid": _("Write the time as 2026-12-24 10:30."),
        },
    )


def make_typed_field() -> forms.CharField:
    """Return a field for what is typed into an act; whether anything is needed, the act says."""
    return make_words_field("", LONGEST_TEXT)


LONGEST_PROMISE = 80
"""Years; working days are known up to 2099."""


def make_typed_day_field() -> DayField:
    """Return a field for a day, empty where none was typed."""
    faults = {"invalid": _("Write the day as 2026-03-18.")}
    return DayField(years_ahead=LONGEST_PROMISE, required=False, input_formats=["%Y-%m-%d"], error_messages=faults)
