"""Tables as CSV and back, and as JSON. Cells that are lists or objects are JSON inside CSV, as the Table Schema asks for."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from typing import Any

from landsea_core.figures.data_package.resource import Field, Resource

Row = dict[str, Any]
_NUMBERS = ("number", "integer")


def write_csv(resource: Resource, rows: Iterable[Row]) -> str:
    """Return rows as CSV with a header, in the order of the resource's columns."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(field.name for field in resource.fields)
    for row in rows:
        writer.writerow(_write_cell(field, row.get(field.name)) for field in resource.fields)
    return out.getvalue()


def read_csv(resource: Resource, text: str) -> list[Row]:
    """Return the rows of a CSV that `write_csv` wrote; ValueError names the missing column or the line."""
    reader = csv.DictReader(io.StringIO(text))
    missing = [field.name for field in resource.fields if field.name not in (reader.fieldnames or ())]
    if missing:
        raise ValueError(f"{resource.name}.csv has no column {', '.join(missing)}: export it again or add the column.")
    rows = []
    for number, row in enumerate(reader, start=2):
        try:
            rows.append({field.name: _read_cell(field, row[field.name]) for field in resource.fields})
        except (ValueError, TypeError) as problem:
            raise ValueError(f"{resource.name}.csv:{number}: {problem}") from problem
    return rows


def write_json(resource: Resource, rows: Sequence[Row]) -> str:
    """Return rows as JSON, one object a row, with the columns of the resource."""
    return json.dumps(
        [{field.name: row.get(field.name) for field in resource.fields} for row in rows], ensure_ascii=False, indent=1
    )


def _write_cell(field: Field, value: object) -> str:
    if value is None or value == "":
        return ""
    if field.type in ("array", "object"):
        return json.dumps(value, ensure_ascii=False)
    if field.type == "boolean":
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _read_cell(field: Field, cell: str) -> object:
    if field.type in ("array", "object"):
        return json.loads(cell) if cell else ([] if field.type == "array" else {})
    if field.type in _NUMBERS:
        return (float(cell) if field.type == "number" else int(cell)) if cell else None
    if field.type == "boolean":
        return cell == "true"
    return cell
