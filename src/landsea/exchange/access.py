"""The only reads of the board. Shown entries are public; whom to reach is shown to nobody before all sides agreed, except to
the people of the desk that vouches.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q, QuerySet
from django.http import Http404

from landsea.base.actors import Actor
from landsea.base.secret_links import SHAPE, digest_of
from landsea.directory.models.names import tokens_match
from landsea.exchange.facts import GROUPS, is_archived, matching_facts
from landsea.exchange.models import (
    Introduction,
    Listing,
    ListingContact,
    ListingState,
    Outcome,
    Registration,
    RegistrationState,
    Stage,
)
from landsea_core.grouping import HIDDEN_BELOW
from landsea_core.matching import COMPLEMENTS, ListingMatch, rank_matches
from landsea_core.text import split_into_words

OUTCOME_AFTER = timedelta(days=90)


@dataclass(frozen=True)
class Query:
    """What somebody looks for on the board; empty text is open."""

    group: str = ""
    country: str = ""
    sector: str = ""
    words: str = ""
    archived: bool = False


def _shown_listings() -> QuerySet[Listing]:
    return Listing.objects.filter(state=ListingState.SHOWN, retired_at=None).select_related("place", "desk__office")


def find_listings(query: Query, now: datetime) -> list[Listing]:
    """Return the shown entries that fit a query at `now` (aware): what is to come first, then the newest."""
    found = _shown_listings()
    if query.group in GROUPS:
        found = found.filter(kind__in=GROUPS[query.group])
    if query.country:
        found = found.filter(countries__contains=[query.country])
    if query.sector:
        found = found.filter(sectors__contains=[query.sector])
    if words := split_into_words(query.words):
        found = found.filter(tokens_match(words))
    today = now.date()
    rows = [row for row in found if is_archived(row, today) == query.archived]
    return sorted(
        rows, key=lambda row: (row.posted_at or datetime.min.replace(tzinfo=now.tzinfo), row.starts), reverse=True
    )


def may_see(actor: Actor, listing: Listing) -> bool:
    """True for a shown entry; for the rest, to its desk and the coordinator."""
    return (listing.state == ListingState.SHOWN and listing.retired_at is None) or may_manage(actor, listing)


def may_manage(actor: Actor, listing: Listing) -> bool:
    """True for the people of the entry's desk and for the coordinator."""
    return actor.is_coordinator or (listing.desk_id is not None and listing.desk_id in actor.desks)


def listing_for(actor: Actor, listing_id: int, *, manage: bool = False) -> Listing:
    """Return an entry; raises Http404 to those who may not know of it, PermissionDenied to those who may not manage it."""
    found = Listing.objects.select_related("place", "desk__office").filter(pk=listing_id).first()
    if found is None or not may_see(actor, found):
        raise Http404
    if manage and not may_manage(actor, found):
        raise PermissionDenied
    return found


def matches_of(listing: Listing, now: datetime, *, most: int = 6) -> list[tuple[Listing, ListingMatch]]:
    """Return the entries that fit this one best, with the reasons; nothing archived."""
    others = {
        row.pk: row
        for row in _shown_listings().filter(kind__in=COMPLEMENTS.get(listing.kind, ()))
        if not is_archived(row, now.date())
    }
    found = rank_matches(matching_facts(listing), [matching_facts(row) for row in others.values()], most=most)
    return [(others[fit.id], fit) for fit in found]


def policies_of(listing: Listing) -> list[Listing]:
    """Return the policies behind an entry, and the entries behind which a policy stands."""
    linked = Q(code__in=listing.policies)
    if listing.code:
        linked |= Q(policies__contains=[listing.code])
    return list(_shown_listings().filter(linked).order_by("code", "pk"))


def to_moderate(actor: Actor) -> QuerySet[Listing]:
    """Return entries that wait for a look or are held: the coordinator's all, a desk's own."""
    found = Listing.objects.filter(state__in=[ListingState.WAITING, ListingState.HELD]).select_related("desk__office")
    if not actor.is_coordinator:
        found = found.filter(desk_id__in=actor.desks)
    return found.annotate(reported=Count("reports", filter=Q(reports__handled_at=None))).order_by("posted_at", "pk")


def reports_of(actor: Actor, listing: Listing) -> QuerySet:
    """Return the open reports about an entry, for those who manage it."""
    found = listing.reports.filter(handled_at=None).order_by("at")
    return found if may_manage(actor, listing) else found.none()


def own_contact(listing: Listing, actor: Actor) -> ListingContact | None:
    """Return who put an entry there, for the people of its desk and the coordinator."""
    return ListingContact.objects.filter(listing=listing).first() if may_manage(actor, listing) else None


def contact_with_secret(secret: str) -> ListingContact:
    """Return the contact that a secret link belongs to, with its entry; raises Http404."""
    return _with_secret(ListingContact.objects.select_related("listing__desk__office"), secret)


def introduction_with_secret(secret: str) -> Introduction:
    """Return the introduction that a secret link belongs to; raises Http404."""
    return _with_secret(Introduction.objects.select_related("listing__contact"), secret)


def registration_with_secret(secret: str) -> Registration:
    """Return the registration that a secret link belongs to; raises Http404."""
    return _with_secret(Registration.objects.select_related("listing__desk__office", "listing__place"), secret)


def _with_secret(rows: QuerySet, secret: str):
    found = rows.filter(digest=digest_of(secret)).first() if SHAPE.fullmatch(secret) else None
    if found is None:
        raise Http404
    return found


def introductions_for(actor: Actor) -> QuerySet[Introduction]:
    """Return the introductions that go through the actor's desks; the coordinator sees all."""
    found = Introduction.objects.select_related("listing", "asker_desk__office", "owner_desk__office")
    if not actor.is_coordinator:
        found = found.filter(Q(asker_desk_id__in=actor.desks) | Q(owner_desk_id__in=actor.desks))
    return found.order_by("stage", "-asked_at")


def introduction_for(actor: Actor, introduction_id: int) -> Introduction:
    """Return one introduction of the actor's desks; raises Http404."""
    found = introductions_for(actor).filter(pk=introduction_id).first()
    if found is None:
        raise Http404
    return found


def introductions_of_owner(contact: ListingContact) -> QuerySet[Introduction]:
    """Return the introductions that the owner of an entry is asked about: those that the asker's desk has vouched for."""
    return Introduction.objects.filter(listing=contact.listing, asker_desk_at__isnull=False).order_by("-asked_at")


def outcome_is_asked(introduction: Introduction, now: datetime) -> bool:
    """True when the 90 days are over and nobody said yet what came of it."""
    return (
        introduction.stage == Stage.INTRODUCED
        and not introduction.outcome
        and now >= introduction.ended_at + OUTCOME_AFTER
    )


def count_outcomes() -> dict[str, int | None]:
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
    introduced = Introduction.objects.filter(stage=Stage.INTRODUCED).count()
    rest = introduced - sum(number for name, number in counts.items() if name not in small)
    few = 0 < introduced < HIDDEN_BELOW or (small and rest < HIDDEN_BELOW)
    shown = {name: None if name in small else number for name, number in counts.items()}
    return shown | {"introduced": None if few else introduced}


def registrations_of(actor: Actor, listing: Listing) -> QuerySet[Registration]:
    """Return the registrations of an event, for its organiser: the people of its desk and the coordinator."""
    found = Registration.objects.filter(listing=listing).order_by("pk")
    return found if may_manage(actor, listing) else found.none()


def places_left(listing: Listing) -> int:
    """Return how many places are free; nought when none is."""
    taken = Registration.objects.filter(listing=listing, state=RegistrationState.PLACE).count()
    return max(0, (listing.capacity or 0) - taken)


def position_in_line(registration: Registration) -> int:
    """Return the place on the waiting list, from one on."""
    ahead = Registration.objects.filter(
        listing_id=registration.listing_id, state=RegistrationState.WAITING, pk__lt=registration.pk
    )
    return ahead.count() + 1


def find_events(now: datetime) -> list[Listing]:
    """Return events and programmes with days of their own that are not over, for the calendar feed."""
    kinds = (*GROUPS["events"], *GROUPS["learning"])
    found = _shown_listings().filter(kind__in=kinds).exclude(starts="")
    return [row for row in found if len(row.starts) == 10 and not is_archived(row, now.date())]
