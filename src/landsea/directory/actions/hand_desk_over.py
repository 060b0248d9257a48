"""Hands one desk's work over to another desk: what it answers for, the duty of people who work at both, and its open cases,
in one act. `take_desk_back` undoes it.

The cases app opens the transaction (`landsea.cases.actions.hand_desk_over`), since it has the open cases and their parties.
"""

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import connection
from django.utils.translation import get_language, gettext

from landsea.base.audit.actions.append import append_entry
from landsea.base.refusal import Refused
from landsea.directory import access, rights
from landsea.directory.actions.revision import lock_revision, raise_revision
from landsea.directory.actions.tell_people import say_never_came, tell_of_desk_handover
from landsea.directory.desk_cards import write_desk_title
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
    giver, taker = Desk.objects.select_related("office").get(pk=giver_id), access.find_desk(taker_code)
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
    if (
        not access.keep_who_came(access.list_people_of_desk(taker.pk, now)).exists()
        and not access.keep_who_came(access.list_heads_of_office(taker.office_id, now)).exists()
    ):
        if access.list_people_of_desk(taker.pk, now).exists():
            raise Refused("never_came", say_never_came(write_desk_title(taker, get_language() or "en")))
        raise Refused("nobody", gettext("Nobody works at this desk. Appoint somebody to it first. Nothing was moved."))
    contacts = _shared_contacts(giver, taker)
    turns = _coming_shifts(giver, now).count() + _rota_turns(giver).count()
    moving = (
        _coming_shifts(giver, now).filter(contact__in=contacts).count()
        + _rota_turns(giver).filter(contact__in=contacts).count()
    )
    return Preview(giver, taker, Competence.objects.filter(desk=giver).count(), moving, turns - moving)


def move_desk(
    *, actor, giver_id: int, taker_code: str, why: str, cases: list[int], form_key: str, now: datetime
) -> DeskHandover:
    """Move the desk's work at `now` (aware), inside the caller's transaction; `cases` are the open cases (ids) that the
    caller moves.

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
        for name, rows in (("shifts", _coming_shifts(plan.giver, now)), ("rota", _rota_turns(plan.giver))):
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
    note_desk_handover(handover, "hand_desk_over", actor, now)
    tell_of_desk_handover(handover, actor, now)
    raise_revision(revision)
    return handover


def _shared_contacts(giver: Desk, taker: Desk) -> dict[int, int]:
    """Return contacts of the giver by id, and the contact that the same person has at the taker."""
    there = dict(Contact.objects.filter(desk=taker, ended_at=None, user__isnull=False).values_list("user_id", "pk"))
    here = Contact.objects.filter(desk=giver, ended_at=None, user_id__in=there).values_list("pk", "user_id")
    return {pk: there[user_id] for pk, user_id in here}


def _coming_shifts(desk: Desk, now: datetime):
    return DutyShift.objects.filter(desk=desk, starts_at__gte=now)


def _rota_turns(desk: Desk):
    return RotaTurn.objects.filter(desk=desk)


def note_desk_handover(handover: DeskHandover, act: str, actor, now: datetime) -> None:
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
