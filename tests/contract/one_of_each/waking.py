"""Waking: somebody is asked to take an urgent case, by a link."""

from datetime import datetime

from landsea.cases.models import StepRecord
from landsea.waking.models import Wake
from landsea.waking.models.wakes import WakeTry
from landsea.waking.wake_links import WAKE_LINKS


def make(world, now: datetime) -> dict:
    """File an urgent case and wake its holder."""
    secret = WAKE_LINKS.secret_of(woken(world, 0, now).nonce)
    return dict.fromkeys(("wake_link", "take_wake"), {"secret": secret})


def woken(world, number: int, now: datetime) -> WakeTry:
    """Wake the holder for an urgent case of its own."""
    case, holder = world.file(now=now, lane="urgent").case, world.people["holder"]
    step = StepRecord.objects.get(case=case, ended_at=None)
    wake = Wake.objects.create(case=case, step=step, desk=case.desk, began_at=now, next_look_at=now)
    return WakeTry.objects.create(
        wake=wake,
        person=f"user:{holder.pk}",
        name=holder.name,
        user=holder,
        way="telegram",
        address="42",
        once=f"one of each {number}",
        **WAKE_LINKS.new_link(),
        tried_at=now,
    )


def make_another(world, values: dict, number: int, now: datetime) -> None:
    """Another wake, of another case."""
    woken(world, number + 1, now)
