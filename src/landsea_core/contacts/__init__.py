"""Whether a contact can be trusted, from dated evidence; when it is asked to confirm, and who is asked when it keeps
silent; how a desk answers, in figures. Pure: rows come in, the present is an argument, no address is known here."""

from landsea_core.contacts.evidence import Fact, Kind
from landsea_core.contacts.freshness import Freshness, State, freshness_of, is_unreachable
from landsea_core.contacts.ladder import Rung, next_rung, rung_times
from landsea_core.contacts.league import Colour, colour_of
from landsea_core.contacts.record import Figures, Handled, figures_of, record_of
from landsea_core.contacts.standing_in import Absence, first_circle, first_overlap
from landsea_core.contacts.thresholds import DUTY, USUAL, Thresholds

__all__ = [
    "DUTY",
    "USUAL",
    "Absence",
    "Colour",
    "Fact",
    "Figures",
    "Freshness",
    "Handled",
    "Kind",
    "Rung",
    "State",
    "Thresholds",
    "colour_of",
    "figures_of",
    "first_circle",
    "first_overlap",
    "freshness_of",
    "is_unreachable",
    "next_rung",
    "record_of",
    "rung_times",
]
