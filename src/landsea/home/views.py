"""The first page, and what is going on today."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from landsea.base.doors import door
from landsea.base.ui.shapes import Choice
from landsea.home.today import lines_of_today


@door("public")
@require_safe
def show_home(request: HttpRequest) -> HttpResponse:
    """Ask what is needed: the four doors, the search, and the way back to a case."""
    ways = _("Ways that are legal for your goods, with their times")
    choices = [
        Choice(_("Something is stuck or wrong"), reverse("file_case"), "stuck", _("Two minutes, in your own words")),
        Choice(_("Who answers for …?"), reverse("who"), "desk", _("The desk, its clock, what to have ready")),
        Choice(
            _("What do I need to sell …?"), reverse("checklist"), "paper", _("The steps in order, each with its source")
        ),
        Choice(_("How do I get it there?"), reverse("plan"), "route", ways),
    ]
    return render(request, "home/home.html", {"choices": choices})


@door("public")
@require_safe
def show_today(request: HttpRequest) -> HttpResponse:
    """Show what is going on today: a piece of the first page, or a page of its own."""
    found = lines_of_today(timezone.now(), get_language() or "en")
    template = "home/today_lines.html" if request.htmx else "home/today.html"
    return render(request, template, {"lines": found})
