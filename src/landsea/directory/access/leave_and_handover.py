"""Whose leave and work somebody may manage: the people, their leaves, who could stand in or take over, and handovers that
were made. Each function asks who looks, or says who must have asked.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.http import Http404

from landsea.accounts.models import User
from landsea.directory import access, rights
from landsea.directory.models import (
    Appointment,
    Desk,
    DeskHandover,
    Handover,
    Leave,
)


def list_desks(actor) -> QuerySet[Desk]:
    """Return the desks in service that this actor holds, deputises for or heads, with their offices."""
    return access.list_desks_in_service().filter(pk__in=actor.desks).order_by("code")


def list_people_managed_by(actor, now: datetime) -> QuerySet[User]:
    """Return people whose leave or handover this actor may enter: oneself, people of the desks one heads; all for a
    coordinator.
    """
    current = Appointment.objects.filter(Q(ends_at=None) | Q(ends_at__gt=now), user=OuterRef("pk"), starts_at__lte=now)
    people = User.objects.filter(is_active=True)
    if actor.is_coordinator:
        mine = Exists(current.exclude(desk=None))
    else:
        headed = access.list_desk_ids_of_offices(actor.heads) if actor.heads else ()
        mine = Q(pk=actor.user_id) | Exists(current.filter(desk_id__in=headed))
    return people.filter(mine).order_by("name", "pk")


def list_takers(desk_ids, now: datetime) -> QuerySet[User]:
    """Return people who may be given the work of these desks: with an open account and an appointment in one of their
    offices, or at the coordinator's desk.
    """
    offices = Desk.objects.filter(pk__in=list(desk_ids)).values("office_id")
    current = Appointment.objects.filter(
        Q(desk__office_id__in=offices) | Q(office_id__in=offices) | Q(desk__code=Desk.COORDINATOR),
        Q(ends_at=None) | Q(ends_at__gt=now),
        user=OuterRef("pk"),
        starts_at__lte=now,
    )
    return User.objects.filter(Exists(current), is_active=True).order_by("name", "pk")


def list_desks_held_by(user_id: int, now: datetime) -> QuerySet[Desk]:
    """Return the desks in service where this person is holder or deputy now."""
    current = Appointment.objects.filter(
        Q(ends_at=None) | Q(ends_at__gt=now), user_id=user_id, desk=OuterRef("pk"), starts_at__lte=now
    )
    return access.list_desks_in_service().filter(Exists(current)).order_by("code")


def group_desks_by_person(user_ids: Iterable[int], now: datetime) -> dict[int, list[Desk]]:
    """Return, by person, the desks with their offices at which these people are holders or deputies now; for those who may
    enter their leave. One statement.
    """
    current = Appointment.objects.filter(
        Q(ends_at=None) | Q(ends_at__gt=now), user_id__in=list(user_ids), starts_at__lte=now, desk__retired_at=None
    )
    found: dict[int, list[Desk]] = defaultdict(list)
    for row in current.exclude(desk=None).select_related("desk__office__place").order_by("desk__code"):
        found[row.user_id].append(row.desk)
    return found


def list_leaves_at_desks(desk_ids: Iterable[int], now: datetime) -> QuerySet[Leave]:
    """Return leaves of these desks' people that are not over, with person and stand-in; for those who work there."""
    there = Appointment.objects.filter(
        Q(ends_at=None) | Q(ends_at__gt=now), desk_id__in=list(desk_ids), starts_at__lte=now
    )
    rows = Leave.objects.filter(user__in=there.values("user"), last_day__gte=now.date())
    return rows.select_related("user", "stand_in").order_by("first_day", "pk")


def list_leaves_to_show(actor, now: datetime) -> QuerySet[Leave]:
    """Return leaves that are not over, of the people this actor may enter leave for, with person and stand-in."""
    people = list_people_managed_by(actor, now).values("pk")
    rows = Leave.objects.filter(user__in=people, last_day__gte=now.date() - timedelta(days=1))
    return rows.select_related("user", "stand_in").order_by("first_day", "pk")


def find_leave_to_manage(actor, leave_id: int, now: datetime) -> Leave:
    """Return the leave with this id that the actor may take back. Raises Http404."""
    leave = list_leaves_to_show(actor, now).filter(pk=leave_id).first()
    if leave is None:
        raise Http404
    return leave


def find_handover_to_see(actor, handover_id: int) -> Handover:
    """Return a handover, for the two people, whoever did it, heads of its desks and the coordinator. Raises Http404."""
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


def find_desk_handover_to_see(actor, handover_id: int) -> DeskHandover:
    """Return a desk's handover, for whoever did it, heads of its offices and the coordinator. Raises Http404."""
    rows = DeskHandover.objects.select_related("giver__office", "taker__office")
    handover = rows.filter(pk=handover_id).first()
    if handover is None or not (
        actor.user_id is not None
        and actor.user_id == handover.by_id
        or any(rights.may_appoint(actor, desk) for desk in (handover.giver, handover.taker))
    ):
        raise Http404
    return handover


def list_stand_ins(people, now: datetime) -> QuerySet[User]:
    """Return people who could stand in for one of these: appointed to the same desks, or heads of their offices."""
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
