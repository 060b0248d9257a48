"""The forms of what a desk does with a case it answers for or is consulted on."""

from django.utils.translation import gettext_lazy as _

from landsea.base.ui.fields import DayField
from landsea.cases.act_forms.act_form import ActForm, Press, make_typed_field
from landsea.cases.act_forms.desk_field import DeskChoice
from landsea.cases.actions.accept import accept_case
from landsea.cases.actions.ask_filer import ask_filer
from landsea.cases.actions.classify import MAY_CHANGE, classify_case
from landsea.cases.actions.consult import consult_desk, end_consultation
from landsea.cases.actions.extend import extend_step
from landsea.cases.actions.message import write_message
from landsea.cases.actions.name_right_desk import name_right_desk
from landsea.cases.actions.open_filer import open_filer
from landsea.cases.models import Case
from landsea.directory.access import find_matter


class AcceptForm(ActForm):
    """The desk answers for the case."""

    act, desk_acts = "accept", True
    said = _("You accepted %(ref)s. The clock of the first answer runs.")

    known_by = DayField(
        required=False, error_messages={"invalid": _("Write the day as year-month-day, for instance 2026-12-24.")}
    )

    def do(self, press: Press) -> Case:
        how = self.once_as_seen(press)
        return accept_case(press.actor, press.ref, known_by=self.cleaned_data["known_by"], **how)


class AskFilerForm(ActForm):
    """The desk asks the filer for something."""

    act, desk_acts = "ask_filer", True
    said = _("The filer of %(ref)s was asked. The clock is paused until the reply.")
    body = make_typed_field()

    def do(self, press: Press) -> Case:
        return ask_filer(press.actor, press.ref, self.cleaned_data["body"], **self.once_as_seen(press))


class ExtendForm(ActForm):
    """The desk takes more time for a solution."""

    act, desk_acts = "extend", True
    body = make_typed_field()

    def do(self, press: Press) -> Case:
        return extend_step(press.actor, press.ref, self.cleaned_data["body"], **self.once_as_seen(press))


class NameRightDeskForm(DeskChoice, ActForm):
    """The desk says that another one answers for the case."""

    act, desk_acts, may_lose_sight = "name_right_desk", True, True
    said = _("%(ref)s was handed over; its new desk was told.")
    reason = make_typed_field()

    def do(self, press: Press) -> Case:
        how = self.once_as_seen(press)
        return name_right_desk(press.actor, press.ref, self.chosen_desk, self.cleaned_data["reason"], **how)


class MessageForm(ActForm):
    """An office writes without moving the case."""

    act, takes_papers = "message", True
    kind = make_typed_field()
    body = make_typed_field()

    def do(self, press: Press) -> Case:
        typed, how = self.cleaned_data, self.once(press)
        return write_message(
            press.actor, press.ref, typed["kind"], typed["body"], files=press.files, language=press.language, **how
        )


class OpenFilerForm(ActForm):
    """Somebody opens what is withheld of the filer."""

    act = "open_filer"
    said = _("You see who filed %(ref)s for a day. It is written down.")
    why = make_typed_field()

    def do(self, press: Press) -> Case:
        return open_filer(press.actor, press.ref, self.cleaned_data["why"], **self.once(press))


class ConsultForm(DeskChoice, ActForm):
    """The desk brings another one in."""

    act, desk_acts = "consult", True
    reason = make_typed_field()

    def do(self, press: Press) -> Case:
        return consult_desk(press.actor, press.ref, self.chosen_desk, self.cleaned_data["reason"], **self.once(press))


class EndConsultationForm(DeskChoice, ActForm):
    """The desk lets another one go again."""

    act, desk_acts = "end_consultation", True

    def do(self, press: Press) -> Case:
        return end_consultation(press.actor, press.ref, self.chosen_desk, **self.once(press))


class ClassifyForm(ActForm):
    """The desk corrects what the case is about."""

    act, desk_acts = "classify", True
    said = _("%(ref)s was corrected. It stays at its desk; hand it over if another desk answers.")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in MAY_CHANGE:
            self.fields[name] = make_typed_field()

    def do(self, press: Press) -> Case:
        return classify_case(press.actor, press.ref, self.changes(), **self.once(press))

    def changes(self) -> dict[str, str]:
        """Return what was sent and is not as it was shown. A matter that is chosen brings its topic with it."""
        changes = {name: self.cleaned_data[name] for name in MAY_CHANGE if name in self.data}
        changes = {name: new for name, new in changes.items() if self.data.get(f"was_{name}") != self.data[name]}
        matter = find_matter(changes.get("matter", ""))
        return changes if matter is None else {"topic": matter.topic.code} | changes
