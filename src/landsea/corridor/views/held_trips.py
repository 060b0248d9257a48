"""Trips outside the bounds, for editors: the list, and the decision on one group of them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from landsea.base.doors import door
from landsea.base.refusal import Refused
from landsea.corridor import access, access_trips
from landsea.corridor.actions.rule_on_trips import rule_on_trips
from landsea.corridor.forms import RulingForm
from landsea.corridor.labels import MODES
from landsea.directory.models.names import name_in
from landsea_core.planner.network.voices import MOST_OF_SAID


@door("network")
@require_http_methods(["GET", "HEAD", "POST"])
def show_held_trips(request: HttpRequest) -> HttpResponse:
    """What waits, by account and stretch; a POST decides on one group."""
    groups = access_trips.list_held_trips(request.actor)
    form = RulingForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        try:
            number = rule_on_trips(
                typed["mark"],
                typed["ruling"],
                why=typed["why"],
                all_of_sender=typed["all_of_sender"],
                actor=request.actor,
                now=timezone.now(),
            )
        except Refused as refused:
            form.add_error(None, str(refused))
            status = 409
        else:
            words = ngettext("Decided on %(n)d trip.", "Decided on %(n)d trips.", number)
            messages.success(request, words % {"n": number})
            return HttpResponseRedirect(reverse("held_trips"))
    elif request.method == "POST":
        status = 422
    own, places = access_trips.list_houses(request.actor), access.find_current_network().places
    shown = [
        {
            "mark": one.mark,
            "ends": (places[one.origin], places[one.destination]),
            "mode": MODES[one.mode],
            "number": len(one.trips),
            "low": one.hours[0],
            "high": one.hours[-1],
            "said": one.said,
            "sender": one.sender,
            "house": name_in(one.house.names, request.LANGUAGE_CODE),
            "is_own": one.house.pk in own,
        }
        for one in groups
    ]
    context = {"form": form, "groups": shown, "most": round(MOST_OF_SAID)}
    return render(request, "corridor/held_trips.html", context, status=status)
