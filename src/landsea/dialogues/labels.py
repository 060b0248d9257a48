"""Codes of dialogues in the reader's words."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from landsea.base.numbers import put_reader_marks
from landsea.dialogues.models import DialogueKind, DialogueState, Reply, SeatRole
from landsea_core.agenda import ASEAN, CHINA, ConsultationResult, MinutesLineState, Position, PromiseState

KINDS = {
    DialogueKind.MEETING: _("meeting"),
    DialogueKind.WORKING_GROUP: _("working group"),
    DialogueKind.FIELD_VISIT: _("field visit"),
    DialogueKind.HEARING: _("hearing"),
}
STATES = {
    DialogueState.PLANNED: ("open", _("planned")),
    DialogueState.HELD: ("done", _("held")),
    DialogueState.CANCELLED: ("silent", _("called off")),
}
ROLES = {SeatRole.CHAIR: _("chair"), SeatRole.MEMBER: _("member"), SeatRole.OBSERVER: _("observer")}
REPLIES = {
    Reply.NONE: _("has not answered"),
    Reply.ACCEPTED: _("comes"),
    Reply.MAYBE: _("may come"),
    Reply.DECLINED: _("does not come"),
}
SIDES = {CHINA: _("China"), ASEAN: _("the ASEAN countries")}
LINE_STATES = {
    MinutesLineState.DRAFT: ("waits", _("draft")),
    MinutesLineState.HALF_AGREED: ("waits", _("agreed by one side")),
    MinutesLineState.AGREED: ("done", _("agreed by both sides")),
}
POSITIONS = {
    Position.AGREES: _("agrees"),
    Position.AGREES_WITH_COMMENT: _("agrees, with a comment"),
    Position.OBJECTS: _("objects"),
}
RESULTS = {
    ConsultationResult.RUNNING: ("open", _("running")),
    ConsultationResult.ADOPTED: ("done", _("adopted")),
    ConsultationResult.OBJECTED: ("silent", _("not adopted: there is an objection")),
    ConsultationResult.LAPSED: ("silent", _("lapsed: not both sides answered")),
}
PROMISES = {
    PromiseState.OPEN: ("open", _("under way")),
    PromiseState.DUE_SOON: ("waits", _("due soon")),
    PromiseState.LATE: ("silent", _("late")),
    PromiseState.KEPT: ("done", _("kept")),
    PromiseState.KEPT_LATE: ("waits", _("kept late")),
}
_WITHOUT_NUMBER = {
    "perishable": _("perishable goods"),
    "both_sides": _("both sides are affected"),
    "overdue": _("without a solution in time"),
}


def say_weighing(reason: dict) -> str:
    """Return one reason of the weighting ({"code", "points", "number"}) as words with its points."""
    number = reason.get("number") or 0
    if reason["code"] == "firms":
        words = ngettext("%(n)d firm has it", "%(n)d firms have it", number) % {"n": number}
    elif reason["code"] == "days_open":
        words = ngettext("open for %(n)d day", "open for %(n)d days", number) % {"n": number}
    else:
        words = str(_WITHOUT_NUMBER[reason["code"]])
    points = f"{reason['points']:g}"
    return f"{words} (+{put_reader_marks(points)})"
