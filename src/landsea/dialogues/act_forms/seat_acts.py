"""The forms of who sits at a dialogue, and of calling it off."""

from landsea.base.ui.fields import make_words_field
from landsea.dialogues.act_forms.act_form import ActForm, Press, begin_field, make_typed_field
from landsea.dialogues.actions import convene, renew_link, seats
from landsea.dialogues.actions.answer import LONGEST_NOTE


class InviteForm(ActForm):
    """The coordinator gives somebody a seat."""

    act, need = "invite", "convenes"
    country = make_typed_field()
    name = make_typed_field()
    email = make_typed_field()
    role = make_typed_field()

    def do(self, press: Press) -> None:
        seats.invite_country(press.actor, press.dialogue.pk, **self.cleaned_data, now=press.now)


class FreeSeatForm(ActForm):
    """The coordinator takes somebody off the list."""

    rows = ("seat",)
    act, need = "free_seat", "convenes"

    def do(self, press: Press) -> None:
        seats.free_seat(press.actor, press.dialogue.pk, self.number("seat"), now=press.now)


class ReplyForm(ActForm):
    """Somebody says whether they come."""

    act, need = "reply", "sees"
    reply = make_typed_field()
    note = make_words_field("", LONGEST_NOTE)

    def do(self, press: Press) -> None:
        note = self.cleaned_data["note"] if "note" in self.data else None
        seats.reply_to_invitation(press.actor, press.dialogue.pk, self.cleaned_data["reply"], note=note, now=press.now)


class ProposeTimeForm(ActForm):
    """Somebody who is invited proposes another time."""

    act, need = "propose_time", "sees"
    at = begin_field()
    note = make_words_field("", LONGEST_NOTE)

    def do(self, press: Press) -> None:
        typed = self.cleaned_data
        seats.propose_other_time(press.actor, press.dialogue.pk, typed["at"], note=typed["note"] or None, now=press.now)


class RenewLinkForm(ActForm):
    """The coordinator replaces the link of somebody without an account."""

    rows = ("seat",)
    act, need = "renew_link", "convenes"

    def do(self, press: Press) -> None:
        renew_link.renew_link(press.actor, press.dialogue.pk, self.number("seat"), now=press.now)


class CallOffForm(ActForm):
    """The coordinator calls the dialogue off."""

    act, need = "call_off", "convenes"
    reason = make_typed_field()

    def do(self, press: Press) -> None:
        convene.call_off(press.actor, press.dialogue.pk, self.cleaned_data["reason"], now=press.now)
