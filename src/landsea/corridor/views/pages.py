"""The network to look at: its services by mode, or what a name that is looked for means."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from landsea.accounts.doors import door, proven
from landsea.corridor import access, access_editing
from landsea.corridor.editing.words import PLACE_KINDS
from landsea.corridor.words import GRADES, MODES, days_words, service_name
from landsea.ui.shapes import Tab
from landsea_core.planner.network.model import Corridor, Service
from landsea_core.planner.network.naming import called_like
from landsea_core.text import clean_text

MOST_FOUND, LONGEST = 20, 80


@door("public")
@require_safe
def network(request: HttpRequest) -> HttpResponse:
    """All lines, one mode at a time; with `q`, the places called so and the services that call there or bear that code."""
    known = access.network()
    mode = request.GET.get("mode", "rail")
    said = clean_text(request.GET.get("q", "")).text[:LONGEST].strip()
    context = {"q": said, "found": None, "filters": (), "span": known.span}
    if said:
        found = called_like(known, said)[:MOST_FOUND]
        lines = _calling(known, {place.code for place in found}, said.upper())
        context["found"] = [(place, PLACE_KINDS[place.kind]) for place in found]
    else:
        lines = [one for one in known.services.values() if one.kind == "line" and one.mode == mode]
    context |= {
        "modes": [Tab(words, f"?mode={key}", key == mode) for key, words in MODES.items()],
        "lines": [_line(known, one) for one in lines],
        "may_edit": access_editing.may_edit(proven(request)),
    }
    return render(request, "corridor/network.html", context)


def _calling(known: Corridor, codes: set[str], service: str) -> list[Service]:
    """Return the lines that call at one of these places, and the service with this code."""
    at = [one for one in known.services.values() if one.kind == "line" and codes & {call.place for call in one.calls}]
    return [known.services[service], *at] if service in known.services else at


def _line(known: Corridor, one: Service) -> dict:
    return {"service": one, "name": service_name(known, one), "days": days_words(one), "grade": GRADES[one.fact.grade]}
