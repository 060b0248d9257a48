"""Questions and answers by the phrasebook on a case: what waits, what is offered for one's own words, asking,
answering; by the forms of the page.
"""

from landsea.api.case_shapes import shape_case_for
from landsea.api.form_bodies import Body, refuse_faulty_form
from landsea.api.lists import cut_page, list_schema, make_slicer
from landsea.api.operations import Answered, Asked, Operation, Parameter
from landsea.api.parameters import CURSOR, ID_IN_PATH, LIMIT
from landsea.api.shapes import (
    Shape,
    make_any_field,
    make_day_field,
    make_instant_field,
    make_many_field,
    make_text_field,
    make_truth_field,
    make_whole_field,
)
from landsea.api.subjects.case_acts import DONE, OF_PAGE
from landsea.api.subjects.cases import READERS, REF
from landsea.base.refusal import Refused
from landsea.cases import access
from landsea.cases.act_forms.pressing import press_form
from landsea.phrases.access import list_whom_to_ask
from landsea.phrases.ask_panels import shape_every_ask
from landsea.phrases.phrase_forms import AnswerForm, AskForm, PhraseForm, ProposeForm
from landsea.phrases.phrase_page import find_offers

LONGEST_TEXT = 2000
ANSWER = Shape(
    "PhraseAnswer",
    "An answer that may be given: its sentence, with three dots where a value belongs",
    {
        "code": make_text_field(lambda one: one.code),
        "says": make_text_field(lambda one: one.words),
        "slots": make_any_field(lambda one: [field.name for field in one.fields], "the names of the values it needs"),
        "needs_file": make_truth_field(lambda one: one.with_file),
    },
)
PAPER = Shape(
    "PaperLine",
    "A paper that was asked for",
    {
        "id": make_whole_field(lambda line: line.pk),
        "paper": make_text_field(lambda line: line.paper),
        "owed_by": make_text_field(lambda line: line.owed_by, "filer or office"),
        "state": make_text_field(
            lambda line: line.state, "asked, held (they have it), promised, here, none (not to be had)"
        ),
        "day": make_day_field(lambda line: line.day, "by when it is promised"),
    },
)
ASK = Shape(
    "PhraseAsk",
    "A question by a sentence of the phrasebook",
    {
        "id": make_whole_field(lambda one: one.ask.pk),
        "code": make_text_field(lambda one: one.ask.code),
        "version": make_whole_field(lambda one: one.ask.book_version, "of the sentence"),
        "side": make_text_field(lambda one: one.ask.side, "who asks: filer or office"),
        "kind": make_text_field(lambda one: one.ask.kind, "all, or offices among themselves"),
        "values": make_any_field(lambda one: one.ask.values, "what stands in its slots, by their names"),
        "says": make_text_field(lambda one: one.own, "in your language"),
        "language": make_text_field(lambda one: one.language),
        "sent": make_text_field(lambda one: one.ask.message.body, "as it was sent"),
        "asked_at": make_instant_field(lambda one: one.ask.asked_at),
        "closed_at": make_instant_field(lambda one: one.ask.closed_at, "null while it waits, or answered in own words"),
        "promised_by": make_instant_field(lambda one: one.due, "by when an answer is promised"),
        "answers": make_many_field(
            ANSWER, lambda one: [*one.answers, *one.others], "what you may answer; none where others do"
        ),
        "papers": make_many_field(PAPER, lambda one: list(one.ask.lines.all())),
    },
)
OFFER = Shape(
    "PhraseOffer",
    "A sentence that is offered for your words",
    {
        "code": make_text_field(lambda one: one.code),
        "says": make_text_field(lambda one: one.own, "in your language, with what the case itself says"),
        "other": make_text_field(lambda one: one.other, "as the other side reads it; empty in the same language"),
        "slots": make_any_field(lambda one: [field.name for field in one.fields], "the names of the values it needs"),
    },
)


def list_asks(asked: Asked) -> Answered:
    """Return the asks of a case that the caller sees, those that wait first."""
    case = access.find_case(asked.actor, asked.path["ref"])
    return cut_page(asked, make_slicer(shape_every_ask(asked.actor, case, asked.now)), ASK)


def offer_asks(asked: Asked) -> Answered:
    """Return the sentences nearest to what was written."""
    case = access.find_case(asked.actor, asked.path["ref"])
    whom = list_whom_to_ask(asked.actor, case, asked.now)
    to = asked.query["to"] if asked.query["to"] in whom else next(iter(whom), "")
    found = find_offers(case, asked.actor, to, asked.query["text"], asked.now, {}) if to else []
    return cut_page(asked, make_slicer(found), OFFER)


def send_ask(asked: Asked) -> Answered:
    """Ask."""
    return _press(asked, asked.form)


def answer_ask(asked: Asked) -> Answered:
    """Answer the ask of the path."""
    data = asked.form.data.copy()
    data["ask_id"] = str(asked.path["id"])
    return _press(asked, AnswerForm(data))


def _press(asked: Asked, form: PhraseForm) -> Answered:
    ref = asked.path["ref"]
    try:
        done = press_form(asked.actor, ref, form, now=asked.now, papers=asked.files, language=asked.language)
    except Refused as refused:
        if refused.code == "does_not_fit":
            refuse_faulty_form(form)
        raise
    case = (
        access.list_visible_cases(asked.actor).select_related("desk__office__place", "place").filter(pk=done.pk).first()
    )
    told = {"case": done, "said": str(form.said), "seen": shape_case_for(asked.actor, case) if case else None}
    return Answered(DONE.of(told), version=case.version if case else None)


_GROUP = {"group": "Questions and answers", "door": READERS}
_READS = _GROUP | {"scope": "cases:read", "in_path": REF}
_ACTS = _GROUP | {"scope": "cases:act"}
OPERATIONS = [
    Operation(
        "GET",
        "/cases/{ref}/asks",
        "list_asks",
        "Questions on a case by the phrasebook, those that wait first",
        list_asks,
        list_schema(ASK),
        query=(LIMIT, CURSOR),
        **_READS,
    ),
    Operation(
        "GET",
        "/cases/{ref}/asks/offered",
        "offer_asks",
        "The sentences of the phrasebook nearest to your words",
        offer_asks,
        list_schema(OFFER),
        query=(
            Parameter(
                "text", {"type": "string", "maxLength": LONGEST_TEXT}, "your words, in any language", needed=True
            ),
            Parameter("to", {"type": "string", "enum": ("filer", "office", "offices")}, "whom you ask"),
            LIMIT,
            CURSOR,
        ),
        **_READS,
    ),
    Operation(
        "POST",
        "/cases/{ref}/asks",
        "send_ask",
        "Ask by a sentence of the phrasebook",
        send_ask,
        DONE,
        body=Body(AskForm, leaves_out=OF_PAGE, checked=False),
        in_path=REF,
        **_ACTS,
    ),
    Operation(
        "POST",
        "/cases/{ref}/asks/{id}/answer",
        "answer_ask",
        "Answer a question by a sentence of the phrasebook",
        answer_ask,
        DONE,
        body=Body(AnswerForm, leaves_out=(*OF_PAGE, "ask_id"), papers=True, checked=False),
        in_path=REF | ID_IN_PATH,
        **_ACTS,
    ),
    Operation(
        "POST",
        "/cases/{ref}/propose",
        "propose_by_phrase",
        "Propose an outcome by a sentence of the phrasebook",
        send_ask,
        DONE,
        body=Body(ProposeForm, leaves_out=OF_PAGE, checked=False),
        in_path=REF,
        **_ACTS,
    ),
]
