"""Places as rows, with every state that each went through: for the network, its editors, and what is exported."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import Q, QuerySet

from landsea.directory.models import Place, PlaceVersion
from landsea.directory.place_rows import make_row, read_state
from landsea.directory.reference_cache import read_once
from landsea_core.reference.seeding import State

Row = dict[str, Any]


@dataclass(frozen=True)
class PlaceRows:
    """All places as rows by code: those on record, retired ones among them, and those that nobody keeps any more."""

    on_record: dict[str, Row]
    gone: dict[str, Row]


def place_rows() -> PlaceRows:
    """Return the places as they stand, in the order of their codes."""
    found = PlaceRows({}, {})
    for place in Place.objects.order_by("code").iterator(chunk_size=200):
        (found.on_record if place.is_on_record else found.gone)[place.code] = make_row(place)
    return found


def compute_places_mark() -> str:
    """Return what changes whenever a place does, and with nothing else of the directory."""
    return read_once("places mark", _read_places_mark)


def _read_places_mark() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT md5(string_agg(md5(p::text), '' ORDER BY code)) FROM directory_place p")
        return cursor.fetchone()[0] or "none"


@dataclass(frozen=True)
class PlaceRecord:
    """How one place stands, and the number of its last version; 0: it is as the file first had it."""

    code: str
    state: State
    number: int


def place_records(codes: Iterable[str]) -> dict[str, PlaceRecord]:
    """Return how several places stand now, by code."""
    found = Place.objects.in_bulk(list(codes))
    return {code: PlaceRecord(code, read_state(place), place.number) for code, place in found.items()}


def list_versions_of_place(code: str) -> QuerySet[PlaceVersion]:
    """Return the states a place went through, the newest first; none for one that is as the file first had it."""
    return PlaceVersion.objects.filter(place_id=code).select_related("by")


def find_changed_place_codes(codes: Iterable[str]) -> set[str]:
    """Return which of these places have versions."""
    return set(Place.objects.filter(code__in=list(codes), number__gt=0).values_list("code", flat=True))


def list_places_written_here(*, overtaken_only: bool = False) -> dict[str, Row]:
    """Return the rows that people wrote here and that count, by code; `overtaken_only`: whose file was renewed since."""
    wanted = Q(entered_here=True, overtaken=True) if overtaken_only else Q(entered_here=True)
    return {place.code: make_row(place) for place in Place.objects.filter(wanted).order_by("code")}
