"""Dialogues and promises: what anyone may read of them, every act at a dialogue by the page's forms, keeping a promise."""

from typing import Any

from django import forms

from landsea.api.form_bodies import Body, refuse_faulty_form
from landsea.api.lists import cut_page, list_schema, make_slicer
from landsea.api.operations import Answered, Asked, Operation
from landsea.api.parameters import CURSOR, ID_IN_PATH, LIMIT
from landsea.api.shapes import (
    Shape,
    make_day_field,
    make_instant_field,
    make_many_field,
    make_names_field,
    make_text_field,
    make_texts_field,
    make_whole_field,
    number_field,
)
from landsea.base.refusal import Refused
from landsea.base.ui.fields import make_words_field
from landsea.dialogues import access
from landsea.dialogues.act_forms import ACT_FORMS, ActForm
from landsea.dialogues.act_forms.pressing import press_form
from landsea.dialogues.actions.promises import complete_promise
from landsea.dialogues.promise_rows import list_promise_rows

DIALOGUE = Shape(
    "Dialogue",
    "A meeting of the parties, as anyone may see it",
    {
        "id": make_whole_field(lambda row: row.pk),
        "kind": make_text_field(lambda row: row.kind),
        "titles": make_names_field(lambda row: row.titles),
        "starts_at": make_instant_field(lambda row: row.starts_at),
        "ends_at": make_instant_field(lambda row: row.ends_at),
        "time_zone": make_text_field(lambda row: row.time_zone),
        "state": make_text_field(lambda row: row.state),
        "agenda_version": make_whole_field(lambda row: row.agenda_version),
    },
)
SEAT = Shape(
    "Seat",
    "Who sits at a dialogue",
    {
        "id": make_whole_field(lambda row: row.pk),
        "country": make_text_field(lambda row: row.country),
        "role": make_text_field(lambda row: row.role),
        "name": make_text_field(lambda row: row.name),
        "reply": make_text_field(lambda row: row.reply),
    },
)
LINE = Shape(
    "MinuteLine",
    "A line of the minutes",
    {
        "id": make_whole_field(lambda row: row.pk),
        "position": make_whole_field(lambda row: row.position),
        "kind": make_text_field(lambda row: row.kind),
        "text": make_text_field(lambda row: row.text),
        "agreed_by": make_texts_field(lambda row: row.agreed_by, "the sides that agreed to its present words"),
    },
)
AGENDA_ITEM = Shape(
    "AgendaItem",
    "A line of the agenda",
    {
        "id": make_whole_field(lambda row: row.pk),
        "position": make_whole_field(lambda row: row.position),
        "barrier": number_field(lambda row: row.barrier_id),
        "words": make_text_field(lambda row: row.words),
    },
)
INSIDE = Shape(
    "DialogueInside",
    "A dialogue, for those who sit at it",
    {
        "id": make_whole_field(lambda told: told["dialogue"].pk),
        "where": make_text_field(lambda told: told["dialogue"].where),
        "seats": make_many_field(SEAT, lambda told: access.list_seats(told["dialogue"])),
        "agenda": make_many_field(AGENDA_ITEM, lambda told: access.list_agenda(told["dialogue"])),
        "lines": make_many_field(LINE, lambda told: access.list_lines(told["actor"], told["dialogue"])),
    },
)
PROMISE = Shape(
    "Promise",
    "What a desk promised at a dialogue, and whether it is kept",
    {
        "id": make_whole_field(lambda row: row.promise.pk),
        "what": make_text_field(lambda row: row.promise.what),
        "owner": make_text_field(lambda row: row.promise.owner.code),
        "due": make_day_field(lambda row: row.promise.due),
        "success": make_text_field(lambda row: row.promise.success),
        "state": make_text_field(lambda row: row.state),
        "barrier": number_field(lambda row: row.promise.barrier_id),
        "done_at": make_instant_field(lambda row: row.promise.done_at),
        "evidence": make_text_field(lambda row: row.promise.evidence),
    },
)


class EvidenceForm(forms.Form):
    """What shows that a promise is kept; whether it is enough, the act says."""

    evidence = make_words_field("", 10_000)


def list_dialogues(asked: Asked) -> Answered:
    """Return dialogues, the latest first."""
    return cut_page(asked, make_slicer(access.list_dialogues()), DIALOGUE)


def show_dialogue(asked: Asked) -> dict[str, Any]:
    """Return one dialogue."""
    return DIALOGUE.of(access.find_dialogue(asked.path["id"]))


def show_inside(asked: Asked) -> dict[str, Any]:
    """Return the inner side of a dialogue, for those who sit at it."""
    found = access.find_dialogue(asked.path["id"])
    access.find_rights_needed(asked.actor, found, "sees")
    return INSIDE.of({"dialogue": found, "actor": asked.actor})


def press_button(asked: Asked) -> dict[str, Any]:
    """Do the act of the form that was sent."""
    found = access.find_dialogue(asked.path["id"])
    try:
        press_form(asked.actor, found, asked.form, now=asked.now, files=asked.files, language=asked.language)
    except Refused as refused:
        if refused.code == "does_not_fit":
            refuse_faulty_form(asked.form)
        raise
    return DIALOGUE.of(access.find_dialogue(found.pk))


def list_promises(asked: Asked) -> Answered:
    """Return what both sides agreed to, by its number."""
    found = access.list_agreed_promises().order_by("pk")
    return cut_page(asked, lambda first, most: list_promise_rows(found[first : first + most], asked.now), PROMISE)


def show_promise(asked: Asked) -> dict[str, Any]:
    """Return one promise."""
    return PROMISE.of(list_promise_rows([access.find_promise(asked.path["id"])], asked.now)[0])


def keep_promise(asked: Asked) -> dict[str, Any]:
    """Say that a promise is kept."""
    found = access.find_promise(asked.path["id"])
    complete_promise(asked.actor, found.pk, asked.form.cleaned_data["evidence"], now=asked.now)
    return show_promise(asked)


def _operation(form: type[ActForm]) -> Operation:
    says = (form.__doc__ or "").strip().splitlines()[0].rstrip(".")
    body = Body(form, leaves_out=("key",), papers=form.takes_files, checked=False)
    return Operation(
        "POST",
        f"/dialogues/{{id}}/{form.act}",
        f"{form.act}_dialogue",
        says,
        press_button,
        DIALOGUE,
        door="signed_in",
        scope="dialogues:act",
        group="Acts at a dialogue",
        body=body,
        in_path=ID_IN_PATH,
    )


OPERATIONS = [
    Operation(
        "GET",
        "/dialogues",
        "list_dialogues",
        "Dialogues, the latest first",
        list_dialogues,
        list_schema(DIALOGUE),
        group="Dialogues",
        query=(LIMIT, CURSOR),
    ),
    Operation(
        "GET",
        "/dialogues/{id}",
        "show_dialogue",
        "One dialogue",
        show_dialogue,
        DIALOGUE,
        group="Dialogues",
        in_path=ID_IN_PATH,
    ),
    Operation(
        "GET",
        "/dialogues/{id}/inside",
        "show_dialogue_inside",
        "Seats, agenda and minutes, for those who sit there",
        show_inside,
        INSIDE,
        door="signed_in",
        scope="dialogues:act",
        group="Dialogues",
        in_path=ID_IN_PATH,
    ),
    Operation(
        "GET",
        "/promises",
        "list_promises",
        "What desks promised, and whether it is kept",
        list_promises,
        list_schema(PROMISE),
        group="Dialogues",
        query=(LIMIT, CURSOR),
    ),
    Operation(
        "GET",
        "/promises/{id}",
        "show_promise",
        "One promise",
        show_promise,
        PROMISE,
        group="Dialogues",
        in_path=ID_IN_PATH,
    ),
    Operation(
        "POST",
        "/promises/{id}/kept",
        "keep_promise",
        "Say that a promise is kept, with evidence",
        keep_promise,
        PROMISE,
        door="desk",
        scope="dialogues:act",
        group="Dialogues",
        body=Body(EvidenceForm),
        in_path=ID_IN_PATH,
    ),
    *(_operation(form) for form in ACT_FORMS.values()),
]
