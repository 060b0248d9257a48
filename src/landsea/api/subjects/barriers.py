"""Barriers: troubles that many share, with their tallies. For anyone."""

from typing import Any

from django.http import Http404

from landsea.api.lists import cut_page, list_schema
from landsea.api.operations import Answered, Asked, Operation, Parameter
from landsea.api.parameters import CURSOR, ID_IN_PATH, LIMIT
from landsea.api.shapes import (
    Shape,
    make_instant_field,
    make_names_field,
    make_text_field,
    make_texts_field,
    make_whole_field,
    number_field,
)
from landsea.barriers import access

BARRIER = Shape(
    "Barrier",
    "A trouble that many share; a count under five is not told",
    {
        "id": make_whole_field(lambda seen: seen.barrier.pk),
        "ref": make_text_field(lambda seen: seen.barrier.ref),
        "titles": make_names_field(lambda seen: seen.barrier.titles),
        "texts": make_names_field(lambda seen: seen.barrier.texts),
        "matter": make_text_field(lambda seen: seen.barrier.matter),
        "country": make_text_field(lambda seen: seen.barrier.country),
        "place": make_text_field(lambda seen: seen.barrier.place_id),
        "goods": make_text_field(lambda seen: seen.barrier.goods),
        "measures": make_texts_field(lambda seen: seen.barrier.measures),
        "desk": make_text_field(lambda seen: seen.barrier.desk.code),
        "reported": number_field(lambda seen: seen.tally.reported, "parties that reported it; null is fewer than five"),
        "cleared": number_field(lambda seen: seen.tally.cleared, "those whose cases are cleared; null is not shown"),
        "since": make_instant_field(lambda seen: seen.barrier.since),
        "opened_at": make_instant_field(lambda seen: seen.barrier.opened_at),
        "closed_at": make_instant_field(lambda seen: seen.barrier.closed_at),
    },
)


def list_barriers(asked: Asked) -> Answered:
    """Return barriers, those still open first."""
    found = access.list_barriers(closed=asked.query["closed"])
    return cut_page(asked, lambda first, most: access.add_tallies(found[first : first + most]), BARRIER)


def show_barrier(asked: Asked) -> dict[str, Any]:
    """Return one barrier."""
    found = access.find_barrier(asked.path["id"])
    if found is None:
        raise Http404
    return BARRIER.of(access.add_tallies([found])[0])


OPERATIONS = [
    Operation(
        "GET",
        "/barriers",
        "list_barriers",
        "Troubles that many share, those still open first",
        list_barriers,
        list_schema(BARRIER),
        group="Barriers",
        query=(Parameter("closed", {"type": "boolean"}, "only closed, or only open ones"), LIMIT, CURSOR),
    ),
    Operation(
        "GET",
        "/barriers/{id}",
        "show_barrier",
        "One barrier",
        show_barrier,
        BARRIER,
        group="Barriers",
        in_path=ID_IN_PATH,
    ),
]
