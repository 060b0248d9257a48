"""What the coordinator reads of who can answer at desks: how many have whom, which have nobody, who wants an account. The
counts are for anyone.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404

from landsea.directory.access.units import list_desks_in_service
from landsea.directory.answering import find_known_answering
from landsea.directory.models import AccountWish, Appointment, Contact, Desk, Evidence
from landsea.directory.reference_cache import read_once
from landsea_core.contacts import Answering
from landsea_core.contacts.evidence import VOUCHING


@dataclass(frozen=True)
class AnsweringCounts:
    """How many desks in service have somebody with an account, a confirmed address only, or nobody."""

    account: int
    address: int
    nobody: int

    @property
    def total(self) -> int:
        """All desks in service."""
        return self.account + self.address + self.nobody


def count_answering(now: datetime) -> AnsweringCounts:
    """Return the counts as they were known within the last minute; no statement of its own while that is kept."""
    codes = read_once("codes of desks", lambda: frozenset(list_desks_in_service().values_list("code", flat=True)))
    known = find_known_answering(now).somebody_at
    found = [answering for code, answering in known.items() if code in codes]
    account, address = found.count(Answering.ACCOUNT), found.count(Answering.ADDRESS)
    return AnsweringCounts(account, address, len(codes) - account - address)


def list_desks_with_nobody_at(actor, country: str = "") -> QuerySet[Desk]:
    """Return desks in service where nobody can answer, by code, for the coordinator; of one country, or all."""
    if not actor.is_coordinator:
        return Desk.objects.none()
    rows = list_desks_in_service().exclude(code__in=[*find_known_answering().somebody_at, Desk.COORDINATOR])
    return (rows.filter(office__country=country) if country else rows).order_by("code")


def list_addresses_being_asked(actor, desk_ids) -> QuerySet[Contact]:
    """Return present contacts of these desks at whose address nobody has answered yet, for the coordinator."""
    if not actor.is_coordinator:
        return Contact.objects.none()
    return Contact.objects.filter(desk_id__in=list(desk_ids), ended_at=None).exclude(email="").order_by("pk")


def was_ever_heard_of(contact: Contact) -> bool:
    """Whether anybody ever stood for this contact; until then its first question is whether it is the right desk at all."""
    return Evidence.objects.filter(contact=contact, kind__in=list(VOUCHING)).exists()


def open_account_wishes(actor) -> QuerySet[AccountWish]:
    """Return wishes for an account that nobody settled, oldest first, with desk and office, for the coordinator. Whoever was
    appointed to the desk since has settled them.
    """
    if not actor.is_coordinator:
        return AccountWish.objects.none()
    since = Appointment.objects.filter(desk=OuterRef("contact__desk"), starts_at__gte=OuterRef("wished_at"))
    rows = AccountWish.objects.filter(~Exists(since), settled_at=None, contact__desk__retired_at=None)
    return rows.select_related("contact__desk__office").order_by("wished_at", "pk")


def find_account_wish(actor, wish_id: int) -> AccountWish:
    """Return the open wish with this id, for the coordinator. Raises Http404."""
    row = open_account_wishes(actor).filter(pk=wish_id).first()
    if row is None:
        raise Http404
    return row
