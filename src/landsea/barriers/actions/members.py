"""Brings cases into a barrier and takes them out; refuses proposals. The cases themselves are not changed."""

from collections.abc import Collection
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext

from landsea.barriers.models import Barrier, BarrierMember, Joined, RefusedProposal
from landsea.barriers.stream import name_stream
from landsea.base.actors import Actor
from landsea.base.audit.actions.append import append_entry
from landsea.base.jobs.turns import wait_for_turn
from landsea.base.refusal import Refused
from landsea.cases.access import list_visible_cases


def add_cases(barrier: Barrier, case_ids: Collection[int], *, joined: str, actor: Actor, now: datetime, **more) -> int:
    """Bring cases that the actor sees and that are in no barrier into this one, whose row the caller holds; return how
    many. `since` moves to the oldest of them. One after another, so that a form sent twice at one instant takes them once.
    """
    wait_for_turn("barrier_members")
    taken = BarrierMember.objects.filter(left_at=None, case_id__in=case_ids).values("case_id")
    rows = list(
        list_visible_cases(actor).filter(pk__in=case_ids, merged_into=None).exclude(pk__in=taken).order_by("filed_at")
    )
    if not rows:
        return 0
    BarrierMember.objects.bulk_create(
        BarrierMember(barrier=barrier, case=case, joined=joined, added_at=now, **more) for case in rows
    )
    if rows[0].filed_at < barrier.since:
        barrier.since = rows[0].filed_at
        barrier.save(update_fields=["since"])
    append_entry(
        stream=name_stream(barrier.pk),
        act="join_barrier",
        actor=actor.label,
        at=now,
        facts={"cases": len(rows), "joined": str(joined)},
    )
    return len(rows)


def add_by_hand(actor: Actor, barrier_id: int, refs: Collection[str], *, now: datetime) -> int:
    """Bring cases into a barrier by their numbers; Refused when none of them can be brought in."""
    if not actor.is_coordinator:
        raise PermissionDenied
    with transaction.atomic():
        barrier = Barrier.objects.select_for_update().get(pk=barrier_id)
        refs = [ref.strip().upper() for ref in refs if ref.strip()]
        ids = list(list_visible_cases(actor).filter(ref__in=refs).values_list("pk", flat=True))
        added = add_cases(barrier, ids, joined=Joined.BY_HAND, actor=actor, now=now)
        if not added:
            raise Refused(
                "no_cases", gettext("No case with such a number can be added: it is unknown or in a barrier.")
            )
    return added


def take_out(actor: Actor, barrier_id: int, case_id: int, reason: str, *, now: datetime) -> None:
    """Take a case out of a barrier, with a reason. It goes on by itself, and is not counted as like it any more."""
    if not actor.is_coordinator:
        raise PermissionDenied
    if not reason.strip():
        raise Refused("no_reason", gettext("Say in a few words why the case is another one."))
    with transaction.atomic():
        barrier = Barrier.objects.select_for_update().get(pk=barrier_id)
        left = BarrierMember.objects.filter(barrier=barrier, case_id=case_id, left_at=None).update(
            left_at=now, left_reason=reason.strip()[:300]
        )
        if not left:
            raise Refused("not_in_it", gettext("This case is not in the barrier any more."))
        append_entry(
            stream=name_stream(barrier.pk), act="leave_barrier", actor=actor.label, at=now, facts={"case": case_id}
        )


def refuse_proposal(actor: Actor, signature: str, reason: str, *, now: datetime) -> None:
    """Note that a proposed pattern is no barrier, with a reason; it is not proposed again for 30 days."""
    if not actor.is_coordinator:
        raise PermissionDenied
    if not reason.strip():
        raise Refused("no_reason", gettext("Say in a few words why these cases are no barrier."))
    with transaction.atomic():
        row = RefusedProposal.objects.create(
            signature=signature[:200], reason=reason.strip()[:300], by_id=actor.user_id, at=now
        )
        append_entry(stream=f"proposal:{row.pk}", act="refuse_proposal", actor=actor.label, at=now, first=True)
