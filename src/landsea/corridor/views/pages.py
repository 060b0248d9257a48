"""The network to look at: its services by mode, or what a name that is looked for means."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from landsea.base.doors import door
from landsea.base.ui.countries import name_country
from landsea.base.ui.paging import cut_part
from landsea.base.ui.shapes import Filter
from landsea.corridor import access, access_diagram, access_editing
from landsea.corridor.diagram_list import list_stops
from landsea.corridor.editing.row_labels import PLACE_KINDS
from landsea.corridor.labels import (
    GRADES,
    MODES,
    describe_days,
    name_service,
)
from landsea_core.planner.network.directions import BothWays, find_ends, group_by_countries, pair_directions
from landsea_core.planner.network.model import Corridor, Service
from landsea_core.planner.network.place_names import find_places_called
from landsea_core.text import clean_text
from landsea_core.text.letters.alphabet import make_alphabet_key

MOST_FOUND, LONGEST = 20, 80
A_PAGE = 10
"""Lines on a page: what one scrolls through on a phone."""


@door("public")
@require_safe
def show_network(request: HttpRequest) -> HttpResponse:
    """The lines of one mode, perhaps of one country, in parts; with `q`, the places called so and the services that call
    there or bear that code.
    """
    known = access.find_current_network()
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
        context["today"] = access_diagram.mark_diagram_today(timezone.now())
        context["stops"] = list_stops(context["today"].states, context["today"].closed)
    pairs = group_by_countries(known, pair_directions(lines))
    shown, pages = cut_part(request, pairs, A_PAGE)
    context |= {
        "lines": [_line(known, one) for one in shown],
        "pages": pages,
        "may_edit": access_editing.may_edit(request.actor),
    }
    return render(request, "corridor/network.html", context)


def _filters(known: Corridor, mode: str, country: str) -> list[Filter]:
    """Return what the list may be cut down by: a mode, a country that a line calls in."""
    language = get_language() or "en"
    served = {code for one in known.services.values() if one.kind == "line" for code in _countries(known, one)}
    countries = sorted(
        ((code, name_country(code, language)) for code in served), key=lambda pair: make_alphabet_key(pair[1], language)
    )
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


def _line(known: Corridor, pair: BothWays) -> dict[str, Any]:
    """Return a line of the list: a service, and what is otherwise of the one back (`back_days`, `back_hours`)."""
    one, back = pair.there, pair.back
    days, back_days = describe_days(one), describe_days(back) if back else ""
    language = get_language() or "en"
    grades = dict.fromkeys(str(GRADES[service.fact.grade]) for service in pair.services)
    return {
        "group": " – ".join(name_country(code, language) for code in find_ends(known, pair)),
        "service": one,
        "back": back,
        "name": name_service(known, one),
        "days": days,
        "back_days": back_days if back_days != days else "",
        "back_hours": back.hours if back and back.hours != one.hours else None,
        "grade": ", ".join(grades),
    }
