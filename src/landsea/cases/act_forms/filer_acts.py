"""The forms of what the filer's side does with its case, on the case's page: the association that filed."""

from landsea.cases.access import Need
from landsea.cases.act_forms.act_form import ActForm, Press, make_typed_field
from landsea.cases.actions.filer_moves import (
    confirm_outcome,
    dispute_outcome,
    reopen_case,
    withdraw_case,
)
from landsea.cases.actions.reply import reply_as_filer
from landsea.cases.models import Case


class ReplyForm(ActForm):
    """The filer's side writes to the desk."""

    act, need, takes_papers = "reply", Need.FILE_SIDE, True
    body = make_typed_field()

    def do(self, press: Press) -> Case:
        how = self.once_as_seen(press)
        body = self.cleaned_data["body"]
        return reply_as_filer(press.actor, press.ref, body, files=press.files, language=press.language, **how)


class ConfirmForm(ActForm):
    """The filer's side agrees with the outcome."""

    act, need = "confirm", Need.FILE_SIDE
    body = make_typed_field()

    def do(self, press: Press) -> Case:
        return confirm_outcome(press.actor, press.ref, self.cleaned_data["body"], **self.once_as_seen(press))


class DisputeForm(ActForm):
    """The filer's side says that it is not solved."""

    act, need = "dispute", Need.FILE_SIDE
    body = make_typed_field()

    def do(self, press: Press) -> Case:
        return dispute_outcome(press.actor, press.ref, self.cleaned_data["body"], **self.once_as_seen(press))


class WithdrawForm(ActForm):
    """The filer's side takes the case back."""

    act, need = "withdraw", Need.FILE_SIDE
    body = make_typed_field()

    def do(self, press: Press) -> Case:
        return withdraw_case(press.actor, press.ref, self.cleaned_data["body"], **self.once_as_seen(press))


class ReopenForm(ActForm):
    """The filer's side wants a closed case opened again."""

    act, need = "reopen", Need.FILE_SIDE
    body = make_typed_field()

    def do(self, press: Press) -> Case:
        return reopen_case(press.actor, press.ref, self.cleaned_data["body"], **self.once_as_seen(press))
