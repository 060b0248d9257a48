"""A kept plan behind its secret link: what was chosen, whether it still goes, what to take instead, its end."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from landsea.base.doors import door
from landsea.base.offline.keeping import keep_on_device
from landsea.corridor import access
from landsea.corridor.actions import keep_plan
from landsea.corridor.labels import (
    KINDS,
    MODES,
    name_service,
    place_name,
)
from landsea.corridor.plan_news import say_news
from landsea_core.planner.network.kept_ways import find_news
from landsea_core.planner.network.model import HAUL, TRUCK


@door("public")
@keep_on_device("plan")
@require_http_methods(["GET", "HEAD", "POST"])
def show_kept_plan(request: HttpRequest, secret: str) -> HttpResponse:
    """Show it; `act=confirm` begins its mails, `act=end` ends it. Programs that look at mails open links, people press."""
    row = access.find_kept_plan(secret)
    act = request.POST.get("act")
    if request.method == "POST" and act == "end":
        keep_plan.end_plan(row, now=timezone.now())
        return render(request, "corridor/plan_ended.html")
    if request.method == "POST" and act == "confirm":
        keep_plan.confirm_plan(row, now=timezone.now())
        row = access.find_kept_plan(secret)
        messages.success(request, _("From now on we write to %(email)s when this changes.") % {"email": row.email})
    context = {
        "plan": row,
        "chosen": _legs(row.chosen),
        "instead": None,
        "in_the_way": access.list_closures_in_the_way(row),
    }
    context["chosen_arrives"] = _arrival_of(row.chosen)
    if row.instead:
        told = find_news(row.chosen, row.chosen, row.instead)
        context["instead_arrives"] = _arrival_of(row.instead)
        context |= {"instead": _legs(row.instead), "news": say_news(told), "same_way": told.way == "same"}
    return render(request, "corridor/kept_plan.html", context)


def _arrival_of(itinerary: dict) -> datetime:
    """Return when the goods are there, as the list of ways says it: after the last leg they may wait to be cleared."""
    return datetime.fromisoformat(itinerary["arrival"])


def _legs(itinerary: dict) -> list[dict]:
    """Return the legs of a stored itinerary with moments instead of texts, and places in the reader's language; what one
    lorry drives is one.
    """
    network = access.find_current_network()
    places = network.places

    def name(leg: dict, end: str) -> str:
        place = places.get(leg[end])  # what was kept may have gone from the network since
        return place_name(place) if place else leg[f"{end}_name"]

    def called(leg: dict) -> str:
        service = network.services.get(leg["service"])
        if service is None:
            return leg["service_name"]
        return name_service(network, service) if service.kind == "line" else str(KINDS[service.kind])

    shown = [
        {
            **leg,
            "from_name": name(leg, "from"),
            "to_name": name(leg, "to"),
            "mode": MODES[leg["mode"]],
            "service_name": called(leg),
            "depart": datetime.fromisoformat(leg["depart"]),
            "arrive": datetime.fromisoformat(leg["arrive"]),
        }
        for leg in itinerary["legs"]
    ]
    drives: list[dict] = []
    for leg in shown:
        if drives and _goes_on(drives[-1], leg):
            drives[-1] = drives[-1] | {key: leg[key] for key in ("to", "to_name", "arrive")}
        else:
            drives.append(leg)
    return drives


def _goes_on(leg: dict, following: dict) -> bool:
    """Say whether one lorry on call drives both legs without a stop, as `drives` of the planner does of legs not stored."""
    on_call = all(one["mode"] == MODES["road"] and one["kind"] in (TRUCK, HAUL) for one in (leg, following))
    return on_call and not following["before"] and leg["arrive"] == following["depart"]
