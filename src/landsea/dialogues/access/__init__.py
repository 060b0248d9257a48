"""The only reads of dialogues. That a dialogue is held, its agreed agenda, agreed decisions and promises are public; drafts,
papers and consultations are for those who sit at it and for the coordinator.
"""

from landsea.dialogues.access.contents import (
    accepted_sides,
    agenda_is_agreed,
    agenda_of,
    consultation_at,
    consultations_of,
    line_at,
    lines_of,
    paper_file_for,
    paper_for,
    papers_of,
)
from landsea.dialogues.access.dialogues import (
    all_dialogues,
    coming_dialogues,
    dialogue_with_case,
    dialogue_with_id,
    dialogues_of_barrier,
    own_dialogues,
    rights_needed,
    rights_of,
    seat_of,
    seats_of,
)
from landsea.dialogues.access.promises import agreed_promises, day_at, may_complete, promise_with_id, remedies_of

__all__ = [
    "accepted_sides",
    "agenda_is_agreed",
    "agenda_of",
    "agreed_promises",
    "all_dialogues",
    "coming_dialogues",
    "consultation_at",
    "consultations_of",
    "day_at",
    "dialogue_with_case",
    "dialogue_with_id",
    "dialogues_of_barrier",
    "line_at",
    "lines_of",
    "may_complete",
    "own_dialogues",
    "paper_file_for",
    "paper_for",
    "papers_of",
    "promise_with_id",
    "remedies_of",
    "rights_needed",
    "rights_of",
    "seat_of",
    "seats_of",
]
