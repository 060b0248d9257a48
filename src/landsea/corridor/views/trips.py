"""Trips: begin one and add milestones on a phone, upload many. What all of them come to is `performance`."""

from zoneinfo import ZoneInfo

from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from landsea.base.doors import door
from landsea.base.limits.spending import spend_limit
from landsea.base.translation.sentences import say_sentence
from landsea.corridor import access, access_trips
from landsea.corridor.actions.log_trip import Wish, add_milestone, begin_trip, log_file, take_back_milestone
from landsea.corridor.charting import make_chart_of_trip
from landsea.corridor.forms import MilestoneForm, TripForm, UploadForm
from landsea.corridor.kept_links import KEPT_LINKS
from landsea.corridor.labels import (
    HAPPENINGS,
    MODES,
    place_name,
    place_names,
)
from landsea.corridor.models import Milestone
from landsea_core.planner.network.milestones import read_milestones
from landsea_core.planner.network.time_distance import draw_time_distance
from landsea_core.planner.network.trip_events import TripEvent
from landsea_core.planner.network.trip_samples import LEAST_HOUSES, LEAST_SENDERS
from landsea_core.text.default_reader import find_goods_name

LARGEST = 5_000_000
MOST_FAULTS = 20
TOO_OFTEN = 429
AS_TYPED = "%Y-%m-%dT%H:%M"
FOLLOWS = {
    "departed": ("arrived", False),
    "border_in": ("border_out", True),
    "border_out": ("arrived", False),
    "arrived": ("departed", True),
}
"""What mostly happens next, and whether at the same place."""


@door("public")
@require_http_methods(["GET", "HEAD", "POST"])
def show_trips(request: HttpRequest) -> HttpResponse:
    """Begin a trip by hand (`act=begin`), or upload a file (`act=upload`)."""
    act = request.POST.get("act") if request.method == "POST" else ""
    form = TripForm(request.POST if act == "begin" else None)
    sent = (request.POST, request.FILES) if act == "upload" else (None, None)
    upload = UploadForm(*sent, auto_id="upload_%s")  # both forms have the same fields, and each label its own
    vouched = bool(access_trips.list_houses(request.actor))
    context: dict = {
        "form": form,
        "upload": upload,
        "vouched": vouched,
        "senders": LEAST_SENDERS,
        "houses": LEAST_HOUSES,
    }
    waits = _too_often(request, form, upload) if act in ("begin", "upload") else False
    if act == "begin" and form.is_valid():
        row = begin_trip(_wish(form.cleaned_data, "hand"), actor=request.actor, now=timezone.now())
        return HttpResponseRedirect(reverse("trip", args=[KEPT_LINKS.secret_of(row.nonce)]))
    if act == "upload" and upload.is_valid():
        context |= _take(request, upload)
    status = 422 if form.errors or upload.errors or context.get("faults") else 200
    return render(request, "corridor/trips.html", context, status=TOO_OFTEN if waits else status)


def _too_often(request: HttpRequest, *forms: Form) -> bool:
    """Say on the form that was sent, once it is in order, that many trips came from this network."""
    sent = next(one for one in forms if one.is_bound)
    if not sent.is_valid() or spend_limit(request, "trip"):
        return False
    sent.add_error(
        None, _("Many trips came from your connection within the hour. What you typed is still here: send it later.")
    )
    return True


def _take(request: HttpRequest, upload: UploadForm) -> dict:
    file = upload.cleaned_data["file"]
    if file.size > LARGEST:
        return {"faults": [_("The file is larger than 5 MB; send it in parts.")]}
    try:
        text = file.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        return {"faults": [_("The file is no text in UTF-8. Save it as CSV in UTF-8, or as JSON.")]}
    how, reading = read_milestones(access.find_current_network(), text, timezone.now())
    if reading.faults or not reading.found:
        faults = [say_sentence(one) for one in reading.faults[:MOST_FAULTS]] or [
            _("The file holds nothing that happened to a trip.")
        ]
        return {"faults": faults, "more_faults": max(0, len(reading.faults) - MOST_FAULTS)}
    wish = _wish(upload.cleaned_data, how)
    new, before = log_file(reading.found, wish, actor=request.actor, now=timezone.now())
    return {"new": new, "before": before, "done": True}


def _wish(typed: dict, how: str) -> Wish:
    cost = typed["cost_usd"]
    return Wish(typed["mode"], typed["goods"], None if cost is None else float(cost), how)


def _likely_next(told: list[Milestone]) -> dict[str, str]:
    """Return what the form for the next milestone begins with: what mostly follows the last one, where that is the same place
    its name too, and the time now on the clock there.
    """
    if not told:
        return {"at": timezone.localtime().strftime(AS_TYPED)}
    last, place = told[-1], access.find_current_network().places[told[-1].place]
    what, stays = FOLLOWS[last.what]
    there = {"place": place_name(place), "at": timezone.now().astimezone(ZoneInfo(place.zone)).strftime(AS_TYPED)}
    return {"what": what} | (there if stays else {"at": timezone.localtime().strftime(AS_TYPED)})


@door("public")
@require_http_methods(["GET", "HEAD", "POST"])
def show_trip(request: HttpRequest, secret: str) -> HttpResponse:
    """A trip behind its secret link: its milestones so far, and the next one; `act=take_back` takes one out again."""
    row = access_trips.find_trip_with_secret(secret)
    if request.POST.get("act") == "take_back":
        what, place = request.POST.get("what", ""), request.POST.get("place", "")
        take_back_milestone(row, what, place, now=timezone.now())
        return HttpResponseRedirect(reverse("trip", args=[secret]))
    typed = request.POST if request.method == "POST" else None
    form = MilestoneForm(typed, initial=_likely_next(access_trips.list_milestones(row)))
    waits = request.method == "POST" and form.is_valid() and not spend_limit(request, "milestone")
    if waits:
        form.add_error(
            None,
            _("Much was logged from your connection within the hour. What you typed is still here: save it later."),
        )
    elif request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        add_milestone(row, TripEvent("", typed["code"], typed["what"], typed["moment"]), now=timezone.now())
        return HttpResponseRedirect(reverse("trip", args=[secret]))
    network = access.find_current_network()
    told = [
        {
            "what": one.what,
            "words": HAPPENINGS[one.what],
            "place": network.places[one.place],
            "at": one.at.astimezone(ZoneInfo(network.places[one.place].zone)),
        }
        for one in access_trips.list_milestones(row)
    ]
    context = {
        "form": form,
        "milestones": told,
        "mode": MODES[row.mode],
        "may_be_over": bool(told) and told[-1]["what"] == "arrived",
        "goods": row.goods,
        "goods_name": find_goods_name(row.goods, get_language() or "en"),
        "cost": row.cost_usd,
        "link": request.build_absolute_uri(),
        "chart": make_chart_of_trip(network, draw_time_distance(network, access_trips.read_trip(row))),
        "places": place_names(network.places.values()),
    }
    status = TOO_OFTEN if waits else 422 if form.errors else 200
    return render(request, "corridor/trip.html", context, status=status)
