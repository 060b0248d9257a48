"""Finding partners on the exchange board: by goods, sector, place and language, with the reasons. Pure."""

from landsea_core.matching.life import day_of, is_past
from landsea_core.matching.match import COMPLEMENTS, Listing, Match, Reason, match, matches

__all__ = ["COMPLEMENTS", "Listing", "Match", "Reason", "day_of", "is_past", "match", "matches"]
