"""Open data as a Data Package (Frictionless specification, version 1): the descriptor, and tables as CSV and back.

Cells that are lists or objects are JSON inside CSV, as the Table Schema asks for. Reading and writing of files is elsewhere.
"""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from landsea_core.figures.observations import GRADES

LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
NUMBERS = ("number", "integer")


@dataclass(frozen=True)
class Field:
    """A column: its type as the Table Schema names it, what it means, and whether it must be filled."""

    name: str
    type: str
    description: str
    required: bool = False
    among: tuple[str, ...] = ()


@dataclass(frozen=True)
class Resource:
    """A table of the package; `key` is the column that names a row, `points` says which columns name rows elsewhere."""

    name: str
    title: str
    fields: tuple[Field, ...]
    key: str
    points: tuple[tuple[str, str, str], ...] = ()


_SOURCE = (
    Field("source", "string", "who published it, and where", required=True),
    Field("said_on", "string", "as the source dates it"),
    Field("grade", "string", "how it is known", required=True, among=GRADES),
)
SERIES = Resource(
    "series",
    "Series: one subject, one metric, one unit",
    (
        Field("series", "string", "stable code", required=True),
        Field("title", "object", "language -> name of the subject", required=True),
        Field("metric", "string", "what is measured", required=True),
        Field("unit", "string", "unit of all its observations", required=True),
        Field("kind", "string", "flow, stock, route or relation"),
        Field("group", "string", "topic"),
        Field("scope", "string", "what it covers and what not"),
        Field("groups", "array", "words by which statements name the subject: one of each list"),
        Field("excluded", "array", "words that say that something else is meant"),
    ),
    "series",
)
PRINTED = Resource(
    "printed_figures",
    "Rows as they were printed",
    (
        Field("fact", "string", "stable code", required=True),
        Field("group", "string", "topic"),
        Field("subject", "string", "what it is about", required=True),
        Field("metric", "string", "what is given", required=True),
        Field("value", "string", "as printed", required=True),
        *_SOURCE,
        Field("checked", "date", "day on which somebody last looked at the source"),
    ),
    "fact",
)
OBSERVATIONS = Resource(
    "observations",
    "Observations: single figures with period, source, date and grade",
    (
        Field("observation", "string", "stable code", required=True),
        Field("series", "string", "code of its series", required=True),
        Field("period", "string", "2025, H1 2025, Q1 2025, Jan-Sep 2025, Sep 2025; empty for what has none"),
        Field("low", "number", "the figure, or the lower end of an interval, in the unit of the series", required=True),
        Field("high", "number", "the same figure, or the upper end", required=True),
        Field("bound", "string", "over, under, about or nearly, where it was said so"),
        Field("growth", "number", "per cent against the year before, as printed"),
        Field("scope", "string", "what it covers and what not"),
        *_SOURCE,
        Field("fact", "string", "code of the printed row it was read from"),
        Field("revises", "string", "code of the earlier observation that this one replaces"),
    ),
    "observation",
    (("series", "series", "series"),),
)
RULINGS = Resource(
    "rulings",
    "What people ruled about contradictions",
    (
        Field("contradiction", "string", "rule and rows", required=True),
        Field("verdict", "string", "what it is", required=True, among=("different_scope", "revised", "error", "open")),
        Field("words", "string", "why", required=True),
        Field("at", "datetime", "when it was ruled", required=True),
        Field("form_key", "string", "names the ruling", required=True),
    ),
    "form_key",
)
MECHANISM = Resource(
    "mechanism",
    "The mechanism's own cases, small cells hidden",
    (
        Field("cell", "string", "names the row", required=True),
        Field("table", "string", "which table", required=True),
        Field("row", "string", "value of the first dimension; empty for the total"),
        Field("column", "string", "value of the second dimension; empty for the total"),
        Field("cases", "integer", "number of cases; empty where it is hidden"),
        Field("hidden", "boolean", "fewer than five cases, or hidden so that others cannot be found", required=True),
    ),
    "cell",
)
RESOURCES = (SERIES, PRINTED, OBSERVATIONS, RULINGS, MECHANISM)


def descriptor(created: str, version: str, homepage: str) -> dict:
    """Return datapackage.json; `created` is an ISO moment in UTC."""
    return {
        "name": "landsea-figures",
        "title": "Figures of the New International Land-Sea Trade Corridor",
        "version": version,
        "description": "Figures with unit, period, scope, source, date and grade, as printed and as read; contradictions "
        "ruled on; "
        "the mechanism's own cases, small cells hidden.",
        "homepage": homepage,
        "created": created,
        "licenses": [LICENCE],
        "resources": [_resource(resource) for resource in RESOURCES],
    }


def _resource(resource: Resource) -> dict:
    schema: dict = {
        "fields": [_field(field) for field in resource.fields],
        "primaryKey": [resource.key],
        "missingValues": [""],
    }
    if resource.points:
        schema["foreignKeys"] = [
            {"fields": [column], "reference": {"resource": other, "fields": [their]}}
            for column, other, their in resource.points
        ]
    return {
        "name": resource.name,
        "title": resource.title,
        "path": f"{resource.name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(field: Field) -> dict:
    constraints: dict = {"required": True} if field.required else {}
    if field.among:
        constraints["enum"] = list(field.among)
    found = {"name": field.name, "type": field.type, "description": field.description}
    if field.type == "datetime":
        found["format"] = "any"
    return found | ({"constraints": constraints} if constraints else {})


def to_csv(resource: Resource, rows: Iterable[dict]) -> str:
    """Return rows as CSV with a header, in the order of the resource's columns."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(field.name for field in resource.fields)
    for row in rows:
        writer.writerow(_cell(field, row.get(field.name)) for field in resource.fields)
    return out.getvalue()


def from_csv(resource: Resource, text: str) -> list[dict]:
    """Return the rows of a CSV that `to_csv` wrote; ValueError names the missing column or the line."""
    reader = csv.DictReader(io.StringIO(text))
    missing = [field.name for field in resource.fields if field.name not in (reader.fieldnames or ())]
    if missing:
        raise ValueError(f"{resource.name}.csv has no column {', '.join(missing)}: export it again or add the column.")
    rows = []
    for number, row in enumerate(reader, start=2):
        try:
            rows.append({field.name: _value(field, row[field.name]) for field in resource.fields})
        except (ValueError, TypeError) as problem:
            raise ValueError(f"{resource.name}.csv:{number}: {problem}") from problem
    return rows


def to_json(resource: Resource, rows: Sequence[dict]) -> str:
    """Return rows as JSON, one object a row, with the columns of the resource."""
    return json.dumps(
        [{field.name: row.get(field.name) for field in resource.fields} for row in rows], ensure_ascii=False, indent=1
    )


def _cell(field: Field, value: object) -> str:
    if value is None or value == "":
        return ""
    if field.type in ("array", "object"):
        return json.dumps(value, ensure_ascii=False)
    if field.type == "boolean":
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _value(field: Field, cell: str) -> object:
    if field.type in ("array", "object"):
        return json.loads(cell) if cell else ([] if field.type == "array" else {})
    if field.type in NUMBERS:
        return (float(cell) if field.type == "number" else int(cell)) if cell else None
    if field.type == "boolean":
        return cell == "true"
    return cell
