"""Reads of the directory about its people: contacts and their freshness, links, leaves, rotas, handovers, changes, tasks.
Each asks who looks; `access` holds the rest.
"""

from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db.models import Case, Exists, OuterRef, Prefetch, Q, QuerySet, When
from django.http import Http404

from landsea.accounts.models import User
from landsea.base.secret_links import digest_of
from landsea.directory import access, rights
from landsea.directory.models import (
    Appointment,
    Change,
    ConfirmationLink,
    ConfirmationRequest,
    Contact,
    Desk,
    DeskHandover,
    DutyShift,
    Handover,
    Leave,
    RotaTurn,
)
from landsea_core.contacts import Rung

TASK_RUNGS = (Rung.DEPUTY, Rung.HEAD, Rung.COORDINATOR)


def link_with_secret(secret: str, now: datetime) -> ConfirmationLink | None:
    """The live link that this secret opens at `now` (aware), with its question, contact and desk; None for a foreign,
    used, old or revoked one, and for a contact that left.
    """
    return (
        ConfirmationLink.objects.select_related("request__contact__desk__office")
        .filter(
            digest=digest_of(secret),
            revoked_at=None,
            expires_at__gt=now,
            request__ended_at=None,
            request__contact__ended_at=None,
        )
        .first()
    )


def desk_to_see(actor, code: str) -> Desk:
    """The desk in service with this code, for those who may see contacts. Raises Http404."""
    desk = access.desk_with_code(code)
    if desk is None or not access.may_see_contacts(actor):
        raise Http404
    return desk


def desk_to_manage(actor, code: str) -> Desk:
    """The desk whose people and roster this actor may change. Raises Http404, PermissionDenied."""
    desk = desk_to_see(actor, code)
    if not rights.may_manage_desk(actor, desk):
        raise PermissionDenied
    return desk


def contact_to_manage(actor, contact_id: int) -> Contact:
    """The contact that this actor may change, with its desk, also one that left. Raises Http404, PermissionDenied."""
    contact = Contact.objects.select_related("desk__office").filter(pk=contact_id).first()
    if contact is None or not access.may_see_contacts(actor):
        raise Http404
    if not rights.may_manage_desk(actor, contact.desk):
        raise PermissionDenied
    return contact


def request_of(contact: Contact) -> ConfirmationRequest | None:
    """The open question about a contact, or None."""
    return ConfirmationRequest.objects.filter(contact=contact, ended_at=None).first()


def desks_of(actor) -> QuerySet[Desk]:
    """The desks in service that this actor holds, deputises for or heads, with their offices."""
    return access.desks().filter(pk__in=actor.desks).order_by("code")


def shaky_contacts(actor) -> QuerySet[ConfirmationRequest]:
    """Open questions that neither the contact nor a reminder settled, for the coordinator: their own tasks first, then
    the oldest. With contact and desk.
    """
    if not actor.is_coordinator:
        return ConfirmationRequest.objects.none()
    rows = ConfirmationRequest.objects.filter(ended_at=None, rung__in=TASK_RUNGS, contact__desk__retired_at=None)
    tasks_first = Case(When(rung=Rung.COORDINATOR, then=0), default=1)
    return rows.select_related("contact__desk__office").order_by(tasks_first, "asked_at", "pk")


def people_managed_by(actor, now: datetime) -> QuerySet[User]:
    """People whose leave or handover this actor may enter: oneself, people of the desks one heads; all for a coordinator."""
    current = Appointment.objects.filter(Q(ends_at=None) | Q(ends_at__gt=now), user=OuterRef("pk"), starts_at__lte=now)
    people = User.objects.filter(is_active=True)
    if actor.is_coordinator:
        mine = Exists(current.exclude(desk=None))
    else:
        headed = access.desk_ids_of_offices(actor.heads) if actor.heads else ()
        mine = Q(pk=actor.user_id) | Exists(current.filter(desk_id__in=headed))
    return people.filter(mine).order_by("name", "pk")


def takers_for(desk_ids, now: datetime) -> QuerySet[User]:
    """People who may be given the work of these desks: with an open account and an appointment in one of their offices,
    or at the coordinator's desk.
    """
    offices = Desk.objects.filter(pk__in=list(desk_ids)).values("office_id")
    current = Appointment.objects.filter(
        Q(desk__office_id__in=offices) | Q(office_id__in=offices) | Q(desk__code=Desk.COORDINATOR),
        Q(ends_at=None) | Q(ends_at__gt=now),
        user=OuterRef("pk"),
        starts_at__lte=now,
    )
    return User.objects.filter(Exists(current), is_active=True).order_by("name", "pk")


def desks_held_by(user_id: int, now: datetime) -> QuerySet[Desk]:
    """The desks in service where this person is holder or deputy now."""
    current = Appointment.objects.filter(
        Q(ends_at=None) | Q(ends_at__gt=now), user_id=user_id, desk=OuterRef("pk"), starts_at__lte=now
    )
    return access.desks().filter(Exists(current)).order_by("code")


def leaves_to_show(actor, now: datetime) -> QuerySet[Leave]:
    """Leaves that are not over, of the people this actor may enter leave for, with person and stand-in."""
    people = people_managed_by(actor, now).values("pk")
    rows = Leave.objects.filter(user__in=people, last_day__gte=now.date() - timedelta(days=1))
    return rows.select_related("user", "stand_in").order_by("first_day", "pk")


def leave_to_manage(actor, leave_id: int, now: datetime) -> Leave:
    """The leave with this id that the actor may take back. Raises Http404."""
    leave = leaves_to_show(actor, now).filter(pk=leave_id).first()
    if leave is None:
        raise Http404
    return leave


def rota_of(desk_id: int) -> list[RotaTurn]:
    """The turns of a desk's rota with their contacts; for those who passed `desk_to_see`."""
    return list(
        RotaTurn.objects.filter(desk_id=desk_id).select_related("contact").order_by("first_day", "begins", "pk")
    )


def single_shifts_of(desk_id: int, since: datetime) -> list[DutyShift]:
    """Shifts that happen once and end after `since` (aware), with their contacts; for those who passed `desk_to_see`."""
    rows = DutyShift.objects.filter(desk_id=desk_id, ends_at__gt=since, contact__ended_at=None)
    return list(rows.select_related("contact").order_by("starts_at", "pk"))


def desks_with_duty(now: datetime) -> QuerySet[Desk]:
    """Desks in service that have a rota or shifts to come: those whose gaps somebody would miss."""
    rota = RotaTurn.objects.filter(Q(until=None) | Q(until__gte=now.date() - timedelta(days=28)), desk=OuterRef("pk"))
    shifts = DutyShift.objects.filter(desk=OuterRef("pk"), ends_at__gt=now - timedelta(days=28))
    return access.desks().filter(Exists(rota) | Exists(shifts)).order_by("code")


def changes_of(actor, desk: Desk) -> QuerySet[Change]:
    """What people changed at a desk and its office, newest first, for those who may see contacts."""
    if not access.may_see_contacts(actor):
        return Change.objects.none()
    rows = Change.objects.filter(Q(desk=desk) | Q(office_id=desk.office_id, desk=None))
    return rows.select_related("by").order_by("-at", "-pk")


def handover_to_see(actor, handover_id: int) -> Handover:
    """A handover, for the two people, whoever did it, heads of its desks and the coordinator. Raises Http404."""
    found = Handover.objects.select_related("giver", "taker").prefetch_related(
        Prefetch("desks", queryset=Desk.objects.select_related("office"))
    )
    handover = found.filter(pk=handover_id).first()
    if handover is None:
        raise Http404
    mine = {handover.giver_id, handover.taker_id, handover.by_id}
    offices = {desk.office_id for desk in handover.desks.all()}
    if actor.is_coordinator or (actor.user_id and actor.user_id in mine) or offices & actor.heads:
        return handover
    raise Http404


def desk_handover_to_see(actor, handover_id: int) -> DeskHandover:
    """A desk's handover, for whoever did it, heads of its offices and the coordinator. Raises Http404."""
    rows = DeskHandover.objects.select_related("giver__office", "taker__office")
    handover = rows.filter(pk=handover_id).first()
    if handover is None or not (
        actor.user_id is not None
        and actor.user_id == handover.by_id
        or any(rights.may_appoint(actor, desk) for desk in (handover.giver, handover.taker))
    ):
        raise Http404
    return handover


def stand_ins_for(people, now: datetime) -> QuerySet[User]:
    """People who could stand in for one of these: appointed to the same desks, or heads of their offices."""
    desks = Appointment.objects.filter(
        Q(ends_at=None) | Q(ends_at__gt=now), user__in=[one.pk for one in people], starts_at__lte=now
    ).exclude(desk=None)
    current = Appointment.objects.filter(
        Q(desk__in=desks.values("desk")) | Q(role="head", office__in=desks.values("desk__office")),
        Q(ends_at=None) | Q(ends_at__gt=now),
        user=OuterRef("pk"),
        starts_at__lte=now,
    )
    return User.objects.filter(Exists(current), is_active=True).order_by("name", "pk")


def appointment_to_end(actor, appointment_id: int) -> Appointment:
    """The appointment to a desk that this actor may end, with its desk. Raises Http404, PermissionDenied."""
    row = Appointment.objects.select_related("desk", "user").filter(pk=appointment_id, desk__isnull=False).first()
    if row is None or not access.may_see_contacts(actor):
        raise Http404
    if not rights.may_appoint(actor, row.desk):
        raise PermissionDenied
    return row
