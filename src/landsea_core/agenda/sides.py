"""The two sides of the mechanism: Chongqing and western China on one, the eleven ASEAN countries on the other."""

from collections.abc import Iterable

CHINA, ASEAN = "china", "asean"
SIDES = (CHINA, ASEAN)

_ASEAN_COUNTRIES = frozenset({"BN", "ID", "KH", "LA", "MM", "MY", "PH", "SG", "TH", "TL", "VN"})
"""Members of ASEAN; Timor-Leste (TL) joined on 26 October 2025. Source: asean.org, list of member states."""


def find_side(country: str) -> str | None:
    """Return the side a country (ISO 3166-1, two letters) speaks for, or None for a guest."""
    if country == "CN":
        return CHINA
    return ASEAN if country in _ASEAN_COUNTRIES else None


def find_missing_sides(countries: Iterable[str]) -> tuple[str, ...]:
    """Return the sides that none of the countries present speaks for. A dialogue has its quorum when none is missing:
    minutes of one side alone bind nobody.
    """
    present = {find_side(country) for country in countries}
    return tuple(side for side in SIDES if side not in present)
