"""Log trips: one by hand, milestone by milestone on a phone, or many from a file. The same upload twice is one."""

import hashlib
import uuid
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from landsea.audit.actions.append import append
from landsea.corridor.models import Milestone, Trip
from landsea.corridor.secrets import digest_of, secret_of
from landsea_core.planner.network.milestones import Happened


@dataclass(frozen=True)
class Wish:
    """What is common to the trips of one upload, or said of a single one."""

    mode: str
    goods: str = ""
    cost_usd: float | None = None
    how: str = "hand"
    is_demo: bool = False


def begin_trip(wish: Wish, *, actor, now: datetime) -> Trip:
    """Begin a trip whose milestones follow one by one."""
    with transaction.atomic():
        return _made(wish, f"hand:{uuid.uuid4()}", actor, now)


def _made(wish: Wish, key: str, actor, now: datetime) -> Trip:
    row = Trip(
        key=key, mode=wish.mode, goods=wish.goods, cost_usd=wish.cost_usd, how=wish.how, is_demo=wish.is_demo,
        created_at=now,
    )  # fmt: skip
    row.digest = digest_of(secret_of(row.nonce))
    row.save(force_insert=True)
    append(stream=f"trip:{row.pk}", act="log_trip", actor=actor.label, at=now, first=True)
    return row


def add_milestone(row: Trip, happened: Happened, *, now: datetime) -> None:
    """Note that something happened; the same thing at the same place said again corrects its time."""
    with transaction.atomic():
        Trip.objects.select_for_update().get(pk=row.pk)
        Milestone.objects.update_or_create(
            trip=row, place=happened.place, what=happened.what, defaults={"at": happened.at}
        )
        facts = {"what": happened.what, "place": happened.place}
        append(stream=f"trip:{row.pk}", act="add_milestone", actor="reader", at=now, facts=facts)


def log_file(found: list[Happened], wish: Wish, *, actor, now: datetime) -> tuple[int, int]:
    """Log all trips of a file; return how many are new and how many were here before."""
    by_trip: dict[str, list[Happened]] = defaultdict(list)
    for one in found:
        by_trip[one.trip].append(one)
    new = 0
    with transaction.atomic():
        for rows in by_trip.values():
            key = _key(rows)
            if Trip.objects.filter(key=key).exists():
                continue
            row = _made(wish, key, actor, now)
            once = {(one.place, one.what): one for one in rows}.values()
            Milestone.objects.bulk_create(
                Milestone(trip=row, place=one.place, what=one.what, at=one.at) for one in once
            )
            new += 1
    return new, len(by_trip) - new


def _key(rows: list[Happened]) -> str:
    """A digest of what happened, so that the same upload makes nothing twice; the uploader's names are not kept."""
    told = "|".join(sorted(f"{one.place} {one.what} {one.at.isoformat()}" for one in rows))
    return hashlib.sha256(told.encode()).hexdigest()
