"""What stands still: a public list, and the forms by which editors of facts and the coordinator enter and end a disruption."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from landsea.base.doors import door
from landsea.corridor import access
from landsea.corridor.actions.disrupt import end_disruption, make_report, open_disruption
from landsea.corridor.forms import DisruptionForm
from landsea.corridor.labels import place_names
from landsea.corridor.mapping import make_closure


@door("public")
@require_safe
def show_disruptions(request: HttpRequest) -> HttpResponse:
    """What stands still today and what is known to come, by the reference files and by editors: theirs with its number, by
    which they end it.
    """
    day = timezone.localdate()
    rows = [(make_closure(row), row.pk) for row in access.list_running_disruptions()]
    rows += [(row, None) for row in access.find_current_network().closures]
    coming = sorted((one for one in rows if one[0].since > day), key=lambda one: one[0].since)
    context = {"today": [one for one in rows if one[0].covers(day)], "coming": coming}
    return render(request, "corridor/disruptions.html", context)


@door("editor")
@require_http_methods(["GET", "HEAD", "POST"])
def report_disruption(request: HttpRequest) -> HttpResponse:
    """Say that a place or a service stands still. Plans avoid it as soon as it is saved."""
    form = DisruptionForm(request.POST if request.method == "POST" else None, initial={"since": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        open_disruption(make_report(form.cleaned_data), actor=request.actor, now=timezone.now())
        messages.success(
            request, _("Entered. Plans avoid it from now on; whoever keeps a plan that it touches is told.")
        )
        return HttpResponseRedirect(reverse("disruptions"))
    names = place_names(access.find_current_network().places.values())
    return render(
        request, "corridor/new_disruption.html", {"form": form, "places": names}, status=422 if form.errors else 200
    )


@door("editor")
@require_POST
def close_disruption(request: HttpRequest, disruption_id: int) -> HttpResponse:
    """Say that it is over."""
    end_disruption(access.find_disruption(disruption_id), actor=request.actor, now=timezone.now())
    messages.success(request, _("It moves again, and plans use it again."))
    return HttpResponseRedirect(reverse("disruptions"))
