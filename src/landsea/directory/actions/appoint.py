"""Appoints people to every part there is: where accounts come from, and the only place where rights begin.

Who may appoint whom is the table in `landsea_core.appointing`. `end_appointment` ends what begins here.
"""

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext

from landsea.accounts.actions.invite import LASTS, keep_or_invite
from landsea.accounts.models import User
from landsea.base.audit.actions.append import append_entry
from landsea.base.jobs.turns import wait_for_turn
from landsea.base.outbox.actions.add_to_waiting import add_to_waiting_mail
from landsea.base.outbox.actions.queue import queue_mail
from landsea.base.refusal import Refused
from landsea.directory import rights
from landsea.directory.access import find_coordinator_desk
from landsea.directory.actions.evidence import record_evidence
from landsea.directory.answering import forget_answering
from landsea.directory.models import Appointment, Change, Contact, Desk, EvidenceKind, Office
from landsea_core.appointing import UNIT_OF_PART, Part, UnitKind


@dataclass(frozen=True)
class Unit:
    """What an appointment names: a desk, an office, or neither."""

    desk: Desk | None = None
    office: Office | None = None

    @property
    def office_id(self) -> int | None:
        """The office that is named, or that the desk belongs to."""
        return self.desk.office_id if self.desk else self.office.pk if self.office else None

    @property
    def is_demo(self) -> bool:
        """Whether it was made up for a demonstration."""
        return bool(self.desk and self.desk.is_demo or self.office and self.office.is_demo)

    @property
    def names(self) -> dict:
        """What it is called, by language."""
        return self.desk.names if self.desk else self.office.names if self.office else {}

    @property
    def time_zone(self) -> str:
        """The clock of whoever works there."""
        return (self.desk.office if self.desk else self.office or find_coordinator_desk().office).time_zone


def appoint_person(
    *, actor, part: Part, unit_id: int | None, name: str, email: str, language: str, why: str, now: datetime
) -> Appointment:
    """Make somebody what `part` says from `now` (aware) on; `unit_id` is the id of the desk or office that the part is at. An
    account is opened if there is none; whoever cannot sign in yet gets an invitation, everybody else is told.

    Raises PermissionDenied and Refused: `already` (has that part), `closed` (the account was closed; only the coordinator
    opens it again), `retired` (the desk or office is out of service), `no_association`.
    """
    with transaction.atomic():
        unit, role = _lock_unit(part, unit_id)
        appointment = Appointment(role=role, desk=unit.desk, office=unit.office, starts_at=now)
        if not rights.may_change_appointment(actor, appointment):
            raise PermissionDenied
        _refuse_unit(part, unit)
        appointment.user = _find_or_open_account(actor, unit, name, email, language)
        _refuse_twice(appointment, now)
        appointment.save()
        if unit.desk is not None:
            _put_at_desk(appointment, actor, why, now)
        note_appointment(appointment, "appoint", why, actor, now)
        tell_of_appointment(appointment, actor, now)
    return appointment


def _lock_unit(part: Part, unit_id: int | None) -> tuple[Unit, str]:
    """Return what the appointment names, locked, and the role that the table of appointments knows."""
    if part is Part.COORDINATOR:
        unit_id, part = find_coordinator_desk().pk, Part.HOLDER
    if UNIT_OF_PART[part] is UnitKind.DESK:
        desk = Desk.objects.select_for_update(of=("self",)).select_related("office").get(pk=unit_id)
        return Unit(desk=desk), part.value
    if UNIT_OF_PART[part] is UnitKind.OFFICE:
        return Unit(office=Office.objects.select_for_update(of=("self",)).get(pk=unit_id)), part.value
    return Unit(), part.value


def _refuse_unit(part: Part, unit: Unit) -> None:
    named = unit.desk or unit.office
    if named is not None and named.retired_at is not None:
        raise Refused("retired", gettext("This desk or office is out of service. Take it back into service first."))
    if part is Part.CLERK and unit.office is not None and unit.office.kind != Office.CHAMBER:
        raise Refused(
            "no_association",
            gettext("This office is no chamber or association, so nobody files for its members. Choose another one."),
        )


def _find_or_open_account(actor, unit: Unit, name: str, email: str, language: str) -> User:
    address = email.strip().lower()
    wait_for_turn(f"account:{address}")
    user = User.objects.filter(email=address).first()
    if user is None:
        return User.objects.create_user(
            email, name=name.strip()[:120], language=language, time_zone=unit.time_zone, is_demo=unit.is_demo
        )
    if not user.is_active:
        if not actor.is_coordinator:
            raise Refused("closed", gettext("This account was closed. Ask the coordinator to appoint the person."))
        User.objects.filter(pk=user.pk).update(is_active=True)
    return user


def _refuse_twice(appointment: Appointment, now: datetime) -> None:
    held = Appointment.objects.filter(
        Q(ends_at=None) | Q(ends_at__gt=now),
        user=appointment.user,
        role=appointment.role,
        desk=appointment.desk,
        office=appointment.office,
    )
    if held.exists():
        raise Refused("already", gettext("%(name)s has this part already.") % {"name": appointment.user.name})


def _put_at_desk(appointment: Appointment, actor, why: str, now: datetime) -> None:
    """Name the person as a contact of the desk, unless it is one."""
    user, desk = appointment.user, appointment.desk
    contact, _made = Contact.objects.get_or_create(
        user=user,
        desk=desk,
        ended_at=None,
        defaults={
            "name": user.name,
            "email": user.email,
            "part": appointment.role,
            "languages": desk.office.languages,
            "added_at": now,
            "is_demo": user.is_demo,
        },
    )
    record_evidence(contact_id=contact.pk, kind=EvidenceKind.CHANGED, at=now, by_user=actor.user_id, note=why)


def tell_of_appointment(appointment: Appointment, actor, now: datetime) -> None:
    """Queue the mail that says what somebody was appointed to: with an invitation for whoever cannot sign in yet. While a
    mail of an earlier appointment by the same person waits to be sent (those of one sheet do), it says this one too.
    """
    user, nonce = appointment.user, ""
    if not user.has_usable_password():
        nonce = str(keep_or_invite(user.pk, by_id=actor.user_id, now=now).nonce)
    what = {"part": rights.find_part(appointment).value, "unit": find_names_of_unit(appointment)}
    same = {"nonce": nonce, "by": actor.user_id}
    if add_to_waiting_mail("appointed", user_id=user.pk, address=user.email, same=same, fact="more", value=what):
        return
    queue_mail(
        template="appointed",
        address=user.email,
        language=user.language,
        user_id=user.pk,
        stream=name_stream(appointment),
        once=f"appointed:{appointment.pk}",
        facts=what | same | {"days": LASTS.days},
        now=now,
    )


def find_names_of_unit(appointment: Appointment) -> dict:
    """Return the names (by language) of the desk or office that an appointment names; none for the whole installation."""
    return Unit(appointment.desk, appointment.office).names


def name_stream(appointment: Appointment) -> str:
    """Return the stream of the audit in which the acts on an appointment stand."""
    if appointment.desk_id:
        return f"desk:{appointment.desk_id}"
    return f"office:{appointment.office_id}" if appointment.office_id else f"user:{appointment.user_id}"


def note_appointment(appointment: Appointment, act: str, why: str, actor, now: datetime) -> None:
    """Write the audit row of an act on an appointment, and the line of the history that people read."""
    facts = {"appointment": appointment.pk, "user": appointment.user_id, "role": appointment.role}
    Change.objects.create(
        kind="contact" if appointment.desk_id else "person",
        row=appointment.pk,
        desk_id=appointment.desk_id,
        office_id=appointment.office_id,
        act=act,
        why=why[:300],
        by_id=actor.user_id,
        at=now,
        after={"person": str(appointment.user), "part": appointment.role},
    )
    forget_answering()  # what follows in this transaction reads who is there now
    transaction.on_commit(forget_answering)
    stream = name_stream(appointment)
    wait_for_turn(stream)
    append_entry(stream=stream, act=act, actor=actor.label, at=now, facts=facts)
