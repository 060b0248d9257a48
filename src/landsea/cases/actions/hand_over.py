"""Hands one person's work over to another, and takes it back: the directory moves people and duty, here the open cases
follow: each gets a note that its parties read and a row in its chain. The desk stays accountable, deadlines stay.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext

from landsea.base.jobs.turns import wait_for_form
from landsea.base.secret_links import compute_digest
from landsea.cases.actions.act_under_way import Work
from landsea.cases.actions.open_act import finish_act
from landsea.cases.actions.pool import open_pool
from landsea.cases.actions.tell_filers_once import tell_filers_once
from landsea.cases.models import Case
from landsea.cases.notices import tell_filer
from landsea.directory.actions.end_service import end_service
from landsea.directory.actions.hand_over import (
    Preview,
    move_work,
    preview_handover,
)
from landsea.directory.actions.take_work_back import take_back
from landsea.directory.models import Handover
from landsea_core.caseflow import MessageKind, Side


@dataclass(frozen=True)
class WholePreview:
    """What would move: people and duty as the directory says, and the open cases."""

    work: Preview
    cases: int
    late: int


def preview_hand_over(*, actor, giver_id: int, taker_id: int, desk_ids: list[int], now: datetime) -> WholePreview:
    """Return what a handover would move. Raises the directory's Refused, and PermissionDenied."""
    work = preview_handover(actor=actor, giver_id=giver_id, taker_id=taker_id, desk_ids=desk_ids, now=now)
    cases = open_cases(desk_ids)
    return WholePreview(work, cases.count(), cases.filter(due_at__lt=now).count())


def hand_over(
    *, actor, giver_id: int, taker_id: int, desk_ids: list[int], why: str, now: datetime, key: str = ""
) -> Handover:
    """Hand over in one transaction; with the same form key a second time the first handover is returned.

    Raises the directory's Refused, and PermissionDenied; then nothing moved.
    """
    digest = compute_digest(f"hand_over:{key}") if key else ""
    with transaction.atomic():
        if digest:
            wait_for_form(digest)  # pressed twice at once, the second finds what the first has done
        done = _done_with(digest)
        if done is not None:
            return done
        cases = list(open_cases(desk_ids).select_for_update(of=("self",)).order_by("pk"))
        handover = move_work(
            actor=actor,
            giver_id=giver_id,
            taker_id=taker_id,
            desk_ids=desk_ids,
            why=why,
            cases=len(cases),
            form_key=digest,
            now=now,
        )
        _tell_parties(cases, actor, "hand_over", handover, now)
    return handover


def _done_with(digest: str) -> Handover | None:
    return Handover.objects.filter(form_key=digest).first() if digest else None


def undo_hand_over(*, actor, handover_id: int, now: datetime) -> Handover:
    """Take a handover back within 24 hours; everything done on the cases meanwhile stays as it is."""
    with transaction.atomic():
        desks = list(Handover.desks.through.objects.filter(handover_id=handover_id).values_list("desk_id", flat=True))
        cases = list(open_cases(desks).select_for_update(of=("self",)).order_by("pk"))
        handover = take_back(actor=actor, handover_id=handover_id, now=now)
        _tell_parties(cases, actor, "take_back", handover, now)
    return handover


def end_service_of(*, actor, user_id: int, why: str, now: datetime) -> int:
    """Somebody left without handing over: everything ends at once. Cases stay with their desks, where the deputies, the
    head or the coordinator stand in; the board shows desks that nobody is left at.
    """
    with transaction.atomic():
        return end_service(actor=actor, user_id=user_id, why=why, now=now)


def open_cases(desk_ids):
    """Return the open cases of these desks, with desk and office."""
    return Case.objects.filter(desk_id__in=desk_ids, closed_at=None).select_related("desk__office")


def _tell_parties(cases: list[Case], actor, act: str, handover: Handover, now: datetime) -> None:
    """Write a note to each case in its language, by a few statements for all of them. It names no person: the parties
    deal with a desk.
    """
    with open_pool(cases, now) as pool:
        for case in cases:
            work = Work(case, actor, act, Side.OFFICE, now, facts={"handover": handover.pk}, pool=pool)
            work.write(MessageKind.ALL, _note_text(act, case.language), language=case.language)
            tell_filer(work, "case_officer_changed")
            finish_act(work)
        tell_filers_once(pool.works, "case_officer_changed")


def _note_text(act: str, language: str) -> str:
    with translation.override(language):
        return {
            "hand_over": gettext(
                "Another officer of this desk looks after your case from now on and has everything that was written. "
                "The desk and its deadlines stay the same."
            ),
            "take_back": gettext("The officer who had your case before looks after it again. Nothing was lost."),
        }[act]
