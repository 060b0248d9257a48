"""Appoints people to desks and ends appointments: where accounts come from, and the only place where rights begin."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext

from landsea.accounts.actions.end_sessions import end_sessions
from landsea.accounts.models import User
from landsea.base.audit.actions.append import append_entry
from landsea.base.outbox.actions.queue import queue_mail
from landsea.base.refusal import Refused
from landsea.directory import rights
from landsea.directory.actions.change_contact import drop_duty
from landsea.directory.actions.evidence import end_requests, record_evidence
from landsea.directory.models import Appointment, Change, Contact, Desk, EvidenceKind, Role
from landsea.directory.models.names import name_in


def appoint_person(
    *, actor, desk_id: int, name: str, email: str, role: str, language: str, why: str, now: datetime
) -> Appointment:
    """Make somebody holder or deputy of a desk from `now` (aware) on; an account is opened if there is none, and a contact
    at the desk, and the person is told how to sign in. By the head of the office, or the coordinator.

    Raises PermissionDenied and Refused: `role`, `already` (has that part), `closed` (the account was closed; only the
    coordinator opens it again).
    """
    if role not in (Role.HOLDER, Role.DEPUTY):
        raise Refused("role", gettext("Choose holder or deputy."))
    with transaction.atomic():
        desk = Desk.objects.select_for_update(of=("self",)).select_related("office").get(pk=desk_id)
        if not rights.may_appoint(actor, desk):
            raise PermissionDenied
        user, is_new = _find_or_open_account(actor, desk, name, email, language)
        held = Appointment.objects.filter(Q(ends_at=None) | Q(ends_at__gt=now), user=user, desk=desk, role=role)
        if held.exists():
            raise Refused("already", gettext("%(name)s has this part at the desk already.") % {"name": user.name})
        appointment = Appointment.objects.create(user=user, role=role, desk=desk, starts_at=now)
        contact, _made = Contact.objects.get_or_create(
            user=user,
            desk=desk,
            ended_at=None,
            defaults={
                "name": user.name,
                "email": user.email,
                "part": role,
                "languages": desk.office.languages,
                "added_at": now,
                "is_demo": user.is_demo,
            },
        )
        record_evidence(contact_id=contact.pk, kind=EvidenceKind.CHANGED, at=now, by_user=actor.user_id, note=why)
        _note_change(desk, appointment, "appoint", why, actor, now)
        queue_mail(
            template="appointed",
            address=user.email,
            language=user.language,
            user_id=user.pk,
            stream=f"desk:{desk.pk}",
            once=f"appointed:{appointment.pk}",
            facts={"desk": name_in(desk.names, user.language), "is_new": is_new},
            now=now,
        )
    return appointment


def end_appointment(*, actor, appointment_id: int, why: str, now: datetime) -> None:
    """End one appointment to a desk; contact and duty there end with it, and the sessions when it was the last one.

    Raises PermissionDenied, Refused (`no_reason`, `ended`) and Appointment.DoesNotExist.
    """
    if not why.strip():
        raise Refused("no_reason", gettext("Say in a few words why; it stays in the history."))
    with transaction.atomic():
        desk_id = Appointment.objects.values_list("desk_id", flat=True).get(pk=appointment_id, desk__isnull=False)
        desk = Desk.objects.select_for_update().get(pk=desk_id)
        if not rights.may_appoint(actor, desk):
            raise PermissionDenied
        current = Appointment.objects.filter(Q(ends_at=None) | Q(ends_at__gt=now))
        appointment = current.filter(pk=appointment_id).first()
        if appointment is None:
            raise Refused("ended", gettext("This appointment has ended already."))
        Appointment.objects.filter(pk=appointment.pk).update(ends_at=now)
        _note_change(desk, appointment, "end_appointment", why, actor, now)
        if not current.filter(user_id=appointment.user_id, desk=desk).exists():
            _end_contacts(appointment.user_id, desk, now)
        if not current.filter(user_id=appointment.user_id).exists():
            end_sessions(appointment.user_id, now=now)


def _find_or_open_account(actor, desk: Desk, name: str, email: str, language: str) -> tuple[User, bool]:
    user = User.objects.filter(email=email.strip().lower()).first()
    if user is None:
        made = User.objects.create_user(
            email, name=name.strip()[:120], language=language, time_zone=desk.office.time_zone, is_demo=desk.is_demo
        )
        return made, True
    if not user.is_active:
        if not actor.is_coordinator:
            raise Refused("closed", gettext("This account was closed. Ask the coordinator to appoint the person."))
        User.objects.filter(pk=user.pk).update(is_active=True)
    return user, False


def _end_contacts(user_id: int, desk: Desk, now: datetime) -> None:
    ids = list(Contact.objects.filter(user_id=user_id, desk=desk, ended_at=None).values_list("pk", flat=True))
    Contact.objects.filter(pk__in=ids).update(ended_at=now)
    drop_duty(ids, now)
    end_requests(ids, "", now)


def _note_change(desk: Desk, appointment: Appointment, act: str, why: str, actor, now: datetime) -> None:
    facts = {"appointment": appointment.pk, "user": appointment.user_id, "role": appointment.role}
    Change.objects.create(
        kind="contact",
        row=appointment.pk,
        desk=desk,
        act=act,
        why=why[:300],
        by_id=actor.user_id,
        at=now,
        after={"person": str(appointment.user), "part": appointment.role},
    )
    append_entry(stream=f"desk:{desk.pk}", act=act, actor=actor.label, at=now, facts=facts)
