"""The named places outside this platform to which an out-of-scope matter is handed on: courts' and lawyers' bodies,
arbitration centres, labour and consumer authorities, missions. Which place, not how the case is closed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

FALLBACK_REASON = "not_cross_border"

_BY_MATTER = {
    "private_dispute": "private_dispute",
    "court_case": "court_case",
    "labour_rights": "employment",
    "consumer_protection": "consumer",
}


@dataclass(frozen=True, slots=True)
class OutsideBody:
    """A real place that takes what this platform does not. `filer_country` empty: it is there for everybody.

    `office` is the code of the same institution in the directory, where it has one.
    """

    code: str
    reason: str
    country: str
    filer_country: str
    names: Mapping[str, str]
    advice: Mapping[str, str]
    website: str
    office: str
    source: str
    grade: str
    checked: str


def find_scope_reason(topic: str, matter: str, said: str = "") -> str:
    """Why a matter is out of scope: what the reading of the text `said`, else what the matter implies."""
    if said in _BY_MATTER.values():
        return said
    if topic in ("", "other") and matter in _BY_MATTER:
        return _BY_MATTER[matter]
    return said or FALLBACK_REASON


def list_outside_bodies(
    topic: str, matter: str, *, country: str, filer_country: str, places: Iterable[OutsideBody], reason: str = ""
) -> tuple[OutsideBody, ...]:
    """The places for a matter in `country`, best first: for everybody there, then the filer's own mission there.

    `reason` is what the text said about scope ("" when nothing). A reason without a place of its own in the country
    falls back to the chamber (`not_cross_border`). Empty only when the country is unknown or has no row at all.
    """
    known = [place for place in places if place.country == country and place.filer_country in ("", filer_country)]
    wanted = find_scope_reason(topic, matter, reason)
    for choice in (wanted, FALLBACK_REASON):
        found = [place for place in known if place.reason == choice]
        if found:
            return tuple(sorted(found, key=lambda place: (bool(place.filer_country), place.code)))
    return ()


def find_outside_body(
    topic: str, matter: str, *, country: str, filer_country: str, places: Iterable[OutsideBody], reason: str = ""
) -> OutsideBody | None:
    """The first of `list_outside_bodies`, or None when there is none."""
    found = list_outside_bodies(
        topic, matter, country=country, filer_country=filer_country, places=places, reason=reason
    )
    return found[0] if found else None
