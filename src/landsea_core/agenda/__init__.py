"""What the parties talk about and what becomes of it: sides and quorum, the stated weighting of an agenda, lines that both
sides agreed, consultations in writing, promises and whether they were kept. Pure: time is an argument.
"""

from landsea_core.agenda.agreeing import (
    Consultation,
    ConsultationResult,
    MinutesLineState,
    Position,
    derive_consultation_result,
    derive_line_state,
)
from landsea_core.agenda.promises import (
    PromiseState,
    Reminder,
    count_cases_around,
    derive_promise_state,
    find_due_reminder,
)
from landsea_core.agenda.sides import ASEAN, CHINA, SIDES, find_missing_sides, find_side
from landsea_core.agenda.weighting import Candidate, Points, Weighed, rank_candidates, weigh_candidate

__all__ = [
    "ASEAN",
    "CHINA",
    "SIDES",
    "Candidate",
    "Consultation",
    "ConsultationResult",
    "MinutesLineState",
    "Points",
    "Position",
    "PromiseState",
    "Reminder",
    "Weighed",
    "count_cases_around",
    "derive_consultation_result",
    "derive_line_state",
    "derive_promise_state",
    "find_due_reminder",
    "find_missing_sides",
    "find_side",
    "rank_candidates",
    "weigh_candidate",
]
