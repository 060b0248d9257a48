"""Finding partners on the exchange board: by goods, sector, place and language, with the reasons. Pure."""

from landsea_core.matching.archive import is_past, parse_day
from landsea_core.matching.match import COMPLEMENTS, Listing, ListingMatch, MatchReason, match_listings, rank_matches

__all__ = [
    "COMPLEMENTS",
    "Listing",
    "ListingMatch",
    "MatchReason",
    "is_past",
    "match_listings",
    "parse_day",
    "rank_matches",
]
