"""Tables of the cases app, one family a file."""

from landsea.cases.models.agenda import AgendaRequest
from landsea.cases.models.answer_links import AnswerLink
from landsea.cases.models.association import AnswersSeen, AssociationMember, BulkFiling, JointMember
from landsea.cases.models.case import Case
from landsea.cases.models.common_answers import CommonAnswer, CommonAnswerItem, ItemState
from landsea.cases.models.corrections import ReadingCorrection, WordsToRead
from landsea.cases.models.filer import FilerIdentity, FilerLink
from landsea.cases.models.files import CaseFile, HeldFile
from landsea.cases.models.involvement import CaseLink, Involvement
from landsea.cases.models.messages import Message, Redaction
from landsea.cases.models.name_openings import NameOpening, OpeningReason
from landsea.cases.models.steps import StepRecord

__all__ = [
    "AgendaRequest",
    "AnswerLink",
    "AnswersSeen",
    "AssociationMember",
    "BulkFiling",
    "Case",
    "CaseFile",
    "CaseLink",
    "CommonAnswer",
    "CommonAnswerItem",
    "FilerIdentity",
    "FilerLink",
    "HeldFile",
    "Involvement",
    "ItemState",
    "JointMember",
    "Message",
    "NameOpening",
    "OpeningReason",
    "ReadingCorrection",
    "Redaction",
    "StepRecord",
    "WordsToRead",
]
