"""Tables of the dialogues app, one family a file."""

from landsea.dialogues.models.agenda import AgendaAcceptance, AgendaItem
from landsea.dialogues.models.dialogue import Dialogue, DialogueKind, DialogueState, Reply, Seat, SeatRole
from landsea.dialogues.models.minutes import ActionItem, LineKind, MinuteLine
from landsea.dialogues.models.papers import Consultation, ConsultationAnswer, Paper, PaperFile, PaperVersion
from landsea.dialogues.models.seat_link import SeatLink

__all__ = [
    "ActionItem",
    "AgendaAcceptance",
    "AgendaItem",
    "Consultation",
    "ConsultationAnswer",
    "Dialogue",
    "DialogueKind",
    "DialogueState",
    "LineKind",
    "MinuteLine",
    "Paper",
    "PaperFile",
    "PaperVersion",
    "Reply",
    "Seat",
    "SeatLink",
    "SeatRole",
]
