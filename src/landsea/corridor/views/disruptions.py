"""What stands still: a public list, and the forms of those who may enter and end a disruption."""

import re

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from landsea.accounts.doors import door
from landsea.corridor import access
from landsea.corridor.actions.disrupt import Report, end_disruption, open_disruption
from landsea.corridor.forms import DisruptionForm
from landsea.corridor.words import GRADES

PLACE = re.compile(r"[A-Z]{2}[A-Z2-9]{3}")


@door("public")
@require_safe
def disruptions(request: HttpRequest) -> HttpResponse:
    """What stands still today and what is known to come, by editors and by the reference files."""
    network = access.network()
    named = {**network.services, **network.places}
    rows = [(row, named.get(row.place or row.service)) for row in access.running_disruptions()]
    known = [(row, GRADES[row.fact.grade]) for row in network.closures]
    context = {"rows": rows, "known": known, "today": timezone.localdate()}
    return render(request, "corridor/disruptions.html", context)


@door("desk")
@require_http_methods(["GET", "HEAD", "POST"])
def new_disruption(request: HttpRequest) -> HttpResponse:
    """Say that a place or a service stands still. Plans avoid it as soon as it is saved."""
    form = DisruptionForm(request.POST if request.method == "POST" else None, initial={"since": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        target = {"place" if PLACE.fullmatch(typed["target"]) else "service": typed["target"]}
        report = Report(typed["says"], typed["source"], typed["since"], until=typed["until"], **target)
        open_disruption(report, actor=request.actor, now=timezone.now())
        return HttpResponseRedirect(reverse("disruptions"))
    names = sorted(place.name for place in access.network().places.values())
    return render(
        request, "corridor/new_disruption.html", {"form": form, "places": names}, status=422 if form.errors else 200
    )


@door("desk")
@require_POST
def end(request: HttpRequest, disruption_id: int) -> HttpResponse:
    """Say that it is over."""
    end_disruption(access.disruption(disruption_id), actor=request.actor, now=timezone.now())
    return HttpResponseRedirect(reverse("disruptions"))
