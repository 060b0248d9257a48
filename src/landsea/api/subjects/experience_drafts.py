"""Experiences for their editors, the coordinator's desk: begun, written, looked through, shared, taken back."""

from collections.abc import Callable
from typing import Any

from django import forms

from landsea.api.form_bodies import Body
from landsea.api.lists import cut_page, list_schema, make_slicer
from landsea.api.operations import Answered, Asked, Operation
from landsea.api.parameters import CURSOR, ID_IN_PATH, LIMIT
from landsea.api.shapes import Field as ShapeField
from landsea.api.shapes import (
    Shape,
    make_instant_field,
    make_many_field,
    make_object_schema,
    make_one_field,
    make_text_field,
    make_texts_field,
    make_truth_field,
    make_whole_field,
)
from landsea.api.subjects.cases import REF
from landsea.base.ui.fields import make_words_field
from landsea.experiences import access
from landsea.experiences.actions import begin, consent, decide, word
from landsea.experiences.check import list_known_names, list_still_found
from landsea.experiences.forms import AboutForm, BeginForm, PublishForm, WordingForm
from landsea.experiences.models import Experience
from landsea.experiences.typed_about import read_about

WORDING = Shape(
    "ExperienceWording",
    "An experience in one language",
    {
        name: make_text_field(lambda row, name=name: getattr(row, name))
        for name in ("language", "title", "question", "answer")
    },
)
CONSENT = Shape(
    "ExperienceConsent",
    "What the filer was asked and said",
    {
        "asked_at": make_instant_field(lambda row: row.asked_at),
        "agreed": ShapeField({"type": ["boolean", "null"]}, lambda row: row.agreed),
        "answered_at": make_instant_field(lambda row: row.answered_at),
    },
)
FOUND: dict[str, Any] = {
    "type": "array",
    "items": make_object_schema({"language": {"type": "string"}, "word": {"type": "string"}}),
    "description": "what may name somebody: take it out, or say that it names nobody",
}


def _title_of(row: Experience) -> str:
    return next((one.title for one in row.wordings.all()), "")


def _found_in(row: Experience) -> list[dict[str, str]]:
    known = list_known_names(row)
    return [
        {"language": wording.language, "word": one.text}
        for wording in row.wordings.all()
        for one in list_still_found(row, wording, known)
    ]


LINE = Shape(
    "ExperienceDraftLine",
    "An experience in the list of its editors",
    {
        "id": make_whole_field(lambda row: row.pk),
        "kind": make_text_field(lambda row: row.kind, "solved, practice or guide"),
        "state": make_text_field(lambda row: row.state, "draft, published, expired or withdrawn"),
        "language": make_text_field(lambda row: row.language, "of the original"),
        "title": make_text_field(_title_of),
    },
)
DRAFT = Shape(
    "ExperienceDraft",
    "An experience as its editors see it",
    {
        **LINE.fields,
        "matter": make_text_field(lambda row: row.matter),
        "country": make_text_field(lambda row: row.country),
        "hs": make_text_field(lambda row: row.hs),
        "measures": make_texts_field(lambda row: row.measures),
        "of_case": make_truth_field(lambda row: row.case_id, "whether it was begun from a case"),
        "wordings": make_many_field(WORDING, lambda row: row.wordings.all()),
        "found": ShapeField(FOUND, _found_in),
        "consent": make_one_field(CONSENT, lambda row: getattr(row, "consent", None)),
        "ended_why": make_text_field(lambda row: row.ended_why),
    },
)


class WordsKeptForm(forms.Form):
    """Findings of which an editor says that they name nobody."""

    words = forms.MultipleChoiceField(required=True)

    def clean_words(self) -> list[str]:
        """Return the words as they were sent."""
        return list(self.cleaned_data["words"])

    def __init__(self, *args: Any, **more: Any):
        super().__init__(*args, **more)
        sent = self.data.getlist("words") if hasattr(self.data, "getlist") else []
        self.fields["words"].choices = [(one, one) for one in sent]  # any: which ones were found, the act knows


class WhyForm(forms.Form):
    """Why an experience is taken back; whether it is enough, the act says."""

    why = make_words_field("", 300)


def _draft(asked: Asked, number: int) -> dict[str, Any]:
    return DRAFT.of(access.find_experience(asked.actor, number))


def list_drafts(asked: Asked) -> Answered:
    """Return what is being written, and what ended."""
    return cut_page(asked, make_slicer(access.list_to_edit(asked.actor)), LINE)


def show_draft(asked: Asked) -> dict[str, Any]:
    """Return one with all its words, and what still keeps it from being shared."""
    return _draft(asked, asked.path["id"])


def begin_new(asked: Asked) -> Answered:
    """Begin a practice or a guide."""
    typed = asked.form.cleaned_data
    begun = begin.begin_experience(asked.actor, typed["kind"], typed["language"], read_about(typed), asked.now)
    return Answered(_draft(asked, begun.pk), headers={"Location": f"/api/v1/experience-drafts/{begun.pk}"})


def begin_from_case(asked: Asked) -> Answered:
    """Begin one from a closed case; the one that was begun before, if there is one."""
    begun = begin.begin_from_case(asked.actor, asked.path["ref"], asked.now)
    return Answered(_draft(asked, begun.pk), headers={"Location": f"/api/v1/experience-drafts/{begun.pk}"})


def _act(do: Callable[[Asked], Any]) -> Callable[[Asked], dict[str, Any]]:
    """Return what does an act on the experience of the path and answers with it."""

    def act(asked: Asked) -> dict[str, Any]:
        do(asked)
        return show_draft(asked)

    return act


def _typed(act: Callable[..., Any]) -> Callable[[Asked], Any]:
    """Return what gives an act the fields of the form by their names."""
    return lambda asked: act(
        asked.actor, asked.path["id"], **(asked.form.cleaned_data if asked.form else {}), now=asked.now
    )


def _say_about(asked: Asked) -> Experience:
    return decide.say_about(asked.actor, asked.path["id"], read_about(asked.form.cleaned_data), asked.now)


COMMON: dict[str, Any] = {"door": "coordinator", "scope": "experiences:edit", "group": "Experiences: for their editors"}
ONE = COMMON | {"in_path": ID_IN_PATH}
ACTS: tuple[tuple[str, str, str, Callable[[Asked], Any], Body | None], ...] = (
    ("wording", "write_wording", "Write it in one language", _typed(word.write_wording), Body(WordingForm)),
    ("about", "say_about", "Say what it is about, and which measures it rests on", _say_about, Body(AboutForm)),
    ("kept", "keep_words", "Say of findings that they name nobody", _typed(decide.keep_words), Body(WordsKeptForm)),
    ("ask", "ask_to_share", "Ask the filer of its case", _typed(consent.ask_filer), None),
    ("publish", "publish_experience", "Share it with everybody", _typed(decide.publish_experience), Body(PublishForm)),
    ("withdraw", "withdraw_experience", "Take it back", _typed(decide.withdraw_experience), Body(WhyForm)),
)
OPERATIONS = [
    Operation(
        "GET",
        "/experience-drafts",
        "list_experience_drafts",
        "What is being written, and what ended",
        list_drafts,
        list_schema(LINE),
        query=(LIMIT, CURSOR),
        **COMMON,
    ),
    Operation(
        "POST",
        "/experience-drafts",
        "begin_experience",
        "Begin a good practice or a guide",
        begin_new,
        DRAFT,
        body=Body(BeginForm),
        status=201,
        **COMMON,
    ),
    Operation(
        "POST",
        "/cases/{ref}/experience-draft",
        "begin_experience_from_case",
        "Begin one from a closed case, with what was found masked",
        begin_from_case,
        DRAFT,
        in_path=REF,
        status=201,
        **COMMON,
    ),
    Operation(
        "GET",
        "/experience-drafts/{id}",
        "show_experience_draft",
        "One experience with all its words, and what still keeps it from being shared",
        show_draft,
        DRAFT,
        **ONE,
    ),
    *(
        Operation("POST", f"/experience-drafts/{{id}}/{path}", name, says, _act(do), DRAFT, body=body, **ONE)
        for path, name, says, do, body in ACTS
    ),
]
