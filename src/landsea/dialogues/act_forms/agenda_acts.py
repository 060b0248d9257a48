"""The forms of the agenda: proposed, changed, accepted by each side's chair."""

from landsea.dialogues.act_forms.act_form import ActForm, Press, make_typed_field
from landsea.dialogues.actions import agenda


class ProposeAgendaForm(ActForm):
    """The heaviest barriers and unanswered cases are put on the agenda."""

    act = "propose_agenda"

    def do(self, press: Press) -> None:
        agenda.propose_agenda(press.actor, press.dialogue.pk, now=press.now)


class AddWordsForm(ActForm):
    """A line in words is added to the agenda."""

    act = "add_words"
    words = make_typed_field()

    def do(self, press: Press) -> None:
        agenda.add_words(press.actor, press.dialogue.pk, self.cleaned_data["words"], now=press.now)


class TakeOffForm(ActForm):
    """A line is taken off the agenda."""

    rows = ("item",)
    act = "take_off"

    def do(self, press: Press) -> None:
        agenda.take_off(press.actor, press.dialogue.pk, self.number("item"), now=press.now)


class AcceptAgendaForm(ActForm):
    """A chair accepts the agenda as it was read (`version`)."""

    rows = ("version",)
    act, need = "accept_agenda", "side"

    def do(self, press: Press) -> None:
        agenda.accept_agenda(press.actor, press.dialogue.pk, self.number("version"), now=press.now)
