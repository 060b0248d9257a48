"""The network to look at: its services by mode, and all of it to take away."""

import csv
import json
from collections.abc import Iterable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from landsea.accounts.doors import door
from landsea.corridor import access
from landsea.corridor.words import GRADES, MODES, days_words
from landsea.ui.shapes import Tab
from landsea_core.planner.network.model import Corridor, Service


@door("public")
@require_safe
def network(request: HttpRequest) -> HttpResponse:
    """All lines, by mode; one mode at a time on a phone."""
    known = access.network()
    mode = request.GET.get("mode", "rail")
    lines = [one for one in known.services.values() if one.kind == "line" and one.mode == mode]
    context = {
        "modes": [Tab(words, f"?mode={key}", key == mode) for key, words in MODES.items()],
        "lines": [_line(known, one) for one in lines],
        "closures": access.closures_on(timezone.localdate()),
        "span": known.span,
    }
    return render(request, "corridor/network.html", context)


def _line(known: Corridor, one: Service) -> dict:
    ends = (known.places[one.calls[0].place], known.places[one.calls[-1].place])
    return {"service": one, "ends": ends, "days": days_words(one), "grade": GRADES[one.fact.grade]}


@door("public")
@require_safe
def open_data(request: HttpRequest, form: str) -> HttpResponse:
    """The network to take away: services as CSV, places and lines as GeoJSON, timetables as GTFS."""
    known = access.network()
    if form == "csv":
        return _csv(known.services.values())
    if form == "geojson":
        return HttpResponse(json.dumps(_geojson(known), ensure_ascii=False), content_type="application/geo+json")
    if form == "gtfs.zip":
        return _gtfs(known)
    raise Http404


def _csv(services: Iterable[Service]) -> HttpResponse:
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="landsea-services.csv"'
    writer = csv.writer(response)
    writer.writerow(
        ["id", "kind", "mode", "name", "operator", "places", "days", "hours", "km", "grade", "source", "checked"]
    )
    for one in services:
        days = " ".join(one.days) if isinstance(one.days, tuple) else one.days
        places = " ".join(call.place for call in one.calls)
        told = [one.id, one.kind, one.mode, one.name, one.operator, places, days, one.hours, one.km]
        writer.writerow([*told, one.fact.grade, one.fact.source, one.fact.checked])
    return response


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
    return {"type": "FeatureCollection", "features": points + lines}


def _gtfs(known: Corridor) -> HttpResponse:
    import io
    import zipfile

    from landsea_core.planner.network.gtfs_rows import exported

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in exported(known).items():
            archive.writestr(name, text)
    response = HttpResponse(out.getvalue(), content_type="application/zip")
    response["Content-Disposition"] = 'attachment; filename="landsea-gtfs.zip"'
    return response
