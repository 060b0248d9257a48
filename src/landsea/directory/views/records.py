"""The table of offices by how they answer, for anyone: three colours, and the rule beside it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from landsea.base.doors import door
from landsea.directory.access import find_when_records_were_counted
from landsea.directory.record_presenters import find_last_resort, rank_offices
from landsea_core.contacts.league import GREEN_FROM, OCHRE_FROM
from landsea_core.contacts.record import LEAST_SHOWN


@door("public")
@require_safe
def show_league(request: HttpRequest) -> HttpResponse:
    """Show offices by the share of cases that their desks answered in time."""
    language = get_language() or "en"
    ranked = rank_offices(language)
    context = {
        "places": [one for one in ranked if one.n],
        "few": [one for one in ranked if not one.n],
        "last_resort": find_last_resort(language),
        "green": round(GREEN_FROM * 100),
        "ochre": round(OCHRE_FROM * 100),
        "least": LEAST_SHOWN,
        "counted_at": find_when_records_were_counted(),
        "now": timezone.now(),
    }
    return render(request, "directory/league.html", context)
