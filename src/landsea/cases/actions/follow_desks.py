"""Moves open cases after the people of their desks: to a desk that somebody is at since, and to the coordinator from a desk
that nobody is left at. The coordinator is told, one mail a desk.

1. Read who can answer at the desks of open cases, and find those that stand where they should not.
2. Move each in a transaction of its own, which locks it and looks again: somebody may have moved it meanwhile.
3. Tell the coordinator of each desk how many cases moved.
4. A late case stays late where it moves: nobody has answered it.

A case that was answered stays with the coordinator who answered it. One whose outcome is proposed waits for its filer only.
"""

from collections import Counter
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from landsea.base.actors import SYSTEM
from landsea.base.outbox.actions.queue import Mail, queue_mails
from landsea.base.refusal import Refused
from landsea.cases.access import Need
from landsea.cases.actions.move import keep_late, make_move
from landsea.cases.actions.open_act import open_act
from landsea.cases.mapping import make_snapshot
from landsea.cases.models import Case
from landsea.cases.notices import tell_filer, tell_office
from landsea.directory import access as directory_access
from landsea.directory.answering import Answering, forget_answering, read_answering
from landsea.directory.models import Desk
from landsea.directory.models.names import name_in
from landsea_core.caseflow import Act, Called, Side, State

NOT_ANSWERED = (State.FILED, State.ADMITTED, State.ACCEPTED)
MOST = 500
GAINED, LOST = "desk_gained", "desk_lost"


def follow_desks(now: datetime) -> int:
    """Move up to `MOST` cases of each kind at `now` (aware); return how many were moved."""
    forget_answering()
    coordinator = directory_access.find_coordinator_desk()
    desks = {*_lost([], coordinator).values_list("desk", flat=True)}
    desks |= {*_at_coordinator(coordinator).exclude(meant_desk=None).values_list("meant_desk", flat=True)}
    there = read_answering(desks, now)  # once a minute: those of all 1,500 desks took a hundredth of a core
    somebody_at = [pk for pk, one in there.items() if one.answering is not Answering.NOBODY]
    moved: Counter = Counter()
    for case in _gained(somebody_at, coordinator)[:MOST]:
        moved[GAINED, case.meant_desk] += _move(case, case.meant_desk, None, GAINED, now)
    for case in _lost(somebody_at, coordinator)[:MOST]:
        moved[LOST, case.desk] += _move(case, coordinator, case.desk, LOST, now)
    _tell_coordinator({key: count for key, count in moved.items() if count}, coordinator, now)
    return moved.total()


def _at_coordinator(coordinator: Desk) -> QuerySet[Case]:
    """Return cases at the coordinator's desk, not answered yet."""
    return Case.objects.filter(closed_at=None, merged_into=None, desk=coordinator, state__in=NOT_ANSWERED)


def _gained(somebody_at: list[int], coordinator: Desk) -> QuerySet[Case]:
    """Return those whose own desk has somebody now."""
    waiting = _at_coordinator(coordinator)
    return waiting.filter(meant_desk__in=somebody_at).select_related("meant_desk").order_by("pk")


def _lost(somebody_at: list[int], coordinator: Desk) -> QuerySet[Case]:
    """Return cases at desks where nobody can answer."""
    running = Case.objects.filter(closed_at=None, merged_into=None, state__in=[*NOT_ANSWERED, State.ANSWERED])
    return running.exclude(desk__in=[*somebody_at, coordinator.pk]).select_related("desk").order_by("pk")


def _move(case: Case, to: Desk, meant: Desk | None, act: str, now: datetime) -> int:
    """Move one case as the coordinator would; return 1, or 0 when it stands elsewhere by now."""
    try:
        with open_act(SYSTEM, case.ref, act, now=now, need=Need.READ) as work:
            here = work.case
            if (here.desk_id, here.meant_desk_id) != (case.desk_id, case.meant_desk_id):
                raise Refused("moved_on", "")
            before, silent_since, late_since = make_snapshot(here), here.silent_since, here.due_at
            make_move(work, Act.REASSIGN, desk=to, role=Side.COORDINATOR)
            keep_late(work, before, silent_since, late_since, called=Called.COORDINATOR if act == LOST else None)
            work.change(meant_desk=meant)
            tell_filer(work, "case_moved_desk")
            if act == GAINED:
                tell_office(work, "case_arrived")
    except Refused:
        return 0
    return 1


def _tell_coordinator(moved: dict[tuple[str, Desk], int], coordinator: Desk, now: datetime) -> None:
    people = list(directory_access.list_people_of_desk(coordinator.pk, now)) if moved else []
    mails = [
        Mail(
            template=template,
            address=one.user.email,
            language=one.user.language,
            user_id=one.user_id,
            stream=f"desk:{desk.pk}",
            once=f"{template}:{desk.pk}:{now.isoformat()}:{one.user_id}"[:120],
            facts={"desk": name_in(desk.names, one.user.language), "code": desk.code, "cases": count},
        )
        for (template, desk), count in moved.items()
        for one in people
    ]
    if mails:
        with transaction.atomic():
            queue_mails(mails, now=now)
