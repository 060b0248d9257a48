"""Log trips: one by hand, milestone by milestone on a phone, or many from a file. The same upload twice is one.

A trip keeps the account that logged it and the house that vouches for that account (`docs/decisions/trips.md`).
"""

import hashlib
import uuid
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from landsea.base.audit.actions.append import Act, append_entry, append_many
from landsea.base.secret_links import compute_digest
from landsea.corridor.access_trips import list_houses
from landsea.corridor.actions.mark_trips import mark_trips
from landsea.corridor.kept_links import KEPT_LINKS
from landsea.corridor.models import Milestone, Trip
from landsea.corridor.models.trips import Ruling
from landsea_core.planner.network.trip_events import TripEvent


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
        row = _made(wish, f"hand:{uuid.uuid4()}", _vouched(actor), actor, now)
        mark_trips(plans=False)  # nothing has happened to it yet
    return row


def _vouched(actor) -> tuple[int | None, int | None]:
    """Return the account that logs and the house that vouches for it; neither where no house does."""
    house = min(list_houses(actor), default=None)
    return (None, None) if house is None else (actor.user_id, house)


def _made(wish: Wish, key: str, vouched: tuple[int | None, int | None], actor, now: datetime) -> Trip:
    row = _row(wish, key, vouched, now)
    row.save(force_insert=True)
    append_entry(stream=f"trip:{row.pk}", act="log_trip", actor=actor.label, at=now, first=True)
    return row


def _row(wish: Wish, key: str, vouched: tuple[int | None, int | None], now: datetime) -> Trip:
    sender, house = vouched
    row = Trip(
        key=key,
        mode=wish.mode,
        goods=wish.goods,
        cost_usd=wish.cost_usd,
        how=wish.how,
        is_demo=wish.is_demo,
        created_at=now,
        house_id=house,
        sender_id=sender,
    )
    row.digest = compute_digest(KEPT_LINKS.secret_of(row.nonce))
    return row


def add_milestone(row: Trip, happened: TripEvent, *, now: datetime) -> None:
    """Note that something happened; the same thing at the same place said again corrects its time.

    What an editor let count was what they saw: after another milestone they look again. What was left out stays so.
    """
    with transaction.atomic():
        held = Trip.objects.select_for_update().get(pk=row.pk)
        Milestone.objects.update_or_create(
            trip=row, place=happened.place, what=happened.what, defaults={"at": happened.at}
        )
        facts = {"what": happened.what, "place": happened.place}
        append_entry(stream=f"trip:{row.pk}", act="add_milestone", actor="reader", at=now, facts=facts)
        _changed(held)


def take_back_milestone(row: Trip, what: str, place: str, *, now: datetime) -> None:
    """Take out what was logged by mistake; taking out what is not there changes nothing."""
    with transaction.atomic():
        held = Trip.objects.select_for_update().get(pk=row.pk)
        wrong = [one for one in Milestone.objects.filter(trip=row) if (one.what, one.place) == (what, place)]
        if wrong:  # looked for here and not by the database, which takes no words with NUL to compare with
            wrong[0].delete()
            facts = {"what": what, "place": place}
            append_entry(stream=f"trip:{row.pk}", act="take_back_milestone", actor="reader", at=now, facts=facts)
            _changed(held)


def _changed(row: Trip) -> None:
    """Have a trip looked at again whose milestones are others now: what an editor let count was what they saw."""
    if row.ruling == Ruling.COUNTED:
        row.ruling = ""
        row.save(update_fields=["ruling"])
    mark_trips(plans=bool(row.sender_id and row.house_id) and not row.is_demo)


def log_file(found: list[TripEvent], wish: Wish, *, actor, now: datetime) -> tuple[int, int]:
    """Log all trips of a file; return how many are new and how many were here before. A few statements, however many."""
    by_trip: dict[str, list[TripEvent]] = defaultdict(list)
    for one in found:
        by_trip[one.trip].append(one)
    vouched = _vouched(actor)
    told = {_key(rows, vouched[0]): rows for rows in by_trip.values()}
    with transaction.atomic():
        before = set(Trip.objects.filter(key__in=told).values_list("key", flat=True))
        fresh = sorted(told.keys() - before)  # one order for all uploads, or two at once would wait for each other
        rows = [_row(wish, key, vouched, now) for key in fresh]
        Trip.objects.bulk_create(rows, ignore_conflicts=True)  # the same file may be pressed twice at once
        made = list(Trip.objects.filter(nonce__in=[row.nonce for row in rows]))
        Milestone.objects.bulk_create(
            Milestone(trip=row, place=one.place, what=one.what, at=one.at)
            for row in made
            for one in {(one.place, one.what): one for one in told[row.key]}.values()
        )
        append_many(Act(f"trip:{row.pk}", "log_trip", actor.label, now, first=True) for row in made)
        if made:
            mark_trips(plans=vouched[1] is not None and not wish.is_demo)
    return len(made), len(by_trip) - len(made)


def _key(rows: list[TripEvent], sender: int | None) -> str:
    """A digest of what happened and who sends it, so that the same upload makes nothing twice; the uploader's names are not
    kept. Somebody nameless who knows a file cannot take the place of the house that sends it.
    """
    told = "|".join(sorted(f"{one.place} {one.what} {one.at.isoformat()}" for one in rows))
    return hashlib.sha256((told if sender is None else f"{sender}|{told}").encode()).hexdigest()
