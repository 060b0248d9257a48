"""Reads of the board: entries, what fits them, who may see and change them."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q, QuerySet
from django.http import Http404

from landsea.base.actors import Actor
from landsea.directory.models.names import match_tokens
from landsea.exchange.mapping import GROUPS, is_archived, make_matching_facts
from landsea.exchange.models import (
    Listing,
    ListingContact,
    ListingState,
)
from landsea_core.matching import COMPLEMENTS, ListingMatch, rank_matches
from landsea_core.text import split_into_words
from landsea_core.translations import name_key


@dataclass(frozen=True)
class Query:
    """What somebody looks for on the board; empty text is open."""

    group: str = ""
    country: str = ""
    sector: str = ""
    words: str = ""
    archived: bool = False


def list_shown_listings() -> QuerySet[Listing]:
    """Return what everybody may see of the board, over or not."""
    return Listing.objects.filter(state=ListingState.SHOWN, retired_at=None).select_related("place", "desk__office")


def find_listings(query: Query, now: datetime) -> list[Listing]:
    """Return the shown entries that fit a query at `now` (aware): what is to come first, then the newest."""
    found = list_shown_listings()
    if query.group in GROUPS:
        found = found.filter(kind__in=GROUPS[query.group])
    if query.country:
        found = found.filter(countries__contains=[query.country])
    if query.sector:
        found = found.filter(sectors__contains=[query.sector])
    if words := split_into_words(query.words):
        found = found.filter(match_tokens(words))
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


def find_listing(actor: Actor, listing_id: int, *, manage: bool = False) -> Listing:
    """Return an entry; raises Http404 to those who may not know of it, PermissionDenied to those who may not manage it."""
    found = Listing.objects.select_related("place", "desk__office").filter(pk=listing_id).first()
    if found is None or not may_see(actor, found):
        raise Http404
    if manage and not may_manage(actor, found):
        raise PermissionDenied
    return found


def list_matches(listing: Listing, now: datetime, *, most: int = 6) -> list[tuple[Listing, ListingMatch]]:
    """Return the entries that fit this one best, with the reasons; nothing archived."""
    others = {
        row.pk: row
        for row in list_shown_listings().filter(kind__in=COMPLEMENTS.get(listing.kind, ()))
        if not is_archived(row, now.date())
    }
    found = rank_matches(make_matching_facts(listing), [make_matching_facts(row) for row in others.values()], most=most)
    return [(others[fit.id], fit) for fit in found]


def list_policies(listing: Listing) -> list[Listing]:
    """Return the policies behind an entry, and the entries behind which a policy stands."""
    linked = Q(code__in=listing.policies)
    if listing.code:
        linked |= Q(policies__contains=[listing.code])
    return list(list_shown_listings().filter(linked).order_by("code", "pk"))


def list_to_moderate(actor: Actor) -> QuerySet[Listing]:
    """Return entries that wait for a look or are held: the coordinator's all, a desk's own."""
    found = Listing.objects.filter(state__in=[ListingState.WAITING, ListingState.HELD]).select_related("desk__office")
    if not actor.is_coordinator:
        found = found.filter(desk_id__in=actor.desks)
    return found.annotate(reported=Count("reports", filter=Q(reports__handled_at=None))).order_by("posted_at", "pk")


def list_reports(actor: Actor, listing: Listing) -> QuerySet:
    """Return the open reports about an entry, for those who manage it."""
    found = listing.reports.filter(handled_at=None).order_by("at")
    return found if may_manage(actor, listing) else found.none()


def find_own_contact(listing: Listing, actor: Actor) -> ListingContact | None:
    """Return who put an entry there, for the people of its desk and the coordinator."""
    return ListingContact.objects.filter(listing=listing).first() if may_manage(actor, listing) else None


def find_events(now: datetime) -> list[Listing]:
    """Return events and programmes with days of their own that are not over, for the calendar feed."""
    kinds = (*GROUPS["events"], *GROUPS["learning"])
    found = list_shown_listings().filter(kind__in=kinds).exclude(starts="")
    return [row for row in found if len(row.starts) == 10 and not is_archived(row, now.date())]


def choose_language(listing: Listing, language: str = "") -> str:
    """Return the language in which an entry's title stands for a reader: theirs, else English, else the first that there is."""
    held = [key for key in (language, name_key(language), "en") if key and listing.titles.get(key)]
    return (held or list(listing.titles) or ["en"])[0]


def choose_words(listing: Listing, language: str = "") -> tuple[str, str]:
    """Return in which language an entry's title and text stand for a reader, and both: in theirs, else in English, else in the
    first that there is.
    """
    own = choose_language(listing, language)
    return own, "\n\n".join(filter(None, (listing.titles.get(own, ""), listing.texts.get(own, ""))))


def compute_digest_of_words(listing: Listing) -> str:
    """Return by what the words of an entry are known again, so that nobody shows others than those that they have read."""
    words = json.dumps([listing.titles, listing.texts], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(words.encode()).hexdigest()[:32]
