"""Which entries of the board fit one another, and why.

| what fits | points |
|---|---|
| the same goods, by HS code: 6, 4 or 2 digits in common | 40, 30, 15 |
| the same sector | 20 |
| the same place | 15 |
| one is there for the other's country | 10 |
| a language in common | 5 |

Goods or a sector have to fit: place and language alone make no match. Somebody who offers is matched with somebody who
wants, an investment with a policy or a zone, a learner with a programme (`COMPLEMENTS`). The numbers are ours.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

GOODS_POINTS = {6: 40, 4: 30, 2: 15}
SECTOR, PLACE, COUNTRY, LANGUAGE = 20, 15, 10, 5

COMPLEMENTS = {
    "goods_offered": frozenset({"goods_wanted"}),
    "goods_wanted": frozenset({"goods_offered"}),
    "project": frozenset({"incentive", "cooperation_zone", "investment_programme"}),
    "incentive": frozenset({"project"}),
    "cooperation_zone": frozenset({"project"}),
    "investment_programme": frozenset({"project"}),
}


@dataclass(frozen=True)
class Listing:
    """An entry as the rule sees it. `party` tells its owner from others (empty: nobody in particular, as for reference
    facts); `countries` are those it stands in or is for; `hs` are Harmonized System codes of 2, 4 or 6 digits.
    """

    id: Hashable
    kind: str
    party: str = ""
    hs: frozenset[str] = frozenset()
    sectors: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()


@dataclass(frozen=True)
class MatchReason:
    """Why two entries fit: goods, sector, place, country or language, and what they have in common."""

    code: str
    value: str
    points: int


@dataclass(frozen=True)
class ListingMatch:
    """An entry that fits another one, with the reasons, the strongest first."""

    id: Hashable
    reasons: tuple[MatchReason, ...]

    @property
    def score(self) -> int:
        """The sum of the reasons' points."""
        return sum(reason.points for reason in self.reasons)


def match_listings(one: Listing, other: Listing) -> ListingMatch | None:
    """Return how `other` fits `one`, or None."""
    if one.id == other.id or other.kind not in COMPLEMENTS.get(one.kind, frozenset()):
        return None
    if one.party and one.party == other.party:
        return None
    subject = [
        reason for reason in (_find_shared_goods(one.hs, other.hs), _find_shared_values("sector", one, other)) if reason
    ]
    if not subject:
        return None
    around = (
        _find_shared_values("place", one, other),
        _find_shared_values("country", one, other),
        _find_shared_values("language", one, other),
    )
    return ListingMatch(other.id, tuple([*subject, *(reason for reason in around if reason)]))


def rank_matches(one: Listing, others: Iterable[Listing], *, most: int = 10) -> list[ListingMatch]:
    """Return the best `most` matches, the strongest first, equal ones by id."""
    found = [fit for fit in (match_listings(one, other) for other in others) if fit]
    return sorted(found, key=lambda fit: (-fit.score, str(fit.id)))[:most]


_FIELDS = {
    "sector": ("sectors", SECTOR),
    "place": ("places", PLACE),
    "country": ("countries", COUNTRY),
    "language": ("languages", LANGUAGE),
}


def _find_shared_values(code: str, one: Listing, other: Listing) -> MatchReason | None:
    name, points = _FIELDS[code]
    common = sorted(getattr(one, name) & getattr(other, name))
    return MatchReason(code, ", ".join(common), points) if common else None


def _find_shared_goods(ours: frozenset[str], theirs: frozenset[str]) -> MatchReason | None:
    for digits, points in GOODS_POINTS.items():
        common = sorted(_cut_codes(ours, digits) & _cut_codes(theirs, digits))
        if common:
            return MatchReason("goods", ", ".join(common), points)
    return None


def _cut_codes(codes: frozenset[str], digits: int) -> set[str]:
    return {code[:digits] for code in codes if len(code) >= digits}
