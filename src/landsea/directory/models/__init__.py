"""Tables of the directory: places, offices, desks with their competences, and the people at them."""

from landsea.directory.models.account_wishes import AccountWish
from landsea.directory.models.changes import Change, HeldSheet
from landsea.directory.models.confirmations import ConfirmationLink, ConfirmationRequest
from landsea.directory.models.desks import Competence, Desk
from landsea.directory.models.duty import DutyShift, RotaTurn
from landsea.directory.models.evidence import Evidence, EvidenceKind
from landsea.directory.models.handovers import DeskHandover, Handover
from landsea.directory.models.offices import Office
from landsea.directory.models.people import Appointment, Contact, Leave, Role
from landsea.directory.models.places import Place, PlaceVersion
from landsea.directory.models.records import DeskRecord
from landsea.directory.models.revision import Revision
from landsea.directory.models.telephones import OfficeTelephone
from landsea.directory.models.topics import Matter, Topic

__all__ = [
    "AccountWish",
    "Appointment",
    "Change",
    "Competence",
    "ConfirmationLink",
    "ConfirmationRequest",
    "Contact",
    "Desk",
    "DeskHandover",
    "DeskRecord",
    "DutyShift",
    "Evidence",
    "EvidenceKind",
    "Handover",
    "HeldSheet",
    "Leave",
    "Matter",
    "Office",
    "OfficeTelephone",
    "Place",
    "PlaceVersion",
    "Revision",
    "Role",
    "RotaTurn",
    "Topic",
]
