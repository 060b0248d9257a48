"""One answer to many cases, said in the languages of its readers: typed with the answer, or offered afterwards. Whoever reads
none of them is named to the one who answers.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.forms import BoundField
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from landsea.base.actors import Actor
from landsea.base.refusal import Refused
from landsea.base.ui.fields import make_words_field
from landsea.base.ui.languages import OWN_NAMES
from landsea.base.ui.translated_words import Original, find_translations
from landsea.cases.answer_access import count_readers
from landsea.cases.answer_forms import AnswerForm
from landsea.cases.models import Case, CommonAnswer
from landsea.translating.access import find_office_spoken_for
from landsea.translating.actions.offer import keep_translation, refuse_lost_values
from landsea.translating.originals import Translatable
from landsea.translating.programs import ENGLISH_NAMES
from landsea_core.translations import name_key

NAMES = {name_key(code): name for code, name in OWN_NAMES.items()}
_FIELD = "said_"


@dataclass(frozen=True)
class Reach:
    """How many readers of an answer read in a language, and whether it reaches them in theirs."""

    language: str
    name: str
    readers: int
    reached: bool


class JointAnswerForm(AnswerForm):
    """One answer to all, and the same in the other languages that its readers read."""

    def __init__(self, *args: Any, language: str, languages: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.language = name_key(language)
        self.others = [one for one in languages if one in ENGLISH_NAMES and one != self.language]
        for other in self.others:
            label = _("The same in %(language)s, if you can") % {"language": NAMES[other]}
            self.fields[f"{_FIELD}{other}"] = make_words_field(
                label, 12_000, area=True, required=False, attrs={"rows": 3}
            )

    def wordings(self) -> list[BoundField]:
        """Return the fields of the other languages."""
        return [self[f"{_FIELD}{other}"] for other in self.others]

    def clean(self) -> dict[str, Any]:
        """Refuse a wording that lost a value of the answer, beside its field."""
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        for other in self.others:
            said = (typed.get(f"{_FIELD}{other}") or "").strip()
            if said and typed.get("body"):
                try:
                    refuse_lost_values(_translatable("", typed["body"], self.language), said, other)
                except Refused as refused:
                    self.add_error(f"{_FIELD}{other}", refused.sentence)
        return typed


def keep_wordings(actor: Actor, answer: CommonAnswer, form: JointAnswerForm, *, now: datetime) -> None:
    """Keep what was typed in other languages beside the answer, before it is sent."""
    found = _translatable(str(answer.pk), answer.body, form.language)
    for other in form.others:
        said = (form.cleaned_data.get(f"{_FIELD}{other}") or "").strip()
        if said:
            keep_translation(actor, found, other, said, now=now, office_id=find_office_spoken_for(actor))


def list_languages(cases: Iterable[Case]) -> list[str]:
    """Return the languages that the filers of these cases read, as rows have them, each once."""
    return list(dict.fromkeys(name_key(case.written_in or case.language) for case in cases))


def count_reach(answer: CommonAnswer) -> list[Reach]:
    """Return which languages the readers of an answer read, most readers first, and which of them it reaches in theirs."""
    own = name_key(answer.language)
    original = Original("joint_answer", str(answer.pk), answer.body, answer.language)
    return [
        Reach(
            language,
            NAMES.get(language, gettext("another language")),
            readers,
            language == own or original in find_translations([original], language),
        )
        for language, readers in count_readers(answer).items()
    ]


def _translatable(key: str, body: str, language: str) -> Translatable:
    return Translatable(Original("joint_answer", key, body, language), "")
