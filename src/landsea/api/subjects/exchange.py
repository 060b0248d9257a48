"""The exchange and its events: goods, projects, events and courses that are shown to anyone. No names and no addresses."""

from typing import Any

from landsea.api.board_shapes import LISTING
from landsea.api.lists import cut_page, list_schema, make_slicer
from landsea.api.operations import Answered, Asked, Operation, Parameter
from landsea.api.parameters import COUNTRY_CODE, CURSOR, ID_IN_PATH, LIMIT
from landsea.base.actors import ANONYMOUS
from landsea.exchange import access
from landsea.exchange.mapping import GROUPS


def list_listings(asked: Asked) -> Answered:
    """Return entries that are shown."""
    wanted = access.Query(
        group=asked.query["group"],
        country=asked.query["country"],
        words=asked.query["q"],
        archived=bool(asked.query["archived"]),
    )
    return cut_page(asked, make_slicer(access.find_listings(wanted, asked.now)), LISTING)


def show_listing(asked: Asked) -> dict[str, Any]:
    """Return one entry that is shown to anyone."""
    return LISTING.of(access.find_listing(ANONYMOUS, asked.path["id"]))


def list_events(asked: Asked) -> Answered:
    """Return events and courses with days of their own that are not over."""
    found = sorted(access.find_events(asked.now), key=lambda row: (row.starts, row.pk))
    return cut_page(asked, make_slicer(found), LISTING)


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
