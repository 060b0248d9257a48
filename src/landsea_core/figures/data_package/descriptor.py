"""The descriptor of the package: datapackage.json."""

from typing import Any

from landsea_core.figures.data_package.resource import Field, Resource
from landsea_core.figures.data_package.tables import LICENCE, RESOURCES


def make_descriptor(created: str, version: str, homepage: str) -> dict[str, Any]:
    """Return datapackage.json; `created` is an ISO moment in UTC."""
    return {
        "name": "landsea-figures",
        "title": "Figures of the New International Land-Sea Trade Corridor",
        "version": version,
        "description": "Figures with unit, period, scope, source, date and grade, as printed and as read; contradictions "
        "ruled on; "
        "the mechanism's own cases, without counts under five.",
        "homepage": homepage,
        "created": created,
        "licenses": [LICENCE],
        "resources": [_describe_resource(resource) for resource in RESOURCES],
    }


def _describe_resource(resource: Resource) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_describe_field(field) for field in resource.fields],
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


def _describe_field(field: Field) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if field.required else {}
    if field.among:
        constraints["enum"] = list(field.among)
    found: dict[str, Any] = {"name": field.name, "type": field.type, "description": field.description}
    if field.type == "datetime":
        found["format"] = "any"
    return found | ({"constraints": constraints} if constraints else {})
