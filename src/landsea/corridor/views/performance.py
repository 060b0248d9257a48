"""What all logged trips come to: the corridor's indicators, claimed beside measured, and the picture of each stretch."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from landsea.accounts.doors import door
from landsea.corridor import access
from landsea.corridor.asking import eight_tomorrow
from landsea.corridor.charting import chart_of_picture
from landsea.corridor.words import GRADES, HAPPENINGS, MODES
from landsea.ui.shapes import Tab
from landsea_core.planner.network.model import Corridor
from landsea_core.planner.network.naming import inside
from landsea_core.planner.network.performance import LegFigure, borders, indicators, legs
from landsea_core.planner.network.picture import picture


@door("public")
@require_safe
def performance(request: HttpRequest) -> HttpResponse:
    """What all logged trips come to; claimed beside measured. `mode` narrows to one mode."""
    network, logged = access.network(), access.trips_logged()
    mode = request.GET.get("mode", "")
    chosen = [trip for trip in logged if trip.mode == mode] if mode in MODES else logged
    context = {
        "legs": [_figure(network, one) for one in legs(network, chosen)],
        "borders": [(network.places[code], sample) for code, sample in borders(chosen).items()],
        "indicators": indicators(network, chosen),
        "count": len(chosen),
        "demo_trips": access.count_demo_trips(),
        "modes": [Tab(words, f"?mode={key}", key == mode) for key, words in {"": _("all modes"), **MODES}.items()],
    }
    return render(request, "corridor/performance.html", context)


def _figure(network: Corridor, one: LegFigure) -> dict:
    """Return a stretch for the page: `longer` is by how much in a hundred the median lies above what is said."""
    median, said = one.sample.median, one.said
    return {
        "origin": network.places[one.origin],
        "destination": network.places[one.destination],
        "mode": one.mode,
        "mode_words": MODES[one.mode],
        "sample": one.sample,
        "said": said,
        "grade": GRADES.get(one.grade, ""),
        "service": one.service,
        "longer": round(100 * (median / said - 1)) if median and said else None,
    }


@door("public")
@require_safe
def stretch(request: HttpRequest, origin: str, destination: str, mode: str) -> HttpResponse:
    """The time/cost-distance picture of all trips over one stretch, beside what is said of it elsewhere."""
    network, logged = access.network(), access.trips_logged()
    found = picture(network, logged, (origin, destination, mode))
    if found is None:
        raise Http404  # fewer than five trips: whether there are any is not told
    ends = (network.places[origin], network.places[destination])
    figure = next(
        one for one in legs(network, logged) if (one.origin, one.destination, one.mode) == (origin, destination, mode)
    )
    codes = [
        frozenset({place.code, place.within, *inside(network, place.within or place.code)} - {""}) for place in ends
    ]
    context = {
        "picture": found,
        "figure": _figure(network, figure),
        "origin": ends[0],
        "destination": ends[1],
        "mode": MODES[mode],
        "points": [(network.places[one.place], HAPPENINGS[one.what], one) for one in found.points],
        "chart": chart_of_picture(network, found),
        "said": access.said_between(*codes),
        "demo_trips": access.count_demo_trips(),
        "tomorrow": eight_tomorrow(),
    }
    return render(request, "corridor/stretch.html", context)
