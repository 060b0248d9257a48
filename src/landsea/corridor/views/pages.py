"""The network to look at: its services, a page for each place and service with all figures and sources, open data."""

import csv
import json
from collections.abc import Iterable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from landsea.accounts.doors import door
from landsea.corridor import access
from landsea.corridor.drawing import map_of_places
from landsea.corridor.words import CARGO, DAYS, GRADES, KINDS, MODES, STEPS
from landsea.ui.shapes import Tab
from landsea_core.planner.network.cargo import Cargo
from landsea_core.planner.network.figures import Figures
from landsea_core.planner.network.model import Corridor, Service
from landsea_core.planner.network.spreads import Spreads


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


def days_words(one: Service) -> str:
    """Return when a service runs, in words; a number a week says that its days are not known."""
    from django.utils.translation import gettext as _
    from django.utils.translation import ngettext

    if isinstance(one.days, tuple):
        return ", ".join(str(DAYS[day]) for day in one.days)
    if isinstance(one.days, str):
        return _("daily") if one.days == "daily" else _("on call")
    if one.days < 1:
        return _("every %(count)d days, days not known") % {"count": round(7 / one.days)}
    count = round(one.days)
    return ngettext("%(count)d a week, day not known", "%(count)d a week, days not known", count) % {"count": count}


@door("public")
@require_safe
def place_page(request: HttpRequest, code: str) -> HttpResponse:
    """A place: where it is, what calls there, what is done to cargo there, what is closed, whom to ask."""
    known, place = access.network(), access.place(code)
    inside = [one for one in known.places.values() if one.within == code]
    procedures = [
        {"row": row, "what": STEPS.get(row.kind.replace("_", " "), row.kind), "grade": GRADES[row.fact.grade]}
        for row in known.procedures
        if row.place == code
    ]
    services = access.services_at(code)
    context = {
        "place": place,
        "city": known.places.get(place.within),
        "inside": inside,
        "services": [{**_line(known, one), "kind": KINDS[one.kind], "mode": MODES[one.mode]} for one in services],
        "procedures": procedures,
        "closures": [row for row in access.closures_on(timezone.localdate()) if code in row.places],
        "desk": access.desks_at([code]).get(code),
        "map": map_of_places("road", [place]),
    }
    return render(request, "corridor/place.html", context)


@door("public")
@require_safe
def service_page(request: HttpRequest, service: str) -> HttpResponse:
    """A service: its calls with the grade of each time, what it takes, price, emissions, source, what was corrected."""
    known, one = access.network(), access.service(service)
    figures = Figures(known, Cargo(teu=1))
    rows = [row for row in known.emissions if row.mode == one.mode]
    context = {
        "service": one,
        "mode": MODES[one.mode],
        "kind": KINDS[one.kind],
        "days": days_words(one),
        "grade": GRADES[one.fact.grade],
        "calls": [(call, known.places[call.place], GRADES.get(call.grade, "")) for call in one.calls],
        "carries": [(words, one.carries[key]) for key, words in CARGO.items()],
        "price": figures.price(one.id),
        "prices": [row for row in known.prices if one.id in row.services],
        "spread": Spreads(known).of(one),
        "co2e": round(figures.co2e_kg(one.mode, one.km)),
        "factors": rows,
        "closures": [
            row
            for row in access.closures_on(timezone.localdate())
            if one.id in row.services or any(call.place in row.places for call in one.calls)
        ],
        "map": map_of_places(one.mode, [known.places[call.place] for call in one.calls]),
    }
    return render(request, "corridor/service.html", context)


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
