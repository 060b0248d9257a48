"""Reads of promises that both sides agreed."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import QuerySet
from django.http import Http404

from landsea.base.actors import Actor
from landsea.dialogues.models import (
    ActionItem,
)
from landsea_core.agenda.promises import SOON


def list_agreed_promises(
    *, barrier_id: int | None = None, desk_ids: Iterable[int] | None = None
) -> QuerySet[ActionItem]:
    """Return promises agreed by both sides, those due first on top; of one barrier, or of these desks, when they are named."""
    found = ActionItem.objects.filter(agreed_at__isnull=False, replaced_at=None)
    found = found.select_related("owner__office", "barrier", "line__dialogue")
    if barrier_id is not None:
        found = found.filter(barrier_id=barrier_id)
    if desk_ids is not None:
        found = found.filter(owner_id__in=desk_ids)
    return found.order_by("due", "pk")


def list_promises_not_kept(now: datetime, desk_ids: Iterable[int] | None = None) -> QuerySet[ActionItem]:
    """Return promises whose day has come at `now` (aware) or comes soon, and that nobody says are kept; of these desks where
    they are named. Clocks of the corridor are up to a day ahead of ours, so a row says more exactly where it stands.
    """
    return list_agreed_promises(desk_ids=desk_ids).filter(done_at=None, due__lte=now.date() + SOON + timedelta(days=1))


def list_late_promises(now: datetime) -> list[ActionItem]:
    """Return promises not kept whose day has passed at `now` (aware) on their desks' own calendars, the longest late first."""
    return [promise for promise in list_promises_not_kept(now) if find_day(promise.owner, now) > promise.due]


def find_promise(action_id: int) -> ActionItem:
    """Return an agreed promise; raises Http404."""
    found = list_agreed_promises().filter(pk=action_id).first()
    if found is None:
        raise Http404
    return found


def may_complete(actor: Actor, action: ActionItem) -> bool:
    """True for the people of the desk that made the promise, and for the coordinator."""
    return action.owner_id in actor.desks or actor.is_coordinator


def find_remedies(barrier_ids: Iterable[int]) -> dict[int, list[datetime | None]]:
    """Return, by barrier, when each agreed action that shall end it was done, None while it is not."""
    found: dict[int, list[datetime | None]] = {}
    rows = list_agreed_promises().filter(barrier_id__in=list(barrier_ids))
    for barrier, done_at in rows.values_list("barrier_id", "done_at"):
        found.setdefault(barrier, []).append(done_at)
    return found


def find_day(desk, at: datetime) -> date:
    """Return the day of an instant (aware) on a desk's own calendar, by which its promises are due."""
    return at.astimezone(ZoneInfo(desk.office.time_zone)).date()
