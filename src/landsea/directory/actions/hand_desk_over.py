"""One desk's work goes to another desk: what it answers for, the duty of people who work at both, and its open cases; in one
act that can be taken back for a day. The cases app opens the transaction (`landsea.cases.actions.hand_desk_over`).

People stay where they are appointed. What moved counts as entered here at both desks, so that loading the reference files
does not give it back.
"""

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import connection
from django.utils.translation import gettext

from landsea.base.audit.actions.append import append_entry
from landsea.base.refusal import Refused
from landsea.directory import access, access_people, rights
from landsea.directory.actions.hand_over import MAY_BE_UNDONE_FOR
from landsea.directory.actions.revision import lock_revision, raise_revision
from landsea.directory.models import Change, Competence, Contact, Desk, DeskHandover, DutyShift, RotaTurn


@dataclass(frozen=True)
class Preview:
    """What would move: rows of competence, turns of duty (`staying` of them have people who do not work at the taker)."""

    giver: Desk
    taker: Desk
    competences: int
    turns: int
    staying: int


def preview_desk(*, actor, giver_id: int, taker_code: str, now: datetime) -> Preview:
    """Return what would move, without moving it. Raises Refused and PermissionDenied like `move_desk`."""
    giver, taker = Desk.objects.select_related("office").get(pk=giver_id), access.desk_with_code(taker_code)
    if not rights.may_appoint(actor, giver):
        raise PermissionDenied
    if taker is None:
        raise Refused("no_such_desk", gettext("Pick one of the desks that are offered."))
    if not rights.may_appoint(actor, taker):
        raise Refused(
            "not_your_office",
            gettext("This desk belongs to another office. Ask the coordinator to hand the work over."),
        )
    if giver.pk == taker.pk:
        raise Refused("same", gettext("Choose another desk: work cannot be handed over to the same desk."))
    if giver.code == Desk.COORDINATOR:
        raise Refused(
            "coordinator", gettext("The coordinator's desk takes what nobody else does; its work goes case by case.")
        )
    if not access.people_of_desk(taker.pk, now).exists() and not access.heads_of_office(taker.office_id, now).exists():
        raise Refused("nobody", gettext("Nobody works at this desk. Appoint somebody to it first. Nothing was moved."))
    contacts = _shared_contacts(giver, taker)
    turns = _shifts(giver, now).count() + _rota(giver).count()
    moving = (
        _shifts(giver, now).filter(contact__in=contacts).count() + _rota(giver).filter(contact__in=contacts).count()
    )
    return Preview(giver, taker, Competence.objects.filter(desk=giver).count(), moving, turns - moving)


def move_desk(
    *, actor, giver_id: int, taker_code: str, why: str, cases: list[int], form_key: str, now: datetime
) -> DeskHandover:
    """Move it at `now` (aware), inside the caller's transaction; `cases` are the open cases (ids) that the caller moves.

    Raises Refused (`no_such_desk`, `not_your_office`, `same`, `coordinator`, `nobody`, `no_reason`) and PermissionDenied.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("A handover is moved in the transaction that tells the parties.")
    if not why.strip():
        raise Refused(
            "no_reason", gettext("Say in a few words why the work moves; the head and the coordinator read it.")
        )
    revision = lock_revision()
    plan = preview_desk(actor=actor, giver_id=giver_id, taker_code=taker_code, now=now)
    desks = list(Desk.objects.select_for_update().filter(pk__in=[plan.giver.pk, plan.taker.pk]).order_by("pk"))
    competences = list(Competence.objects.filter(desk=plan.giver).values_list("pk", flat=True))
    Competence.objects.filter(pk__in=competences).update(desk=plan.taker)
    moved = {
        "competences": competences,
        "cases": cases,
        "shifts": [],
        "rota": [],
        "ours": [desk.pk for desk in desks if not desk.entered_here],
    }
    for old, new in _shared_contacts(plan.giver, plan.taker).items():
        for name, rows in (("shifts", _shifts(plan.giver, now)), ("rota", _rota(plan.giver))):
            ids = list(rows.filter(contact=old).values_list("pk", flat=True))
            rows.model.objects.filter(pk__in=ids).update(contact_id=new, desk=plan.taker)
            moved[name] += [[pk, old, new] for pk in ids]
    Desk.objects.filter(pk__in=moved["ours"]).update(entered_here=True)
    handover = DeskHandover.objects.create(
        giver=plan.giver,
        taker=plan.taker,
        moved=moved,
        cases=len(cases),
        why=why.strip()[:300],
        by_id=actor.user_id,
        done_at=now,
        form_key=form_key or None,
    )
    _note(handover, "hand_desk_over", actor, now)
    raise_revision(revision)
    return handover


def take_desk_back(*, actor, handover_id: int, now: datetime) -> DeskHandover:
    """Undo a desk's handover within a day, inside the caller's transaction: what is still where it was moved to goes back;
    what was changed meanwhile stays as it is.

    Raises Refused (`too_late`, `undone`), Http404 and PermissionDenied.
    """
    revision = lock_revision()
    handover = access_people.desk_handover_to_see(actor, handover_id)
    desks = list(Desk.objects.select_for_update().filter(pk__in=[handover.giver_id, handover.taker_id]).order_by("pk"))
    handover = DeskHandover.objects.select_for_update().get(pk=handover.pk)
    if not all(rights.may_appoint(actor, desk) for desk in desks):
        raise PermissionDenied
    if handover.undone_at is not None:
        raise Refused("undone", gettext("This handover was taken back already."))
    if now - handover.done_at > MAY_BE_UNDONE_FOR:
        raise Refused(
            "too_late", gettext("A handover can be taken back for 24 hours. Hand the work over anew instead.")
        )
    moved, giver, taker = handover.moved, handover.giver_id, handover.taker_id
    Competence.objects.filter(pk__in=moved["competences"], desk=taker).update(desk=giver)
    for model, name in ((DutyShift, "shifts"), (RotaTurn, "rota")):
        for pk, old, new in moved[name]:
            model.objects.filter(pk=pk, desk=taker, contact_id=new).update(desk=giver, contact_id=old)
    edited = Change.objects.filter(kind="desk", desk__in=moved["ours"], at__gt=handover.done_at).values("desk")
    Desk.objects.filter(pk__in=moved["ours"]).exclude(pk__in=edited).update(entered_here=False)
    handover.undone_at = now
    handover.save(update_fields=["undone_at"])
    _note(handover, "take_desk_back", actor, now)
    raise_revision(revision)
    return handover


def _shared_contacts(giver: Desk, taker: Desk) -> dict[int, int]:
    """Contacts of the giver by id, and the contact that the same person has at the taker."""
    there = dict(Contact.objects.filter(desk=taker, ended_at=None, user__isnull=False).values_list("user_id", "pk"))
    here = Contact.objects.filter(desk=giver, ended_at=None, user_id__in=there).values_list("pk", "user_id")
    return {pk: there[user_id] for pk, user_id in here}


def _shifts(desk: Desk, now: datetime):
    return DutyShift.objects.filter(desk=desk, starts_at__gte=now)


def _rota(desk: Desk):
    return RotaTurn.objects.filter(desk=desk)


def _note(handover: DeskHandover, act: str, actor, now: datetime) -> None:
    for desk in (handover.giver, handover.taker):
        Change.objects.create(
            kind="handover",
            row=handover.pk,
            desk=desk,
            act=act,
            before={"desk": handover.giver.code},
            after={"desk": handover.taker.code},
            why=handover.why,
            by_id=actor.user_id,
            at=now,
        )
        facts = {"desk_handover": handover.pk, "giver": handover.giver_id, "taker": handover.taker_id}
        append_entry(stream=f"desk:{desk.pk}", act=act, actor=actor.label, at=now, facts=facts)
