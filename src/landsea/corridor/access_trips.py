"""The reads of trips: one behind its secret link, many as the core weighs them, and what waits for an editor. No page tells who
logged a trip; editors see the account behind what is held. What all of them come to is `access_figures`.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import itemgetter

from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils import timezone

from landsea.base.actors import Actor
from landsea.base.secret_links import SHAPE, compute_digest
from landsea.corridor.access_editing import require_editor
from landsea.corridor.kept_network import find_network
from landsea.corridor.models import Milestone, Trip
from landsea.directory import access as directory_access
from landsea.directory.models import Office
from landsea_core.planner.network.event_standards import ARRIVED, DEPARTED
from landsea_core.planner.network.trip_events import TripEvent
from landsea_core.planner.network.trip_samples import TripFacts
from landsea_core.planner.network.voices import (
    TripStanding,
    find_standing_of_trip,
    list_advertised_lines,
    list_stretches,
)

MOST_RULINGS = 20
READ_AT_ONCE = 5_000
_OF_TRIP = ("pk", "mode", "cost_usd", "sender_id", "house_id", "ruling")
_OF_MILESTONE = ("milestones__place", "milestones__what", "milestones__at")
FOR_PLANS = Q(is_demo=False, sender__isnull=False, house__isnull=False)
"""Trips that may ever change a plan: not invented, and somebody vouches for who logged them."""


def find_day_of_weighing() -> date:
    """Return the day on which trips are weighed."""
    return timezone.localdate()


def list_told_trips(which: Q) -> Iterator[TripFacts]:
    """Give the trips that `which` chooses as the core knows them, in the order in which they were logged, invented ones too.
    One statement, read in parts: there may be tens of thousands. What happened at a place that is on record no more is left
    out.
    """
    places = find_network().places
    rows = Trip.objects.filter(which).order_by("pk", "milestones__at").values_list(*_OF_TRIP, *_OF_MILESTONE)
    for (_, mode, cost, sender, house, ruling), its in groupby(rows.iterator(READ_AT_ONCE), key=itemgetter(slice(6))):
        happened = tuple(TripEvent("", place, what, at) for *_, place, what, at in its if place in places)
        paid = None if cost is None else float(cost)
        yield TripFacts(mode, happened, paid, str(sender or ""), str(house or ""), ruling)


def order_with_milestones(rows: QuerySet[Trip]) -> QuerySet[Trip]:
    """Return trips in the order in which they were logged, ready for `read_trip`."""
    return rows.prefetch_related("milestones").order_by("pk")


def find_trip_with_secret(secret: str) -> Trip:
    """Return the trip behind a secret link, with its milestones. Raises Http404."""
    found = None
    if SHAPE.fullmatch(secret):
        found = Trip.objects.prefetch_related("milestones").filter(digest=compute_digest(secret)).first()
    if found is None:
        raise Http404
    return found


def read_trip(row: Trip) -> TripFacts:
    """Return one trip as the core knows it."""
    happened = tuple(TripEvent(str(row.pk), one.place, one.what, one.at) for one in list_milestones(row))
    return TripFacts(
        row.mode,
        happened,
        None if row.cost_usd is None else float(row.cost_usd),
        sender=str(row.sender_id or ""),
        house=str(row.house_id or ""),
        ruling=row.ruling,
    )


def list_milestones(row: Trip) -> list[Milestone]:
    """Return what happened to a trip, but for a place that is on record no more: its edition may have been undone."""
    places = find_network().places
    return [one for one in row.milestones.all() if one.place in places]


def list_rulings(origin: str, destination: str, mode: str) -> list[dict]:
    """Return what editors decided of trips that left one place and came to the other, each decision once, the newest first:
    ruling, why, when.
    """
    rows = (
        Trip.objects.exclude(ruling="")
        .filter(mode=mode, milestones__place=origin, milestones__what=DEPARTED)
        .filter(milestones__place=destination, milestones__what=ARRIVED)
    )
    return list(rows.values("ruling", "ruling_why", "ruled_at").distinct().order_by("-ruled_at")[:MOST_RULINGS])


def list_houses(actor: Actor) -> set[int]:
    """Return the ids of the offices and associations that vouch for an actor: by a desk held, an office headed, members
    filed for. None for whoever only observes or operates, and for an account without appointments.
    """
    return {
        *actor.associations,
        *actor.heads,
        *directory_access.list_office_ids_of_desks(actor.holds | actor.deputises),
    }


@dataclass(frozen=True)
class Held:
    """Trips of one account over one stretch that lie outside the bounds: what an editor decides on as one.

    `said` are the hours that are advertised, None where nothing is; `hours` those of the trips, the least first.
    """

    sender_id: int
    sender: str
    house: Office
    mode: str
    origin: str
    destination: str
    hours: list[float]
    said: float | None
    trips: list[int]

    @property
    def mark(self) -> str:
        """Stands for what these trips say at present: a decision names what it was made on."""
        return hashlib.sha256(repr((sorted(self.trips), self.hours)).encode()).hexdigest()[:32]


def list_held_trips(actor: Actor) -> list[Held]:
    """Return what waits for an editor, the longest list first. Raises PermissionDenied for everybody else."""
    require_editor(actor)
    return find_held(Trip.objects.filter(FOR_PLANS, ruling=""))


def find_held(rows: QuerySet[Trip]) -> list[Held]:
    """Return which of these trips lie outside the bounds, by account and stretch: a trip of several stretches by its first
    and last place.
    """
    network = find_network()
    lines = list_advertised_lines(network)
    found: dict[tuple, list[tuple[Trip, float]]] = defaultdict(list)
    for row in order_with_milestones(rows.select_related("sender", "house")):
        facts = read_trip(row)
        if find_standing_of_trip(network, facts, lines, find_day_of_weighing()) is TripStanding.HELD:
            ends, hours = _whole(facts)
            found[row.sender_id, row.mode, *ends].append((row, hours))
    groups = []
    for (_, mode, *ends), trips in found.items():
        first = trips[0][0]
        said = lines.get((*ends, mode), ("", None, ""))[1]
        hours = sorted(hours for _, hours in trips)
        groups.append(
            Held(
                first.sender_id, str(first.sender), first.house, mode, *ends, hours, said, [row.pk for row, _ in trips]
            )
        )
    return sorted(groups, key=lambda one: (-len(one.trips), one.origin, one.destination))


def _whole(facts: TripFacts) -> tuple[tuple[str, str], float]:
    """Return where a trip began and ended, and its hours between them."""
    told = list(list_stretches(facts.milestones))
    if len(told) == 1:
        return (told[0][0], told[0][1]), told[0][2]
    first, last = facts.milestones[0], facts.milestones[-1]
    return (first.place, last.place), (last.at - first.at).total_seconds() / 3600
