"""Figures: the tables of the open data, and a series with its observations."""

from typing import Any

from django.http import Http404

from landsea.api.lists import cut_page, list_schema, make_slicer
from landsea.api.operations import Answered, Asked, Operation
from landsea.api.parameters import CURSOR, LIMIT
from landsea.api.shapes import Shape, make_any_field, make_many_field, make_text_field, number_field
from landsea.figures import access, open_data
from landsea.figures.mapping import make_observation_row, make_series_row
from landsea_core.figures import data_package

_BY_NAME = {resource.name: resource for resource in data_package.RESOURCES}
SERIES = Shape(
    "Series",
    "A series of figures",
    {
        "code": make_text_field(lambda row: row.code),
        "metric": make_text_field(lambda row: row.metric),
        "unit": make_text_field(lambda row: row.unit),
        "kind": make_text_field(lambda row: row.kind),
        "topic": make_text_field(lambda row: row.topic),
        "scope": make_text_field(lambda row: row.scope),
        "row": make_any_field(make_series_row, "the row as it stands in the open data"),
    },
)
OBSERVATION = Shape(
    "Observation",
    "A figure with its period, source and grade",
    {
        "period": make_text_field(lambda row: row.period),
        "low": number_field(lambda row: row.low),
        "high": number_field(lambda row: row.high),
        "bound": make_text_field(lambda row: row.bound),
        "growth": number_field(lambda row: row.growth, "per cent against the year before, as printed"),
        "source": make_text_field(lambda row: row.source),
        "said_on": make_text_field(lambda row: row.said_on),
        "grade": make_text_field(lambda row: row.grade),
        "row": make_any_field(make_observation_row, "the row as it stands in the open data"),
    },
)
ONE_SERIES = Shape(
    "SeriesWithObservations",
    "A series with its figures",
    {
        "code": make_text_field(lambda told: told["series"].code),
        "metric": make_text_field(lambda told: told["series"].metric),
        "unit": make_text_field(lambda told: told["series"].unit),
        "observations": make_many_field(OBSERVATION, lambda told: told["observations"]),
    },
)
TABLE = {
    "type": "object",
    "required": ["name", "rows"],
    "properties": {"name": {"type": "string"}, "rows": {"type": "array", "items": {"type": "object"}}},
}


def list_series(asked: Asked) -> Answered:
    """Return all series."""
    return cut_page(asked, make_slicer(list(access.list_series())), SERIES)


def show_series(asked: Asked) -> dict[str, Any]:
    """Return a series with its observations."""
    found = access.find_series(asked.path["code"])
    if found is None:
        raise Http404
    return ONE_SERIES.of({"series": found, "observations": access.list_current_observations(found)})


def show_table(asked: Asked) -> dict[str, Any]:
    """Return a table of the open data."""
    name = asked.path["name"]
    if name not in _BY_NAME:
        raise Http404
    return {"name": name, "rows": open_data.list_rows(_BY_NAME[name], asked.now)}


OPERATIONS = [
    Operation(
        "GET",
        "/series",
        "list_series",
        "Series of figures",
        list_series,
        list_schema(SERIES),
        group="Figures",
        query=(LIMIT, CURSOR),
    ),
    Operation(
        "GET",
        "/series/{code}",
        "show_series",
        "A series with its figures, their sources and grades",
        show_series,
        ONE_SERIES,
        group="Figures",
        in_path={"code": {"type": "string", "maxLength": 120}},
    ),
    Operation(
        "GET",
        "/tables/{name}",
        "show_table",
        "A table of the open data; mechanism holds what we ourselves achieve",
        show_table,
        TABLE,
        group="Figures",
        in_path={"name": {"type": "string", "enum": sorted(_BY_NAME)}},
    ),
]
