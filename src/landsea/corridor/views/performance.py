"""What all logged trips come to: the corridor's indicators, claimed beside measured, and the picture of each stretch."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from landsea.base.doors import door
from landsea.base.ui.shapes import Tab
from landsea.corridor import access, access_figures, access_trips
from landsea.corridor.asking import write_eight_tomorrow
from landsea.corridor.charting import make_chart_of_picture
from landsea.corridor.labels import GRADES, HAPPENINGS, MODES
from landsea_core.planner.network.model import Corridor
from landsea_core.planner.network.performance import LegFigure, SeparateSamples
from landsea_core.planner.network.place_names import list_places_inside
from landsea_core.planner.network.trip_samples import HIDDEN_BELOW, LEAST_HOUSES, LEAST_SENDERS

MOST_LEGS = 100
"""Anybody may log trips between any two places: the stretches with most trips come first, the rest are only counted."""


@door("public")
@require_safe
def show_performance(request: HttpRequest) -> HttpResponse:
    """What all logged trips come to, those without a name apart; claimed beside measured. `mode` narrows to one mode."""
    network, kept = access.find_current_network(), access_figures.count_trips()
    mode = request.GET.get("mode", "")
    mode = mode if mode in MODES else ""
    stretches = [one for one in kept.overall.legs if mode in ("", one.mode)]
    of = kept.overall.by_mode[mode]
    context = {
        "legs": [_figure(network, one) for one in stretches[:MOST_LEGS]],
        "more_legs": max(0, len(stretches) - MOST_LEGS),
        "borders": [(network.places[code], hours) for code, hours in of.borders.items()],
        "indicators": of.counted,
        "nameless": of.nameless,
        "count": of.trips,
        "nameless_trips": of.nameless_trips,
        "demo_trips": kept.demo_trips,
        "modes": [Tab(words, f"?mode={key}", key == mode) for key, words in {"": _("all modes"), **MODES}.items()],
    }
    return render(request, "corridor/performance.html", context)


def _figure(network: Corridor, one: LegFigure) -> dict:
    """Return a stretch for the page: `longer` is by how much in a hundred the median of trips that count, or else of those
    without a name, lies above what is said; `has_page` where it has a page of its own.
    """
    hours, said = one.hours, one.said
    median = hours.nameless.median if hours.sample.median is None else hours.sample.median
    return {
        "origin": network.places[one.origin],
        "destination": network.places[one.destination],
        "mode": one.mode,
        "mode_words": MODES[one.mode],
        "hours": hours,
        "said": said,
        "grade": GRADES.get(one.grade, ""),
        "service": one.service,
        "longer": round(100 * (median / said - 1)) if median and said else None,
        "has_page": median is not None,
    }


@door("public")
@require_safe
def show_stretch(request: HttpRequest, origin: str, destination: str, mode: str) -> HttpResponse:
    """The time/cost-distance picture of the trips over one stretch that count, or else of those without a name; what counted
    and what did not, and why; beside what is said of it elsewhere.
    """
    network, kept = access.find_current_network(), access_figures.count_trips()
    figure = kept.overall.leg(origin, destination, mode)
    found, is_nameless = (None, False)
    if figure is not None and figure.hours.is_shown:
        found, is_nameless = access_figures.stretch_picture(kept, (origin, destination, mode))
    if found is None:
        raise Http404  # fewer than five trips: whether there are any is not told
    ends = (network.places[origin], network.places[destination])
    codes = [
        frozenset({place.code, place.within, *list_places_inside(network, place.within or place.code)} - {""})
        for place in ends
    ]
    context = {
        "picture": found,
        "is_nameless": is_nameless,
        "sorted_trips": _sorted_words(figure.hours),
        "rulings": access_trips.list_rulings(origin, destination, mode),
        "figure": _figure(network, figure),
        "planned": _planned_hours(figure),
        "senders": LEAST_SENDERS,
        "houses": LEAST_HOUSES,
        "origin": ends[0],
        "destination": ends[1],
        "mode": MODES[mode],
        "points": [(network.places[one.place], HAPPENINGS[one.what], one) for one in found.points],
        "chart": make_chart_of_picture(network, found),
        "said": access.list_said_between(*codes),
        "demo_trips": kept.demo_trips,
        "tomorrow": write_eight_tomorrow(),
    }
    return render(request, "corridor/stretch.html", context)


def _planned_hours(figure: LegFigure) -> float | None:
    """Return the hours by trips that plans count with, None where they keep to what is said: invented trips change no plan."""
    planned = access_figures.measure_network().measured.get(figure.service)
    return figure.said * planned.scale if planned is not None else None


def _sorted_words(hours: SeparateSamples) -> list[tuple[str, str, str]]:
    """Return what counted and what did not, why, and how many; numbers under five are not told."""
    sample = hours.sample
    by = _("by %(senders)s senders of %(houses)s houses") % {
        "senders": _number(sample.senders, HIDDEN_BELOW),
        "houses": _number(sample.houses, LEAST_HOUSES),
    }
    bounds = _("outside half to four times of what is advertised, or not possible: an editor looks first")
    found = [
        (_("Counted"), sample.n, by if sample.n else ""),
        (_("Logged without a name"), hours.nameless.n, _("anybody can log one: shown apart, no plan counts with it")),
        (_("Waiting for an editor"), hours.held, bounds),
        (_("Left out by an editor"), hours.left_out, ""),
        (_("Of the year before"), hours.earlier.n, _("told beside: trips count for a year after they ended")),
        (_("Older than that, or old and without a name"), hours.other_time, ""),
    ]
    return [(words, _number(number, HIDDEN_BELOW), why) for words, number, why in found if number]


def _number(number: int, least: int) -> str:
    return str(number) if number >= least else _("fewer than %(least)s") % {"least": least}
