"""What whoever manages a desk reads of its contacts and appointments: the contact behind a mailed link, questions that
nobody answered, the history of changes. Each function asks who looks.
"""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db.models import Case, Q, QuerySet, When
from django.http import Http404

from landsea.accounts.models import User
from landsea.base.secret_links import compute_digest
from landsea.directory import access, rights
from landsea.directory.models import (
    Change,
    ConfirmationLink,
    ConfirmationRequest,
    Contact,
    Desk,
)
from landsea_core.contacts import Rung

TASK_RUNGS = (Rung.DEPUTY, Rung.HEAD, Rung.COORDINATOR)


def find_link_with_secret(secret: str, now: datetime) -> ConfirmationLink | None:
    """Return the live link that this secret opens at `now` (aware), with its question, contact and desk; None for a
    foreign, used, old or revoked one, and for a contact that left.
    """
    return (
        ConfirmationLink.objects.select_related("request__contact__desk__office")
        .filter(
            digest=compute_digest(secret),
            revoked_at=None,
            expires_at__gt=now,
            request__ended_at=None,
            request__contact__ended_at=None,
        )
        .first()
    )


def find_desk_to_see(actor, code: str) -> Desk:
    """Return the desk in service with this code, for those who may see contacts. Raises Http404."""
    desk = access.find_desk(code)
    if desk is None or not access.may_see_contacts(actor):
        raise Http404
    return desk


def find_desk_to_manage(actor, code: str) -> Desk:
    """Return the desk whose people and roster this actor may change. Raises Http404, PermissionDenied."""
    desk = find_desk_to_see(actor, code)
    if not rights.may_manage_desk(actor, desk):
        raise PermissionDenied
    return desk


def find_contact_to_manage(actor, contact_id: int) -> Contact:
    """Return the contact that this actor may change, with its desk, also one that left. Raises Http404, PermissionDenied."""
    contact = Contact.objects.select_related("desk__office").filter(pk=contact_id).first()
    if contact is None or not access.may_see_contacts(actor):
        raise Http404
    if not rights.may_manage_desk(actor, contact.desk):
        raise PermissionDenied
    return contact


def list_own_contacts(actor) -> QuerySet[Contact]:
    """Return the entries at the actor's own desks that hold the address of the actor's account, with desk and office."""
    address = User.objects.filter(pk=actor.user_id).values_list("email", flat=True).first()
    if not address:
        return Contact.objects.none()
    rows = Contact.objects.filter(desk_id__in=actor.desks, ended_at=None, email__iexact=address)
    return rows.select_related("desk__office").order_by("pk")


def list_shaky_contacts(actor) -> QuerySet[ConfirmationRequest]:
    """Return open questions that neither the contact nor a reminder settled, for the coordinator: their own tasks first,
    then the oldest. With contact and desk.
    """
    if not actor.is_coordinator:
        return ConfirmationRequest.objects.none()
    rows = ConfirmationRequest.objects.filter(ended_at=None, rung__in=TASK_RUNGS, contact__desk__retired_at=None)
    tasks_first = Case(When(rung=Rung.COORDINATOR, then=0), default=1)
    return rows.select_related("contact__desk__office").order_by(tasks_first, "asked_at", "pk")


def list_changes(actor, desk: Desk) -> QuerySet[Change]:
    """Return what people changed at a desk and its office, newest first, for those who may see contacts."""
    if not access.may_see_contacts(actor):
        return Change.objects.none()
    rows = Change.objects.filter(Q(desk=desk) | Q(office_id=desk.office_id, desk=None))
    return rows.select_related("by").order_by("-at", "-pk")
