"""The network to look at: its services by mode, or what a name that is looked for means."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from landsea.base.doors import door, proven_actor
from landsea.base.ui.countries import country_name
from landsea.base.ui.paging import part_of
from landsea.base.ui.shapes import Filter
from landsea.corridor import access, access_editing
from landsea.corridor.editing.row_labels import PLACE_KINDS
from landsea.corridor.labels import (
    GRADES,
    MODES,
    days_words,
    service_name,
)
from landsea_core.planner.network.model import Corridor, Service
from landsea_core.planner.network.place_names import find_places_called
from landsea_core.text import clean_text

MOST_FOUND, LONGEST = 20, 80
A_PAGE = 30
"""Lines on a page: what one scrolls through on a phone."""


@door("public")
@require_safe
def show_network(request: HttpRequest) -> HttpResponse:
    """The lines of one mode, perhaps of one country, in parts; with `q`, the places called so and the services that call
    there or bear that code.
    """
    known = access.current_network()
    mode, country = request.GET.get("mode", "rail"), request.GET.get("country", "")
    said = clean_text(request.GET.get("q", "")).text[:LONGEST].strip()
    context = {"q": said, "found": None, "filters": _filters(known, mode, country), "span": known.span}
    if said:
        found = find_places_called(known, said)[:MOST_FOUND]
        lines = _calling(known, {place.code for place in found}, said.upper())
        context["found"] = [(place, PLACE_KINDS[place.kind]) for place in found]
    else:
        lines = [one for one in known.services.values() if one.kind == "line" and one.mode == mode]
        lines = [one for one in lines if not country or country in _countries(known, one)]
    shown, pages = part_of(request, lines, A_PAGE)
    context |= {
        "lines": [_line(known, one) for one in shown],
        "pages": pages,
        "may_edit": access_editing.may_edit(proven_actor(request)),
    }
    return render(request, "corridor/network.html", context)


def _filters(known: Corridor, mode: str, country: str) -> list[Filter]:
    """Return what the list may be cut down by: a mode, a country that a line calls in."""
    language = get_language() or "en"
    served = {code for one in known.services.values() if one.kind == "line" for code in _countries(known, one)}
    countries = sorted(((code, country_name(code, language)) for code in served), key=lambda pair: pair[1])
    return [
        Filter("mode", _("Mode"), tuple((key, str(words)) for key, words in MODES.items()), mode),
        Filter("country", _("Country"), (("", _("in any country")), *countries), country),
    ]


def _countries(known: Corridor, one: Service) -> set[str]:
    return {known.places[call.place].country for call in one.calls}


def _calling(known: Corridor, codes: set[str], service: str) -> list[Service]:
    """Return the lines that call at one of these places, and the service with this code."""
    at = [one for one in known.services.values() if one.kind == "line" and codes & {call.place for call in one.calls}]
    return [known.services[service], *at] if service in known.services else at


def _line(known: Corridor, one: Service) -> dict:
    return {"service": one, "name": service_name(known, one), "days": days_words(one), "grade": GRADES[one.fact.grade]}
