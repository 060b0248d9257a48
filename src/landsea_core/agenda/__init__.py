"""What the parties talk about and what becomes of it: sides and quorum, the stated weighting of an agenda, lines that both
sides agreed, consultations in writing, promises and whether they were kept. Pure: time is an argument.
"""

from landsea_core.agenda.agreeing import (
    Consultation,
    ConsultationResult,
    LineState,
    Position,
    consultation_result,
    line_state,
)
from landsea_core.agenda.promises import Promise, Reminder, before_and_after, promise_state, reminder_for
from landsea_core.agenda.sides import ASEAN, CHINA, SIDES, missing_sides, side_of
from landsea_core.agenda.weighting import Candidate, Points, Weighed, weigh, weighed_agenda

__all__ = [
    "ASEAN",
    "CHINA",
    "SIDES",
    "Candidate",
    "Consultation",
    "ConsultationResult",
    "LineState",
    "Points",
    "Position",
    "Promise",
    "Reminder",
    "Weighed",
    "before_and_after",
    "consultation_result",
    "line_state",
    "missing_sides",
    "promise_state",
    "reminder_for",
    "side_of",
    "weigh",
    "weighed_agenda",
]
