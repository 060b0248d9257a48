"""Hands one person's work at some desks over to another person: appointments (and with them the desks' competences and
cases), contacts and duty, in one act. `take_work_back` undoes it.

The cases app opens the transaction (`landsea.cases.actions.hand_over`), since it has the open cases and their parties to tell.
"""

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import connection
from django.db.models import Q
from django.utils.translation import gettext

from landsea.accounts.actions.end_sessions import end_sessions
from landsea.accounts.models import User
from landsea.base.audit.actions.append import append_entry
from landsea.base.refusal import Refused
from landsea.directory import rights
from landsea.directory.access import leave_and_handover
from landsea.directory.actions.evidence import end_requests
from landsea.directory.actions.last_coordinator import refuse_without_coordinator
from landsea.directory.actions.tell_people import say_never_came, tell_of_handover
from landsea.directory.models import Appointment, Change, Contact, Desk, DutyShift, Handover, RotaTurn


@dataclass(frozen=True)
class Preview:
    """What a handover would move."""

    giver: User
    taker: User
    desks: list[Desk]
    roles: list[str]
    shifts: int
    turns: int


def preview_handover(*, actor, giver_id: int, taker_id: int, desk_ids: list[int], now: datetime) -> Preview:
    """Return what would move, without moving it. Raises Refused and PermissionDenied like `move_work`."""
    giver = User.objects.filter(pk=giver_id).first()
    held = {desk.pk: desk for desk in leave_and_handover.list_desks_held_by(giver_id, now)} if giver else {}
    desks = [held[pk] for pk in desk_ids if pk in held]
    if giver is None or not rights.may_hand_over_for(actor, giver_id, {desk.office_id for desk in desks}):
        raise PermissionDenied
    if not desks or len(desks) != len(set(desk_ids)):
        raise Refused("no_desks", gettext("Choose at least one desk that this person works at."))
    if giver_id == taker_id:
        raise Refused("same", gettext("Choose somebody else: work cannot be handed over to the same person."))
    taker = leave_and_handover.list_takers(desk_ids, now).filter(pk=taker_id).first()
    if taker is None:
        raise Refused(
            "no_access",
            gettext(
                "This person cannot take the work over: it needs an open account and a place in the same office. "
                "Ask the coordinator to appoint the person first. Nothing was moved."
            ),
        )
    if not taker.has_usable_password():
        raise Refused("never_came", say_never_came(taker.name))
    contacts = Contact.objects.filter(user=giver, desk__in=desks, ended_at=None)
    return Preview(
        giver,
        taker,
        desks,
        list(_current_appointments(giver_id, desks, now).values_list("role", flat=True)),
        DutyShift.objects.filter(contact__in=contacts, ends_at__gt=now).count(),
        RotaTurn.objects.filter(contact__in=contacts).count(),
    )


def move_work(
    *, actor, giver_id: int, taker_id: int, desk_ids: list[int], why: str, cases: int, form_key: str, now: datetime
) -> Handover:
    """Move the work at `now` (aware), inside the caller's transaction. The desks' rows are locked in the order of their ids.

    Raises Refused (`no_desks`, `same`, `no_access`, `never_came`, `no_reason`, `last_coordinator`) and PermissionDenied.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("A handover is moved in the transaction that tells the parties.")
    if not why.strip():
        raise Refused(
            "no_reason", gettext("Say in a few words why the work moves; the head and the coordinator read it.")
        )
    list(Desk.objects.select_for_update().filter(pk__in=desk_ids).order_by("pk"))
    plan = preview_handover(actor=actor, giver_id=giver_id, taker_id=taker_id, desk_ids=desk_ids, now=now)
    moved = {"ended": [], "begun": [], "contacts": [], "shifts": [], "rota": []}
    for appointment in _current_appointments(giver_id, plan.desks, now):
        moved["ended"].append(appointment.pk)
        if not _current_appointments(taker_id, [appointment.desk], now).filter(role=appointment.role).exists():
            begun = Appointment.objects.create(
                user=plan.taker, role=appointment.role, desk=appointment.desk, starts_at=now
            )
            moved["begun"].append(begun.pk)
    Appointment.objects.filter(pk__in=moved["ended"]).update(ends_at=now)
    if any(desk.code == Desk.COORDINATOR for desk in plan.desks):
        refuse_without_coordinator(now)
    for contact in Contact.objects.filter(user_id=giver_id, desk__in=plan.desks, ended_at=None):
        _move_contact(contact, plan.taker, moved, now)
    handover = Handover.objects.create(
        giver_id=giver_id,
        taker_id=taker_id,
        moved=moved,
        cases=cases,
        why=why.strip()[:300],
        by_id=actor.user_id,
        done_at=now,
        form_key=form_key or None,
    )
    handover.desks.set(plan.desks)
    note_handover(handover, plan.desks, "hand_over", actor, now)
    tell_of_handover(handover, actor, now)
    if not Appointment.objects.filter(Q(ends_at=None) | Q(ends_at__gt=now), user_id=giver_id).exists():
        end_sessions(giver_id, now=now)
    return handover


def _current_appointments(user_id: int, desks, now: datetime):
    return Appointment.objects.select_related("desk").filter(
        Q(ends_at=None) | Q(ends_at__gt=now), user_id=user_id, desk__in=desks, starts_at__lte=now
    )


def _move_contact(contact: Contact, taker: User, moved: dict, now: datetime) -> None:
    """End the giver's contact; the taker gets one at the same desk, unless there is one, and the duty that is to come."""
    present = Contact.objects.filter(user=taker, desk_id=contact.desk_id, ended_at=None).first()
    new = present or Contact.objects.create(
        desk_id=contact.desk_id,
        user=taker,
        name=taker.name,
        email=taker.email,
        part=contact.part,
        languages=contact.languages,
        is_demo=taker.is_demo,
        added_at=now,
    )
    shifts = DutyShift.objects.filter(contact=contact, ends_at__gt=now)
    turns = RotaTurn.objects.filter(contact=contact)
    moved["shifts"] += shifts.values_list("pk", flat=True)
    moved["rota"] += turns.values_list("pk", flat=True)
    shifts.update(contact=new)
    turns.update(contact=new)
    Contact.objects.filter(pk=contact.pk).update(ended_at=now)
    end_requests([contact.pk], "", now)
    moved["contacts"].append([contact.pk, new.pk, present is None])


def note_handover(handover: Handover, desks, act: str, actor, now: datetime) -> None:
    facts = {"handover": handover.pk, "giver": handover.giver_id, "taker": handover.taker_id}
    for desk in desks:
        Change.objects.create(
            kind="handover",
            row=handover.pk,
            desk=desk,
            act=act,
            before={"person": handover.giver_id},
            after={"person": handover.taker_id},
            why=handover.why,
            by_id=actor.user_id,
            at=now,
        )
        append_entry(stream=f"desk:{desk.pk}", act=act, actor=actor.label, at=now, facts=facts)
