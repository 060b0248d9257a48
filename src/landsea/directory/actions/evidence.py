"""Records dated facts about contacts, and ends the questions that they answer."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from landsea.directory.models import (
    Appointment,
    ConfirmationLink,
    ConfirmationRequest,
    Contact,
    Evidence,
    EvidenceKind,
    Role,
)
from landsea_core.contacts import Rung
from landsea_core.contacts.evidence import VOUCHING

ONCE_IN = timedelta(hours=20)
"""A busy desk answers fifty cases a day: one fact a day says as much."""


def record_evidence(
    *, contact_id: int, kind: str, at: datetime, by_user: int | None = None, note: str = ""
) -> Evidence:
    """Add one fact of evidence at `at` (aware); `kind` is one of EvidenceKind. Facts are only ever added."""
    fact = Evidence.objects.create(contact_id=contact_id, kind=kind, at=at, by_id=by_user, note=note[:300])
    if kind in VOUCHING:
        end_requests([contact_id], kind, at)
    return fact


def record_bounce(*, address: str, at: datetime, note: str = "", contact_id: int | None = None) -> int:
    """Record that a mail to this address came back: a fact about every contact that has it (and the one it was sent to); return
    how many. Each becomes a question that begins at the deputy, since asking the address itself is in vain.
    """
    same = Q(email__iexact=address) | Q(pk=contact_id) if contact_id else Q(email__iexact=address)
    with transaction.atomic():
        contacts = list(Contact.objects.filter(same, ended_at=None).values_list("pk", flat=True))
        _add_evidence(contacts, EvidenceKind.BOUNCED, at, note=note)
        for pk in contacts:
            request, new = ConfirmationRequest.objects.get_or_create(
                contact_id=pk, ended_at=None, defaults={"asked_at": at, "rung": Rung.REMINDED, "next_at": at}
            )
            if not new and request.rung in (Rung.ASKED, Rung.REMINDED):
                ConfirmationRequest.objects.filter(pk=request.pk).update(rung=Rung.REMINDED, next_at=at)
    return len(contacts)


def record_answered(pairs: Iterable[tuple[int, int | None]], *, at: datetime) -> None:
    """Record that cases were answered at these (desk id, user id) pairs: a fact about each person's contact there, at most
    one in twenty hours. A few statements, however many pairs.
    """
    wanted = {pair for pair in pairs if pair[1] is not None}
    if not wanted:
        return
    desks, users = zip(*wanted, strict=True)
    there = _not_lately(EvidenceKind.ANSWERED, at).filter(desk_id__in=desks, user_id__in=users)
    found = [row for row in there.values_list("pk", "desk_id", "user_id") if row[1:] in wanted]
    if found:
        Evidence.objects.bulk_create(
            Evidence(contact_id=pk, kind=EvidenceKind.ANSWERED, at=at, by_id=user_id) for pk, _desk_id, user_id in found
        )
        end_requests([pk for pk, _desk_id, _user_id in found], EvidenceKind.ANSWERED, at)


def record_answered_at(contact_ids: Iterable[int], *, at: datetime) -> None:
    """Record that cases were answered from the addresses of these contacts, at most one fact in twenty hours each."""
    found = list(_not_lately(EvidenceKind.ANSWERED, at).filter(pk__in=set(contact_ids)).values_list("pk", flat=True))
    _add_evidence(found, EvidenceKind.ANSWERED, at)
    end_requests(found, EvidenceKind.ANSWERED, at)


def record_missed(desk_ids: Iterable[int], *, at: datetime) -> None:
    """Record that a deadline passed in silence at these desks: a fact about their holders' contacts, at most one in twenty
    hours.
    """
    holding = Appointment.objects.filter(
        Q(ends_at=None) | Q(ends_at__gt=at),
        role=Role.HOLDER,
        desk=OuterRef("desk"),
        user=OuterRef("user"),
        starts_at__lte=at,
    )
    contacts = _not_lately(EvidenceKind.MISSED, at).filter(
        Exists(holding) | Q(user=None, part="holder"), desk_id__in=set(desk_ids)
    )
    _add_evidence(contacts.values_list("pk", flat=True), EvidenceKind.MISSED, at)


def end_requests(contact_ids: Iterable[int], kind: str, at: datetime) -> None:
    """End the open questions about these contacts; their links stop working."""
    requests = ConfirmationRequest.objects.filter(contact_id__in=list(contact_ids), ended_at=None)
    ids = list(requests.values_list("pk", flat=True))
    if ids:
        ConfirmationRequest.objects.filter(pk__in=ids).update(ended_at=at, ended_by=kind, next_at=None)
        ConfirmationLink.objects.filter(request_id__in=ids, revoked_at=None).update(revoked_at=at)


def _not_lately(kind: str, at: datetime) -> QuerySet[Contact]:
    lately = Evidence.objects.filter(contact=OuterRef("pk"), kind=kind, at__gt=at - ONCE_IN)
    return Contact.objects.filter(~Exists(lately), ended_at=None)


def _add_evidence(
    contact_ids: Iterable[int], kind: str, at: datetime, *, by_user: int | None = None, note: str = ""
) -> None:
    Evidence.objects.bulk_create(
        Evidence(contact_id=pk, kind=kind, at=at, by_id=by_user, note=note[:300]) for pk in contact_ids
    )
