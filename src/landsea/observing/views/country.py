"""A country for its observers: the page, the month to print, a line on a dialogue's agenda."""

from datetime import datetime

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST, require_safe

from landsea.base.doors import door
from landsea.base.refusal import Refused
from landsea.base.ui.countries import name_country
from landsea.base.ui.shapes import Choice
from landsea.cases.queue import cut_page
from landsea.cases.queue_rows import make_pages, shape_rows
from landsea.dialogues import access as dialogues_access
from landsea.dialogues.actions.country_lines import put_country_line, take_country_line_off
from landsea.dialogues.promise_rows import list_promise_rows
from landsea.directory.models.names import choose_title
from landsea.figures.labels import RESULTS
from landsea.observing import country_overview


@door("observer")
@require_safe
def show_observed_country(request: HttpRequest) -> HttpResponse:
    """Lead to the one country that is observed; ask which, where there are several."""
    codes = country_overview.list_countries(request.actor)
    if len(codes) == 1:
        return redirect("country", country=codes[0])
    language = get_language() or "en"
    choices = [Choice(name_country(code, language), reverse("country", args=[code]), "list") for code in codes]
    return render(request, "observing/choose.html", {"choices": choices})


@door("observer")
@require_safe
def show_country(request: HttpRequest, country: str) -> HttpResponse:
    """Show what concerns a country now: its firms' named cases, barriers, promises, rules, dialogues, figures."""
    return _country_page(request, country_overview.find_country_or_404(request.actor, country))


@door("observer")
@require_safe
def show_month(request: HttpRequest, country: str, year: int, month: int) -> HttpResponse:
    """Show one month of a country on a page to print."""
    country_overview.find_country_or_404(request.actor, country)
    try:
        since, until = country_overview.find_month_bounds(year, month)
    except (ValueError, OverflowError):
        raise Http404 from None
    cases = country_overview.list_named_cases(request.actor, country).filter(filed_at__gte=since, filed_at__lt=until)
    page = cut_page(cases.order_by("filed_at", "id"), 1)
    before = (year, month - 1) if month > 1 else (year - 1, 12)
    context = _gathered(request, country, since, until) | {
        "month": since.date(),
        "before": reverse("country_month", args=[country, *before]),
        "filed": shape_rows(page.cases, request.actor),
    }
    return render(request, "observing/month.html", context)


@door("observer")
@require_POST
def post_line(request: HttpRequest, country: str) -> HttpResponse:
    """Put a line on the agenda of a coming dialogue; with a fault the page comes back with the words."""
    country_overview.find_country_or_404(request.actor, country)
    if country not in request.actor.observed_countries:  # before anything is said of what was sent
        raise PermissionDenied
    words, chosen, now = request.POST.get("words", ""), request.POST.get("dialogue", ""), timezone.now()
    coming = {str(one.pk): one.pk for one in dialogues_access.list_coming_dialogues(now)}
    try:
        if chosen not in coming:
            raise Refused("dialogue", gettext("Choose a dialogue that is to come."))
        put_country_line(request.actor, country, coming[chosen], words, now=now)
    except Refused as refused:
        return _country_page(request, country, refused=refused.sentence, typed=words, status=422)
    messages.success(request, gettext("The line is on the agenda. The chairs of both sides accept the agenda anew."))
    return redirect("country", country=country)


@door("observer")
@require_POST
def post_line_off(request: HttpRequest, country: str, item_id: int) -> HttpResponse:
    """Take an own line off the agenda."""
    country_overview.find_country_or_404(request.actor, country)
    try:
        take_country_line_off(request.actor, country, item_id, now=timezone.now())
    except Refused as refused:
        messages.warning(request, refused.sentence)
    else:
        messages.success(request, gettext("The line is off the agenda."))
    return redirect("country", country=country)


def _country_page(request, country: str, *, refused: str = "", typed: str = "", status: int = 200) -> HttpResponse:
    now, language = timezone.now(), get_language() or "en"
    number = request.GET.get("page", "1")
    number = int(number) if number.isascii() and number.isdigit() and len(number) < 7 else 1
    page = cut_page(country_overview.open_cases(request.actor, country), number)
    since, until = now - country_overview.LOOKS_BACK, now + country_overview.LOOKS_AHEAD
    context = _gathered(request, country, since, until) | {
        "rows": shape_rows(page.cases, request.actor),
        "pages": make_pages(request, page),
        "coming": [(one, choose_title(one, language)) for one in dialogues_access.list_coming_dialogues(now)],
        "lines": dialogues_access.list_country_lines(country),
        "may_add": country in request.actor.observed_countries,
        "month_url": reverse("country_month", args=[country, now.year, now.month]),
        "refused": refused,
        "typed": typed,
    }
    return render(request, "observing/country.html", context, status=status)


def _gathered(request, country: str, since: datetime, until: datetime) -> dict:
    """Return what the page and the month have in common."""
    language, now = get_language() or "en", timezone.now()
    counted_until = min(until, now)
    meetings = dialogues_access.list_dialogues_with_country(country, since, until)
    return {
        "country": country,
        "name": name_country(country, language),
        "counts": country_overview.count_cases(request.actor, country, since, counted_until),
        "barriers": [(one, choose_title(one.barrier, language)) for one in country_overview.list_barriers(country)],
        "promises": list_promise_rows(country_overview.list_promises(country), now),
        "rules": country_overview.list_changed_rules(country, since, counted_until),
        "dialogues": [(one, choose_title(one, language)) for one in meetings],
        "outcomes": [(str(RESULTS.get(code, code)), n) for code, n in country_overview.count_results(country)],
        "now": now,
    }
