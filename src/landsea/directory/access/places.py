"""Places in service, and what lies around a place."""

from collections.abc import Iterable

from django.db.models import QuerySet

from landsea.directory.models import Place
from landsea.directory.place_rows import make_row
from landsea.directory.reference_cache import DIRECTORY, read_once
from landsea_core.text.places import PLACES_OF_FILE, KnownPlaces


def list_places_in_service() -> QuerySet[Place]:
    """Return places in service."""
    return Place.objects.filter(retired_at=None)


def find_place(code: str) -> Place | None:
    """Return the place with this code, or None; its chain of wider places is loaded with it. Kept, so not to be changed."""
    return read_once(("place", code), Place.objects.select_related("within__within").filter(code=code).first)


def find_places(codes: Iterable[str]) -> dict[str, Place]:
    """Return places in service by code; kept one by one, so not to be changed, and meant for a few of them."""
    found = {code: find_place(code) for code in codes}
    return {code: place for code, place in found.items() if place is not None and place.retired_at is None}


def list_known_places() -> KnownPlaces:
    """Return the places that people here put on record or call otherwise than the file, for the reading of plain words."""
    if DIRECTORY.mark() is None:
        return PLACES_OF_FILE  # nothing was ever loaded or changed
    return read_once("known places", _read_known_places)


def _read_known_places() -> KnownPlaces:
    found = list(Place.objects.filter(entered_here=True, retired_at=None).order_by("code"))
    version = " ".join(f"{place.code}.{place.number}" for place in found)
    return KnownPlaces(version, {place.code: make_row(place) for place in found})


def place_chain(place: Place | None) -> tuple[str, ...]:
    """Return codes from the exact place to the wider ones it lies within; empty for None."""
    codes: list[str] = []
    while place is not None and place.code not in codes:
        codes.append(place.code)
        place = place.within
    return tuple(codes)
