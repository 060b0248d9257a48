"""A case as programs read it: the parts that its page shows to the same person, and no more."""

from dataclasses import dataclass

from django.utils import timezone

from landsea.api.shapes import (
    Shape,
    make_any_field,
    make_day_field,
    make_instant_field,
    make_many_field,
    make_one_field,
    make_text_field,
    make_truth_field,
    make_whole_field,
)
from landsea.base.actors import Actor
from landsea.cases import access
from landsea.cases.models import Case, CaseFile, FilerIdentity, Involvement, Message, StepRecord


@dataclass(frozen=True)
class SeenCase:
    """A case with what this reader may see of it."""

    case: Case
    identity: FilerIdentity | None
    steps: list[StepRecord]
    messages: list[Message]
    files: list[CaseFile]
    desks: list[Involvement]


def shape_case_for(actor: Actor, case: Case) -> SeenCase:
    """Return what this actor, who was given the case by `find_case`, may see of it."""
    return SeenCase(
        case,
        access.find_identity(actor, case, timezone.now()).identity,
        list(access.list_steps(actor, case)),
        access.read_thread(actor, case),
        list(access.list_files(actor, case)),
        access.list_involvements(actor, case),
    )


LINE = {
    "ref": make_text_field(lambda case: case.ref, "its number"),
    "title": make_text_field(lambda case: case.title),
    "language": make_text_field(lambda case: case.language, "of the filer's words and mails"),
    "state": make_text_field(lambda case: case.state),
    "step": make_text_field(lambda case: case.step, "the running step, empty when closed"),
    "lane": make_text_field(lambda case: case.lane),
    "due_at": make_instant_field(lambda case: case.due_at, "null while the clock is paused, and when closed"),
    "silent_since": make_instant_field(lambda case: case.silent_since, "a deadline passed without an answer"),
    "waits_for_filer": make_truth_field(lambda case: case.paused_at is not None),
    "desk": make_text_field(lambda case: case.desk.code, "the one accountable desk"),
    "country": make_text_field(lambda case: case.country, "where the problem is"),
    "place": make_text_field(lambda case: case.place_id),
    "place_text": make_text_field(lambda case: case.place_text, "the place as it was written"),
    "topic": make_text_field(lambda case: case.topic),
    "matter": make_text_field(lambda case: case.matter),
    "goods": make_text_field(lambda case: case.goods),
    "hs": make_text_field(lambda case: case.hs),
    "filed_at": make_instant_field(lambda case: case.filed_at),
    "touched_at": make_instant_field(lambda case: case.touched_at, "when something last happened on it"),
    "closed_at": make_instant_field(lambda case: case.closed_at),
    "outcome": make_text_field(lambda case: case.outcome),
    "version": make_whole_field(lambda case: case.version, "goes up with each act; it is the ETag of the case"),
}
CASE_LINE = Shape("CaseLine", "A case as a line of a list", LINE)
FILER = Shape(
    "Filer",
    "Who filed, as far as this reader may know",
    {
        "name": make_text_field(lambda who: who.name),
        "party": make_text_field(lambda who: who.party),
        "email": make_text_field(lambda who: who.email),
        "phone": make_text_field(lambda who: who.phone),
    },
)
STEP = Shape(
    "Step",
    "A step of the case, with its deadline",
    {
        "step": make_text_field(lambda row: row.step),
        "desk": make_text_field(lambda row: row.desk.code),
        "began_at": make_instant_field(lambda row: row.began_at),
        "due_at": make_instant_field(lambda row: row.due_at),
        "calendar": make_text_field(lambda row: row.calendar, "the calendar that made the deadline"),
        "predicted": make_truth_field(lambda row: row.predicted, "counted across days that are not yet official"),
        "ended_at": make_instant_field(lambda row: row.ended_at),
        "ended_by": make_text_field(lambda row: row.ended_by),
    },
)
MESSAGE = Shape(
    "Message",
    "Words on the case that this reader may see",
    {
        "id": make_whole_field(lambda row: row.pk),
        "kind": make_text_field(lambda row: row.kind, "all, offices or internal"),
        "side": make_text_field(lambda row: row.side),
        "desk": make_text_field(lambda row: row.desk.code if row.desk else ""),
        "act": make_text_field(lambda row: row.act),
        "body": make_text_field(lambda row: row.body),
        "language": make_text_field(lambda row: row.language),
        "cites": make_any_field(lambda row: row.cites, "rules it cites: [code, number of the version]"),
        "at": make_instant_field(lambda row: row.created_at),
    },
)
FILE = Shape(
    "File",
    "A paper or photo; its bytes are at /cases/{ref}/files/{id}",
    {
        "id": make_whole_field(lambda row: row.pk),
        "message": make_any_field(lambda row: row.message_id, "the message that it came with, or null"),
        "name": make_text_field(lambda row: row.name),
        "media_type": make_text_field(lambda row: row.media_type),
        "size": make_whole_field(lambda row: row.size, "in bytes"),
        "redacted": make_truth_field(lambda row: row.redacted_at is not None),
        "at": make_instant_field(lambda row: row.created_at),
    },
)
INVOLVED = Shape(
    "Involved",
    "A desk's time with the case",
    {
        "desk": make_text_field(lambda row: row.desk.code),
        "kind": make_text_field(lambda row: row.kind, "accountable or consulted"),
        "since": make_instant_field(lambda row: row.since),
        "until": make_instant_field(lambda row: row.until),
        "reason": make_text_field(lambda row: row.reason, "for offices only"),
    },
)
_of_case = {
    name: type(field)(field.schema, lambda seen, read=field.read: read(seen.case)) for name, field in LINE.items()
}
CASE = Shape(
    "Case",
    "A case, as far as this reader may see it",
    _of_case
    | {
        "text": make_text_field(lambda seen: seen.case.text),
        "visibility": make_text_field(lambda seen: seen.case.visibility),
        "happened_on": make_day_field(lambda seen: seen.case.happened_on),
        "filer_country": make_text_field(lambda seen: seen.case.filer_country),
        "lane_reason": make_text_field(lambda seen: seen.case.lane_reason),
        "proposed_outcome": make_text_field(lambda seen: seen.case.proposed_outcome),
        "handed_on_to": make_text_field(lambda seen: seen.case.handed_on_to),
        "filer": make_one_field(FILER, lambda seen: seen.identity),
        "steps": make_many_field(STEP, lambda seen: seen.steps),
        "messages": make_many_field(MESSAGE, lambda seen: seen.messages),
        "files": make_many_field(FILE, lambda seen: seen.files),
        "desks": make_many_field(INVOLVED, lambda seen: seen.desks),
    },
)
