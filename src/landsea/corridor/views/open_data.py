"""The network to take away, for everybody: tables as CSV, places and lines as GeoJSON, timetables as GTFS."""

import csv
import io
import json
import zipfile
from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from landsea.base.doors import door
from landsea.base.ui.sheets.cells import defuse_formula
from landsea.corridor import access, access_editing, access_versions
from landsea_core.figures.data_package import LICENCE
from landsea_core.planner.network.changes import Row
from landsea_core.planner.network.gtfs_export import export_gtfs
from landsea_core.planner.network.model import Corridor

FORMS = {
    "csv": _("services: one a line, with source, grade and day"),
    "calls.csv": _("timetable: one call a line, on the clock of its place"),
    "places.csv": _("places: codes, names, positions, time zones"),
    "procedures.csv": _("procedures: gate hours, queue and clearance as best, usual and ninth-of-ten hours"),
    "prices.csv": _("prices: ranges with their periods"),
    "geojson": _("places and lines for a map, without borders"),
    "gtfs.zip": _("timetables as GTFS, for planners of others"),
}
_FACT = ("source", "grade", "checked", "note")
_COLUMNS = {
    "services": (
        "id",
        "kind",
        "mode",
        "name",
        "operator",
        "places",
        "days",
        "hours",
        "km",
        "grade",
        "source",
        "checked",
        "cut_off_hours",
        "from",
        "until",
        "capacity",
        "not_offered",
        "retired",
        "note",
        "correction",
    ),
    "calls": ("service", "number", "place", "arrive", "arrive_day", "depart", "depart_day", "grade"),
    "places": (
        "code",
        "country",
        "kind",
        "name",
        "name_zh",
        "within",
        "lat",
        "lon",
        "position",
        "tz",
        "retired",
        *_FACT,
    ),
    "procedures": (
        "id",
        "place",
        "mode",
        "kind",
        "at",
        "goods",
        "opens",
        "closes",
        "min",
        "typical",
        "p90",
        "applies_to",
        "from",
        "until",
        "retired",
        *_FACT,
    ),
    "prices": ("id", "services", "low", "high", "currency", "unit", "from", "until", "retired", *_FACT),
}


@door("public")
@require_safe
def show_open_data(request: HttpRequest) -> HttpResponse:
    """What there is, under which licence, as of which day."""
    last = access_versions.list_last_editions(1)
    context = {
        "forms": list(FORMS.items()),
        "licence": LICENCE,
        "day": find_last_day(access.find_current_network()),
        "edited_at": last[0].at if last else None,
    }
    return render(request, "corridor/open_data.html", context)


def find_last_day(known: Corridor) -> str:
    """Return the last day on which a service was looked up."""
    return max(one.fact.checked for one in known.services.values())


@door("public")
@require_safe
def open_data(request: HttpRequest, form: str) -> HttpResponse:
    """One of the forms. Raises Http404 for any other."""
    if form not in FORMS:
        raise Http404
    if form == "geojson":
        return HttpResponse(
            json.dumps(_geojson(access.find_current_network()), ensure_ascii=False), content_type="application/geo+json"
        )
    if form == "gtfs.zip":
        return _gtfs(access.find_current_network())
    kind = "services" if form == "csv" else form.removesuffix(".csv")
    return _csv(kind, _TABLES[kind](access_editing.list_rows("services" if kind == "calls" else kind)))


def _csv(kind: str, rows: Iterable[dict[str, Any]]) -> HttpResponse:
    """Texts are kept from being taken for formulas; numbers, negative ones too, stay numbers."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="landsea-{kind}.csv"'
    writer = csv.writer(response)
    writer.writerow(_COLUMNS[kind])
    for row in rows:
        cells = [row.get(column, "") for column in _COLUMNS[kind]]
        writer.writerow([defuse_formula(cell) if isinstance(cell, str) else cell for cell in cells])
    return response


def _joined(row: Row) -> dict[str, Any]:
    return {key: " ".join(value) if isinstance(value, list) else value for key, value in row.items() if key != "calls"}


def _services(rows: list[Row]) -> Iterable[dict[str, Any]]:
    return ({**_joined(row), "places": " ".join(call["place"] for call in row["calls"])} for row in rows)


def _calls(rows: list[Row]) -> Iterable[dict[str, Any]]:
    for row in rows:
        if row["kind"] == "line":
            yield from ({"service": row["id"], "number": number, **call} for number, call in enumerate(row["calls"], 1))


def _places(rows: list[Row]) -> Iterable[dict[str, Any]]:
    return ({**row, "name": row["names"].get("en", ""), "name_zh": row["names"].get("zh", "")} for row in rows)


def _procedures(rows: list[Row]) -> Iterable[dict[str, Any]]:
    return ({**_joined(row), **row["hours"]} for row in rows)


def _prices(rows: list[Row]) -> Iterable[dict[str, Any]]:
    return map(_joined, rows)


_TABLES = {"services": _services, "calls": _calls, "places": _places, "procedures": _procedures, "prices": _prices}


def _geojson(known: Corridor) -> dict:
    used = sorted({call.place for one in known.services.values() for call in one.calls})
    points = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [known.places[code].lon, known.places[code].lat]},
            "properties": {"code": code, "name": known.places[code].name, "kind": known.places[code].kind},
        }
        for code in used
    ]
    lines = [
        {
            "type": "Feature",
            "geometry": {
                "type": "LineString",
                "coordinates": [[known.places[call.place].lon, known.places[call.place].lat] for call in one.calls],
            },
            "properties": {
                "id": one.id,
                "mode": one.mode,
                "name": one.name,
                "grade": one.fact.grade,
                "source": one.fact.source,
            },
        }
        for one in known.services.values()
    ]
    about_it = {"licence": LICENCE["name"], "checked": find_last_day(known)}
    return {"type": "FeatureCollection", **about_it, "features": points + lines}


def _gtfs(known: Corridor) -> HttpResponse:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in export_gtfs(known).items():
            archive.writestr(name, text)
    response = HttpResponse(out.getvalue(), content_type="application/zip")
    response["Content-Disposition"] = 'attachment; filename="landsea-gtfs.zip"'
    return response
