"""Rows <-> the core's dataclasses, and which desk an introduction goes through."""

from datetime import date

from landsea.directory import access as directory_access
from landsea.directory.models import Desk
from landsea.directory.routing import route_question
from landsea.exchange.models import Listing
from landsea_core import matching
from landsea_core.routing import RoutingQuestion
from landsea_core.text import split_into_words

GROUPS = {
    "goods": ("goods_offered", "goods_wanted"),
    "investment": ("project", "investment_programme", "incentive", "cooperation_zone"),
    "events": ("trade_fair", "forum", "culture_event"),
    "learning": ("scholarship", "training", "school_exchange"),
    "travel": ("tourism_route", "flight_route", "sister_city"),
}
GROUP_OF = {kind: group for group, kinds in GROUPS.items() for kind in kinds}
INTRODUCED = frozenset({*GROUPS["goods"], "project"})
"""Kinds about which one asks for an introduction."""


def make_matching_facts(listing: Listing) -> matching.Listing:
    """Return an entry as the matching rule sees it; a public fact belongs to nobody in particular."""
    return matching.Listing(
        id=listing.pk,
        kind=listing.kind,
        party="" if listing.code else f"{listing.posted_by_id or ''}:{listing.pk}",
        hs=frozenset(listing.hs),
        sectors=frozenset(listing.sectors),
        places=frozenset({listing.place_id} if listing.place_id else ()),
        countries=frozenset(listing.countries),
        languages=frozenset(listing.languages),
    )


def is_archived(listing: Listing, today: date) -> bool:
    """True when an entry is over `today`."""
    return matching.is_past(listing.kind, listing.starts, listing.ends, listing.recurring, today)


def find_desk(country: str) -> Desk:
    """Return the desk through which introductions of a country's businesses go: the one that answers for investment and
    finding partners there; the coordinator's where there is none.
    """
    if not country:
        return directory_access.find_coordinator_desk()
    return route_question(RoutingQuestion(topic="investment", country=country))[0]


def list_words_to_find(*texts: str) -> list[str]:
    """Return the folded words of an entry's texts, by which the board finds it."""
    return [word for text in texts for word in split_into_words(text)]
