"""Hands one desk's work over to another desk, and takes it back: the directory moves what the desk answers for and its duty,
here the open cases follow. Their steps run on by the deadlines they have; the next step is counted by the new desk's calendar.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext

from landsea.base.jobs.turns import wait_for_form
from landsea.base.secret_links import compute_digest
from landsea.cases.actions.act_under_way import Work
from landsea.cases.actions.hand_over import open_cases
from landsea.cases.actions.move import change_desk
from landsea.cases.actions.open_act import finish_act
from landsea.cases.actions.pool import open_pool
from landsea.cases.actions.tell_filers_once import tell_filers_once
from landsea.cases.models import Case
from landsea.cases.notices import tell_filer, tell_people
from landsea.directory.acting_people import find_own_people_to_tell
from landsea.directory.actions.hand_desk_over import (
    Preview,
    move_desk,
    preview_desk,
)
from landsea.directory.actions.take_desk_back import take_desk_back
from landsea.directory.models import DeskHandover
from landsea_core.caseflow import MessageKind, Side


@dataclass(frozen=True)
class WholePreview:
    """What would move: what the directory says, and the open cases, `late` of them past their deadline."""

    work: Preview
    cases: int
    late: int


def preview_desk_handover(*, actor, giver_id: int, taker_code: str, now: datetime) -> WholePreview:
    """Return what a desk's handover would move. Raises the directory's Refused, and PermissionDenied."""
    work = preview_desk(actor=actor, giver_id=giver_id, taker_code=taker_code, now=now)
    cases = open_cases([giver_id])
    return WholePreview(work, cases.count(), cases.filter(due_at__lt=now).count())


def hand_desk_over(*, actor, giver_id: int, taker_code: str, why: str, now: datetime, key: str = "") -> DeskHandover:
    """Hand over in one transaction; with the same form key a second time the first handover is returned.

    Raises the directory's Refused, and PermissionDenied; then nothing moved.
    """
    digest = compute_digest(f"hand_desk_over:{key}") if key else ""
    with transaction.atomic():
        if digest:
            wait_for_form(digest)  # pressed twice at once, the second finds what the first has done
        done = _done_with(digest)
        if done is not None:
            return done
        cases = list(open_cases([giver_id]).select_for_update(of=("self",)).order_by("pk"))
        handover = move_desk(
            actor=actor,
            giver_id=giver_id,
            taker_code=taker_code,
            why=why,
            cases=[case.pk for case in cases],
            form_key=digest,
            now=now,
        )
        _move_cases(cases, handover.taker, actor, "hand_desk_over", handover, now)
    return handover


def _done_with(digest: str) -> DeskHandover | None:
    return DeskHandover.objects.filter(form_key=digest).first() if digest else None


def undo_desk_handover(*, actor, handover_id: int, now: datetime) -> DeskHandover:
    """Take a desk's handover back within 24 hours. Cases that are still open at the taker go back with all that was done on
    them meanwhile; those that went on to another desk stay there.
    """
    with transaction.atomic():
        row = DeskHandover.objects.filter(pk=handover_id).first()
        moved = row.moved["cases"] if row else []
        still = Case.objects.filter(pk__in=moved, closed_at=None, desk_id=row.taker_id if row else None)
        cases = list(still.select_related("desk__office").select_for_update(of=("self",)).order_by("pk"))
        handover = take_desk_back(actor=actor, handover_id=handover_id, now=now)
        _move_cases(cases, handover.giver, actor, "take_desk_back", handover, now)
    return handover


def _move_cases(cases: list[Case], desk, actor, act: str, handover: DeskHandover, now: datetime) -> None:
    """Move open cases to a desk, and say so once to each of their filers.

    The desk's own people have one mail of the whole handover, so they hear by case of urgent ones alone; addresses without an
    account hear of each, for its mail is what they answer.
    """
    told = {one.user_id for one in find_own_people_to_tell([desk], now)[desk.pk]}
    with open_pool(cases, now) as pool:
        for case in cases:
            work = Work(case, actor, act, Side.OFFICE, now, facts={"desk_handover": handover.pk}, pool=pool)
            change_desk(work, desk, act, handover.why)
            work.write(MessageKind.ALL, _note_text(case.language), language=case.language)
            tell_filer(work, "case_moved_desk", due="")
            people = work.known.people(desk, now)
            tell_people(
                work, "case_arrived", [one for one in people if case.lane == "urgent" or one.user_id not in told]
            )
            finish_act(work)
        tell_filers_once(pool.works, "case_moved_desk")


def _note_text(language: str) -> str:
    with translation.override(language):
        return gettext(
            "Another desk is accountable for this case from now on and has everything that was written. The deadline "
            "that runs stays the same."
        )
