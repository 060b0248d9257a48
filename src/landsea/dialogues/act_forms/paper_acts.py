"""The forms of papers, with files, and of questions to the parties in writing."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.translation import gettext

from landsea.base.actors import Actor
from landsea.base.refusal import Refused
from landsea.dialogues.access import find_consultation, find_paper
from landsea.dialogues.act_forms.act_form import ActForm, Press, make_typed_day_field, make_typed_field
from landsea.dialogues.actions import papers
from landsea.dialogues.models import Dialogue

EVENING = 18
"""The hour, at the place of the dialogue, at which a consultation ends on its last day."""


class LayPaperForm(ActForm):
    """Somebody who speaks lays a paper before the parties."""

    act, need, takes_files = "lay_paper", "lays_papers", True
    title = make_typed_field()
    body = make_typed_field()

    def do(self, press: Press) -> None:
        title, body = self.cleaned_data["title"], self.cleaned_data["body"]
        papers.lay_paper(
            press.actor, press.dialogue.pk, title, body, now=press.now, language=press.language, files=press.files
        )


class AddVersionForm(ActForm):
    """A paper of one's own country gets a new version."""

    rows = ("paper",)
    act, need, takes_files = "add_version", "lays_papers", True
    body = make_typed_field()
    what_changed = make_typed_field()

    def refuse_without_right(self, actor: Actor, dialogue: Dialogue) -> None:
        super().refuse_without_right(actor, dialogue)
        find_paper(actor, dialogue, self.number("paper"))

    def do(self, press: Press) -> None:
        body, changed = self.cleaned_data["body"], self.cleaned_data["what_changed"]
        papers.add_version(
            press.actor,
            self.number("paper"),
            body,
            changed,
            now=press.now,
            language=press.language,
            files=press.files,
        )


class ConsultForm(ActForm):
    """All parties are asked something in writing, until the evening of a day."""

    act = "consult"
    question = make_typed_field()
    closes_on = make_typed_day_field()

    def do(self, press: Press) -> None:
        day = self.cleaned_data["closes_on"]
        if day is None:
            raise Refused("no_day", gettext("Choose the day on which the consultation ends."))
        closes_at = datetime(day.year, day.month, day.day, EVENING, tzinfo=ZoneInfo(press.dialogue.time_zone))
        papers.consult_parties(press.actor, press.dialogue.pk, self.cleaned_data["question"], closes_at, now=press.now)


class AnswerConsultationForm(ActForm):
    """Somebody answers for their country."""

    rows = ("consultation",)
    act, need = "answer_consultation", "country"
    position = make_typed_field()
    comment = make_typed_field()

    def do(self, press: Press) -> None:
        asked = find_consultation(press.dialogue, self.number("consultation"))
        papers.answer_consultation(press.actor, asked.pk, **self.cleaned_data, now=press.now)
