"""Names that places of several countries share: whose a text means, by its language and by what else it names."""

import re
from collections.abc import Iterable
from dataclasses import replace

from landsea_core.text.countries.mentions import Mention

_WIDELY_SPOKEN = "CN"
# What stands before a country where goods come from, go to, or whom they are sold to, is no neighbour of a place.
_ONLY_PASSED = frozenset({"to", "from", "partner"})
_MOST = 1.0


def settle_shared_names(mentions: Iterable[Mention], spoken: str) -> list[Mention]:
    """Return the mentions with each shared name given to one country where the text lets one tell; `spoken` is the country of
    its language, empty where unknown.

    Who writes in a country's language means its own place: "Tây Ninh" in a Vietnamese text is no Xining. Chinese writes both
    with the same characters (西宁), so there another name of that country decides first.
    """
    kept = list(mentions)
    spans: dict[tuple[int, int], set[str]] = {}
    for one in kept:
        spans.setdefault((one.hit.start, one.hit.end), set()).add(one.country)
    beside = {
        one.country for one in kept if len(spans[one.hit.start, one.hit.end]) == 1 and one.before not in _ONLY_PASSED
    }
    settled = []
    for one in kept:
        countries = spans[one.hit.start, one.hit.end]
        meant = _find_meant(countries, spoken, beside) if len(countries) > 1 else one.country
        if meant == one.country and len(countries) > 1:
            weights = (
                other.weight for other in kept if (other.hit.start, other.hit.end) == (one.hit.start, one.hit.end)
            )
            settled.append(replace(one, weight=min(_MOST, sum(weights))))
        elif meant in ("", one.country):
            settled.append(one)
    return settled


def _find_meant(countries: set[str], spoken: str, beside: set[str]) -> str:
    """The one of `countries` that is meant; empty where nothing tells."""
    named = countries & beside
    if spoken in countries and not (spoken == _WIDELY_SPOKEN and named - {spoken}):
        return spoken
    others = named - {_WIDELY_SPOKEN} if spoken == _WIDELY_SPOKEN else named
    return next(iter(others)) if len(others) == 1 else ""


def leave_out_half_names(mentions: Iterable[Mention], raw: str) -> list[Mention]:
    """Leave out what begins within another name and is typed with a capital there alone: "Ninh ba" of "kẹt ở Tây Ninh ba ngày"
    is no Ningbo.
    """
    kept = list(mentions)
    return [
        one
        for one in kept
        if not (
            any(other.hit.start < one.hit.start < other.hit.end < one.hit.end for other in kept)
            and _is_typed_as_half_a_name(one.hit.words, raw)
        )
    ]


def _is_typed_as_half_a_name(words: str, raw: str) -> bool:
    """Whether words of a name are typed with a capital at its beginning and a small letter after its last space."""
    first, _, rest = words.partition(" ")
    if not rest:
        return False
    half = rf"{re.escape(first[:1].upper() + first[1:])} {re.escape(rest)}"
    return bool(re.search(rf"(?<!\w){half}(?!\w)", raw)) and words.title() not in raw
