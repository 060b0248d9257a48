"""Tables of the directory: places, offices, desks with their competences, and the people at them."""

from landsea.directory.models.corrections import CorrectionSuggestion
from landsea.directory.models.desks import Competence, Desk
from landsea.directory.models.evidence import Evidence, EvidenceKind
from landsea.directory.models.offices import Office
from landsea.directory.models.people import Appointment, Contact, DutyShift, Leave, Role
from landsea.directory.models.places import Place
from landsea.directory.models.revision import Revision
from landsea.directory.models.topics import Matter, Topic

__all__ = [
    "Appointment", "Competence", "Contact", "CorrectionSuggestion", "Desk", "DutyShift", "Evidence", "EvidenceKind",
    "Leave", "Matter", "Office", "Place", "Revision", "Role", "Topic",
]  # fmt: skip
