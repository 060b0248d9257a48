"""Where somebody looked for rules: a line a country, and for one country every kind of rule with what was looked through."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from landsea.base.doors import door
from landsea.rules import access
from landsea.rules.coverage_presenters import show_countries, show_country
from landsea_core.countries import COUNTRIES


@door("public")
@require_safe
def show_coverage(request: HttpRequest) -> HttpResponse:
    """Show how far the book was looked through: in all countries, and in the one asked for kind by kind."""
    today = timezone.localdate()
    asked = request.GET.get("country", "").strip().upper()
    context = {
        "today": today,
        "countries": show_countries(access.summarise_coverage(today)),
        "country": show_country(access.list_coverage_cells(today, asked), today) if asked in COUNTRIES else None,
    }
    return render(request, "rules/coverage.html", context)
