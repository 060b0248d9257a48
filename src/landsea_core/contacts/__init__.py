"""Whether a contact can be trusted, from dated evidence; when it is asked to confirm, and who is asked when it keeps
silent; who can answer at a desk; how a desk answers, in figures. Pure: rows come in, the present is an argument, no
address is known here."""

from landsea_core.contacts.answering import AddressRecord, Answering, find_answering, is_confirmed
from landsea_core.contacts.evidence import EvidenceFact, EvidenceKind
from landsea_core.contacts.freshness import ContactState, Freshness, compute_freshness, is_unreachable
from landsea_core.contacts.ladder import Rung, find_next_rung, schedule_rungs
from landsea_core.contacts.league import LeagueColour, choose_colour
from landsea_core.contacts.record import DeskFigures, HandledCase, compute_figures, compute_record
from landsea_core.contacts.standing_in import Absence, find_first_circle, find_first_overlap, is_covered
from landsea_core.contacts.thresholds import DUTY, USUAL, Thresholds

__all__ = [
    "DUTY",
    "USUAL",
    "Absence",
    "AddressRecord",
    "Answering",
    "ContactState",
    "DeskFigures",
    "EvidenceFact",
    "EvidenceKind",
    "Freshness",
    "HandledCase",
    "LeagueColour",
    "Rung",
    "Thresholds",
    "choose_colour",
    "compute_figures",
    "compute_freshness",
    "compute_record",
    "find_answering",
    "find_first_circle",
    "find_first_overlap",
    "find_next_rung",
    "is_confirmed",
    "is_covered",
    "is_unreachable",
    "schedule_rungs",
]
