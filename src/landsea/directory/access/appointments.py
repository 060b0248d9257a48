"""Reads of appointments for those who begin and end them, of people who never came, and of one's own appointments."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from allauth.mfa.models import Authenticator
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404

from landsea.accounts import access as accounts_access
from landsea.accounts.models import Invitation, User
from landsea.directory import rights
from landsea.directory.models import Appointment, Desk, Role
from landsea_core.appointing import Part


@dataclass(frozen=True)
class Wanted:
    """Which appointments are wanted; empty text means any. `named`: letters of a person's name or address."""

    part: str = ""
    country: str = ""
    named: str = ""
    office: str = ""


@dataclass(frozen=True)
class NotYetIn:
    """Somebody with appointments who cannot work yet: no password, or no second factor. `invitation`: the open one."""

    person: User
    invitation: Invitation | None
    has_password: bool
    appointments: tuple[Appointment, ...]


def _current(now: datetime) -> Q:
    return Q(ends_at=None) | Q(ends_at__gt=now)


def list_appointments_to_see(actor, now: datetime) -> QuerySet[Appointment]:
    """Return the current appointments that concern this actor's offices (all for a coordinator), with person and unit."""
    return _within_reach(actor, Appointment.objects.filter(_current(now), user__is_active=True))


def list_wanted_appointments(actor, wanted: Wanted, now: datetime) -> QuerySet[Appointment]:
    """Return those that are wanted of `list_appointments_to_see`, by country, office and name."""
    rows = list_appointments_to_see(actor, now)
    if wanted.part == Part.COORDINATOR:
        rows = rows.filter(desk__code=Desk.COORDINATOR)
    elif wanted.part:
        rows = rows.filter(role=wanted.part).exclude(desk__code=Desk.COORDINATOR)
    if wanted.country:
        rows = rows.filter(Q(desk__office__country=wanted.country) | Q(office__country=wanted.country))
    if wanted.office:
        rows = rows.filter(Q(desk__office__code=wanted.office) | Q(office__code=wanted.office))
    if wanted.named:
        rows = rows.filter(Q(user__name__icontains=wanted.named) | Q(user__email__icontains=wanted.named))
    return rows.order_by("user__name", "user_id", "pk")


def list_appointments_ended_since(actor, since: datetime, now: datetime) -> QuerySet[Appointment]:
    """Return appointments within this actor's reach that ended between `since` and `now` (aware), the latest first."""
    rows = Appointment.objects.filter(ends_at__gte=since, ends_at__lte=now)
    return _within_reach(actor, rows).order_by("-ends_at", "pk")


def find_appointment_within_reach(actor, appointment_id: int) -> Appointment:
    """Return the appointment with this id: one's own, or one that this actor may begin and end. Raises Http404 and
    PermissionDenied.
    """
    row = Appointment.objects.select_related("user", "desk__office", "office").filter(pk=appointment_id).first()
    if row is None or not (actor.is_coordinator or actor.heads or row.user_id == actor.user_id):
        raise Http404
    if row.user_id != actor.user_id and not rights.may_change_appointment(actor, row):
        raise PermissionDenied
    return row


def list_appointments_of_person(user_id: int | None, now: datetime) -> list[Appointment]:
    """Return everything that somebody is appointed to at `now` (aware), with desk and office."""
    rows = Appointment.objects.filter(_current(now), user_id=user_id or 0).select_related(
        "user", "desk__office", "office"
    )
    return list(rows.order_by("pk"))


def list_appointments_of_people(user_ids: Iterable[int], now: datetime) -> dict[int, list[Appointment]]:
    """Return what each of these people is appointed to at `now` (aware), by person, with desk and office."""
    found: dict[int, list[Appointment]] = {pk: [] for pk in user_ids}
    rows = Appointment.objects.filter(_current(now), user_id__in=list(found))
    for row in rows.select_related("user", "desk__office", "office").order_by("pk"):
        found[row.user_id].append(row)
    return found


def list_people_not_yet_in(actor, now: datetime) -> list[NotYetIn]:
    """Return people within this actor's reach who were appointed and cannot work yet, the longest waiting first."""
    factor = Authenticator.objects.filter(user=OuterRef("user"))
    rows = list_appointments_to_see(actor, now).filter(Q(user__password__startswith="!") | ~Exists(factor))
    by_person: dict[int, list[Appointment]] = {}
    for row in rows.order_by("starts_at", "pk"):
        by_person.setdefault(row.user_id, []).append(row)
    invitations = accounts_access.open_invitations(by_person)
    return [
        NotYetIn(found[0].user, invitations.get(pk), found[0].user.has_usable_password(), tuple(found))
        for pk, found in by_person.items()
    ]


def _within_reach(actor, rows: QuerySet[Appointment]) -> QuerySet[Appointment]:
    rows = rows.select_related("user", "desk__office", "office")
    if actor.is_coordinator:
        return rows
    if not actor.heads:
        return rows.none()
    heads = list(actor.heads)
    return rows.filter(Q(desk__office_id__in=heads) | Q(office_id__in=heads) & ~Q(role=Role.OBSERVER))


RECENT = timedelta(days=7)
"""How far back the list of appointments that ended goes: as long as an end can be taken back."""
