"""Reads of introductions: for the desks they go through, for owners, and what became of them."""

from datetime import datetime, timedelta

from django.contrib.postgres.aggregates import BoolOr
from django.db.models import Count, Q, QuerySet
from django.http import Http404

from landsea.base.actors import Actor
from landsea.exchange.models import (
    Introduction,
    ListingContact,
    Outcome,
    Stage,
)
from landsea_core.grouping import HIDDEN_BELOW

OUTCOME_AFTER = timedelta(days=90)


def list_introductions(actor: Actor) -> QuerySet[Introduction]:
    """Return the introductions that go through the actor's desks; the coordinator sees all."""
    found = Introduction.objects.select_related("listing", "asker_desk__office", "owner_desk__office")
    if not actor.is_coordinator:
        found = found.filter(Q(asker_desk_id__in=actor.desks) | Q(owner_desk_id__in=actor.desks))
    return found.order_by("stage", "-asked_at")


def count_introductions_waiting(actor: Actor, now: datetime) -> int:
    """Return how many introductions wait at `now` (aware) for one of the actor's own desks: to vouch or decline, or to say
    what came of it.
    """
    if not actor.desks:
        return 0
    is_asked, is_owners = Q(asker_desk_id__in=actor.desks), Q(owner_desk_id__in=actor.desks)
    unvouched = (is_asked & Q(asker_desk_at=None)) | (is_owners & Q(owner_desk_at=None))
    untold = (is_asked | is_owners) & Q(outcome="", ended_at__lte=now - OUTCOME_AFTER)
    waiting = Q(unvouched, stage=Stage.ASKED) | Q(untold, stage=Stage.INTRODUCED)
    return Introduction.objects.filter(waiting).count()


def find_introduction(actor: Actor, introduction_id: int) -> Introduction:
    """Return one introduction of the actor's desks; raises Http404."""
    found = list_introductions(actor).filter(pk=introduction_id).first()
    if found is None:
        raise Http404
    return found


def list_introductions_of_owner(contact: ListingContact) -> QuerySet[Introduction]:
    """Return the introductions that the owner of an entry is asked about: those that the asker's desk has vouched for."""
    return Introduction.objects.filter(listing=contact.listing, asker_desk_at__isnull=False).order_by("-asked_at")


def is_outcome_asked(introduction: Introduction, now: datetime) -> bool:
    """True when the 90 days are over and nobody said yet what came of it."""
    return (
        introduction.stage == Stage.INTRODUCED
        and not introduction.outcome
        and now >= introduction.ended_at + OUTCOME_AFTER
    )


class OutcomeCounts(dict[str, int | None]):
    """Numbers by outcome; `is_demo` says whether a demonstration invented some of what was introduced."""

    def __init__(self, counts: dict[str, int | None], is_demo: bool):
        super().__init__(counts)
        self.is_demo = is_demo


def count_outcomes() -> OutcomeCounts:
    """Return how many introductions led to a deal, to talks, to nothing, and how many there were (`introduced`); None
    stands for a number from one to four. When just one of the three is hidden, a second is too, and when the rest of all
    is from one to four, `introduced` is: so that no sum tells them.
    """
    rows = dict(
        Introduction.objects.filter(stage=Stage.INTRODUCED)
        .exclude(outcome="")
        .values_list("outcome")
        .annotate(Count("pk"))
    )
    counts: dict[str, int | None] = {outcome: rows.get(outcome, 0) for outcome in Outcome.values}
    small = [name for name, number in counts.items() if 0 < (number or 0) < HIDDEN_BELOW]
    if len(small) == 1:
        small.append(
            min((name for name in counts if name not in small), key=lambda name: (counts[name] == 0, counts[name]))
        )
    found = Introduction.objects.filter(stage=Stage.INTRODUCED).aggregate(
        n=Count("pk"), demo=BoolOr("listing__is_demo")
    )
    introduced = found["n"]
    rest = introduced - sum(number for name, number in counts.items() if name not in small)
    few = 0 < introduced < HIDDEN_BELOW or (small and rest < HIDDEN_BELOW)
    shown = {name: None if name in small else number for name, number in counts.items()}
    return OutcomeCounts(shown | {"introduced": None if few else introduced}, bool(found["demo"]))
