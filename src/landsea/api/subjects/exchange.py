"""The exchange and its events: goods, projects, events and courses that are shown to anyone. No names and no addresses."""

from typing import Any

from landsea.api.lists import list_schema, page_of, slices_of
from landsea.api.operations import Answered, Asked, Operation, Parameter
from landsea.api.parameters import COUNTRY_CODE, CURSOR, ID_IN_PATH, LIMIT
from landsea.api.shapes import (
    Shape,
    instant_field,
    names_field,
    number_field,
    text_field,
    texts_field,
    truth_field,
    whole_field,
)
from landsea.base.actors import ANONYMOUS
from landsea.exchange import access
from landsea.exchange.mapping import GROUPS

LISTING = Shape(
    "Listing",
    "An entry of the exchange",
    {
        "id": whole_field(lambda row: row.pk),
        "code": text_field(lambda row: row.code, "of a public fact"),
        "kind": text_field(lambda row: row.kind),
        "titles": names_field(lambda row: row.titles),
        "texts": names_field(lambda row: row.texts),
        "countries": texts_field(lambda row: row.countries),
        "place": text_field(lambda row: row.place_id),
        "organiser": text_field(lambda row: row.organiser),
        "who_for": text_field(lambda row: row.who_for),
        "starts": text_field(lambda row: row.starts, "a day, a month or a year, as far as it is known"),
        "ends": text_field(lambda row: row.ends),
        "hs": texts_field(lambda row: row.hs),
        "sectors": texts_field(lambda row: row.sectors),
        "languages": texts_field(lambda row: row.languages),
        "takes_registrations": truth_field(lambda row: row.capacity is not None),
        "capacity": number_field(lambda row: row.capacity),
        "register_by": instant_field(lambda row: row.register_by),
        "source": text_field(lambda row: row.source),
        "grade": text_field(lambda row: row.grade),
        "checked": text_field(lambda row: row.checked),
    },
)


def list_listings(asked: Asked) -> Answered:
    """Return entries that are shown."""
    wanted = access.Query(
        group=asked.query["group"],
        country=asked.query["country"],
        words=asked.query["q"],
        archived=bool(asked.query["archived"]),
    )
    return page_of(asked, slices_of(access.find_listings(wanted, asked.now)), LISTING)


def show_listing(asked: Asked) -> dict[str, Any]:
    """Return one entry that is shown to anyone."""
    return LISTING.of(access.listing_for(ANONYMOUS, asked.path["id"]))


def list_events(asked: Asked) -> Answered:
    """Return events and courses with days of their own that are not over."""
    found = sorted(access.find_events(asked.now), key=lambda row: (row.starts, row.pk))
    return page_of(asked, slices_of(found), LISTING)


OPERATIONS = [
    Operation(
        "GET",
        "/listings",
        "list_listings",
        "Entries of the exchange, the newest first",
        list_listings,
        list_schema(LISTING),
        group="Exchange and events",
        query=(
            Parameter("group", {"type": "string", "enum": sorted(GROUPS)}, "what kind of entry"),
            Parameter("country", COUNTRY_CODE, "which country it is about"),
            Parameter("q", {"type": "string", "maxLength": 200}, "words of the title"),
            Parameter("archived", {"type": "boolean"}, "those that are over"),
            LIMIT,
            CURSOR,
        ),
    ),
    Operation(
        "GET",
        "/listings/{id}",
        "show_listing",
        "One entry",
        show_listing,
        LISTING,
        group="Exchange and events",
        in_path=ID_IN_PATH,
    ),
    Operation(
        "GET",
        "/events",
        "list_events",
        "Events and courses to come, the next first",
        list_events,
        list_schema(LISTING),
        group="Exchange and events",
        query=(LIMIT, CURSOR),
    ),
]
