"""The forms of asking and answering by phrases: the same for the pages, for programs and for mails. Which slots a
sentence has, the book says, so every slot is a field that may stay empty; the act refuses what is missing.
"""

from collections.abc import Mapping
from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from landsea.base.ui.act_forms import make_table
from landsea.cases.access import Need
from landsea.cases.act_forms import ActForm, Press
from landsea.cases.act_forms.act_form import make_typed_field
from landsea.cases.models import Case
from landsea.phrases.access import TO_FILER, TO_OFFICE, TO_OFFICES
from landsea.phrases.actions.answer import answer_by_phrase
from landsea.phrases.actions.ask import ask_by_phrase
from landsea.phrases.actions.choose_language import choose_phrase_language
from landsea.phrases.actions.propose import propose_by_phrase
from landsea.phrases.actions.write_freely import write_freely
from landsea.phrases.book import LANGUAGES, get_phrasebook
from landsea.phrases.typed_values import list_fields
from landsea_core.phrasebook.meanings import OUTCOMES

LARGEST_ROW = 999_999_999


class PhraseForm(ActForm):
    """A form whose act either side may do; the act itself asks for the right."""

    need: ClassVar[Need] = Need.READ
    has_slots: ClassVar[bool] = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.has_slots:
            for name in list_slot_fields():
                self.fields[name] = make_typed_field()

    @property
    def typed(self) -> Mapping[str, list[str]]:
        """What stands in the fields of the slots, by name; a list that may be chosen from has several."""
        getlist = getattr(self.data, "getlist", None)
        return {
            name: getlist(name) if getlist else [str(self.data[name])]
            for name in list_slot_fields()
            if self.data.get(name)
        }


class AskForm(PhraseForm):
    """Ask by a sentence of the book."""

    act, has_slots = "ask", True
    said = _("Your question was sent.")
    ask = forms.CharField(
        max_length=20, error_messages={"required": _("Choose one of the sentences that are offered.")}
    )
    to = forms.ChoiceField(choices=[(one, one) for one in (TO_FILER, TO_OFFICE, TO_OFFICES)], required=False)
    stops_clock = forms.BooleanField(required=False)

    def do(self, press: Press) -> Case:
        typed = self.cleaned_data
        how = {"to": typed["to"], "stops_clock": typed["stops_clock"]} | self.once(press)
        return ask_by_phrase(press.actor, press.ref, typed["ask"], self.typed, **how)


class AnswerForm(PhraseForm):
    """Answer an ask by a sentence of the book."""

    act, has_slots, takes_papers = "answer", True, True
    said = _("Your answer was sent.")
    ask_id = forms.IntegerField(min_value=1, max_value=LARGEST_ROW)
    line_id = forms.IntegerField(min_value=1, max_value=LARGEST_ROW, required=False)
    paper_codes = make_typed_field()
    """The papers of an answer that names some, for programs: under `papers` they send files."""
    answer = forms.CharField(
        max_length=30, error_messages={"required": _("Choose one of the answers that are offered.")}
    )

    def do(self, press: Press) -> Case:
        typed = self.cleaned_data
        how = {"line_id": typed["line_id"], "files": press.files} | self.once(press)
        slots = dict(self.typed) | ({"papers": [typed["paper_codes"]]} if typed["paper_codes"] else {})
        return answer_by_phrase(press.actor, press.ref, typed["ask_id"], typed["answer"], slots, **how)


class ProposeForm(PhraseForm):
    """Propose an outcome by a sentence of the book."""

    act = "propose"
    said = _("The outcome was proposed. The filer confirms or disputes it.")
    outcome = forms.ChoiceField(
        choices=[(one, one) for one in OUTCOMES], error_messages={"required": _("Choose which outcome you propose.")}
    )

    def do(self, press: Press) -> Case:
        return propose_by_phrase(press.actor, press.ref, self.cleaned_data["outcome"], **self.once(press))


class FreeWordsForm(PhraseForm):
    """Send one's own words, because no sentence of the book says it."""

    act = "free"
    said = _("Your words were sent as you wrote them.")
    own_words = make_typed_field()
    to = forms.ChoiceField(choices=[(one, one) for one in (TO_FILER, TO_OFFICE, TO_OFFICES)], required=False)

    def do(self, press: Press) -> Case:
        typed = self.cleaned_data
        how = {"to": typed["to"], "language": press.language} | self.once(press)
        return write_freely(press.actor, press.ref, typed["own_words"], **how)


class LanguageForm(PhraseForm):
    """Choose in which language one reads the sentences of the book."""

    act = "language"
    said = _("You read these sentences in the language that you chose.")
    phrases_in = forms.ChoiceField(
        choices=[(one, one) for one in LANGUAGES], error_messages={"required": _("Choose a language.")}
    )

    def do(self, press: Press) -> Case:
        return choose_phrase_language(press.actor, press.ref, self.cleaned_data["phrases_in"])


PHRASE_FORMS: Mapping[str, type[PhraseForm]] = make_table(AskForm, AnswerForm, ProposeForm, FreeWordsForm, LanguageForm)


def list_slot_fields() -> list[str]:
    """Return the names of all fields that any sentence of the book may have."""
    book = get_phrasebook()
    phrases = [one.says["en"] for one in (*book.asks.values(), *book.answers.values())]
    return list(dict.fromkeys(name for phrase in phrases for name in list_fields(phrase)))
