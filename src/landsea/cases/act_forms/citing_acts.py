"""The forms of what a desk says with rules that it cites: the answer, and how the case ended."""

from django import forms
from django.utils.translation import gettext_lazy as _

from landsea.cases.act_forms.act_form import ActForm, Press, make_typed_field
from landsea.cases.actions.answer import answer_case
from landsea.cases.actions.propose_outcome import propose_outcome
from landsea.cases.models import Case
from landsea_core.text import clean_text

MOST_CITED = 50


class CitesField(forms.MultipleChoiceField):
    """The codes of the rules that were ticked; which of them there are, the act says."""

    def __init__(self):
        super().__init__(required=False)

    def to_python(self, value) -> list[str]:
        """Return the codes, cleaned, as many as may be ticked."""
        return [clean_text(code).text for code in super().to_python(value)[:MOST_CITED]]

    def valid_value(self, value) -> bool:
        """Any code is taken here."""
        return True


class AnswerForm(ActForm):
    """The desk answers in substance."""

    act, desk_acts, takes_papers = "answer", True, True
    said = _("Your answer on %(ref)s was sent to all sides.")
    body = make_typed_field()
    cites = CitesField()

    def do(self, press: Press) -> Case:
        typed, how = self.cleaned_data, self.once_as_seen(press)
        return answer_case(
            press.actor,
            press.ref,
            typed["body"],
            files=press.files,
            language=press.language,
            cites=typed["cites"],
            **how,
        )


class ProposeOutcomeForm(ActForm):
    """The desk proposes how the case ended."""

    act, desk_acts = "propose_outcome", True
    said = _("The outcome of %(ref)s was proposed. The filer confirms or disputes it.")
    outcome = make_typed_field()
    body = make_typed_field()
    cites = CitesField()

    def do(self, press: Press) -> Case:
        typed, how = self.cleaned_data, self.once_as_seen(press)
        return propose_outcome(
            press.actor,
            press.ref,
            typed["outcome"],
            typed["body"],
            language=press.language,
            cites=typed["cites"],
            **how,
        )
