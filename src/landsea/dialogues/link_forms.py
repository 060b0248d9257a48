"""The forms by which somebody without an account answers an invitation: whether they come, and another time."""

from datetime import datetime
from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _

from landsea.base.ui.act_forms import FormOfAct, make_table
from landsea.base.ui.fields import make_words_field
from landsea.dialogues.access.by_invitation_link import Invited
from landsea.dialogues.act_forms.act_form import begin_field, make_typed_field
from landsea.dialogues.actions.answer import ANSWERS, LONGEST_NOTE, answer_from_seat, propose_time
from landsea.dialogues.models import Reply

BY_LINK = "link"
"""What the audit says of an answer that came by a mailed link."""


class LinkForm(FormOfAct):
    """The form of one act by a link. `said` is what the person reads when it is done."""

    said: ClassVar[Any]

    def do(self, opened: Invited, now: datetime) -> None:
        """Do the act at `now` (aware). Raises Refused as the act does."""
        raise NotImplementedError


class ReplyByLinkForm(LinkForm):
    """Somebody says whether they come, with a few words."""

    act, said = "reply", _("Thank you. Your answer was noted.")
    reply = make_typed_field()
    note = make_words_field("", LONGEST_NOTE)

    def do(self, opened: Invited, now: datetime) -> None:
        answer = self.cleaned_data["reply"]
        answer = answer if answer in ANSWERS else ""
        note = self.cleaned_data["note"]
        answer_from_seat(
            opened.seat.pk, Reply(answer) if answer else "", actor=opened.actor, note=note, how=BY_LINK, now=now
        )


class ProposeByLinkForm(LinkForm):
    """Somebody proposes another time."""

    act, said = "propose", _("Thank you. Whoever convened the dialogue was told of the time that you propose.")
    at = begin_field()
    note = make_words_field("", LONGEST_NOTE)

    def do(self, opened: Invited, now: datetime) -> None:
        typed = self.cleaned_data
        propose_time(opened.seat.pk, typed["at"], actor=opened.actor, note=typed["note"], how=BY_LINK, now=now)


LINK_FORMS = make_table(ReplyByLinkForm, ProposeByLinkForm)
