"""One's own private calendar: the page of its address, and what a calendar program reads under it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from landsea.base.doors import door
from landsea.base.limits.spending import is_limit_spent, spend_limit
from landsea.calendars.actions.private_calendar import end_calendar, make_calendar, note_reading
from landsea.calendars.moments import list_moments
from landsea.calendars.private_calendars import find_calendar_with_secret, find_own_calendar, write_calendar_address
from landsea.calendars.private_feed import compute_mark, write_feed
from landsea.directory.actors import make_actor
from landsea_core.text import clean_text

NEXT_SHOWN = 12
TOO_OFTEN = 429


@door("signed_in")
@require_http_methods(["GET", "HEAD", "POST"])
def show_own_calendar(request: HttpRequest) -> HttpResponse:
    """Show the address of one's calendar with what is next in it; make one, make a new one in its place, end it."""
    now = timezone.now()
    if request.method == "POST":
        return _act(request, request.POST.get("act", ""))
    own = find_own_calendar(request.actor.user_id)
    address = write_calendar_address(own) if own else ""
    coming = [one for one in list_moments(request.actor, now) if one.ends.isoformat() >= now.date().isoformat()]
    facts = {
        "own": own,
        "address": address,
        "subscribe": "webcal:" + address.partition(":")[2] if own else "",
        "coming": coming[:NEXT_SHOWN],
    }
    return render(request, "calendars/own.html", facts)


@door("public")
@require_safe
def read_private_calendar(request: HttpRequest, secret: str) -> HttpResponse:
    """Send a person's calendar to whatever program has its address; nothing (304) when it holds what it sent before."""
    if is_limit_spent(request, "link"):
        return HttpResponse(status=TOO_OFTEN)
    found, now = find_calendar_with_secret(secret), timezone.now()
    if found is None:
        spend_limit(request, "link")
        raise Http404
    note_reading(found, clean_text(request.headers.get("User-Agent", "")).text, now=now)
    with translation.override(found.user.language):
        moments = list_moments(make_actor(found.user, now), now)
        mark = compute_mark(moments, found.user.language)
        body = write_feed(moments, _("Landsea: my deadlines and meetings"), now=now)
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    response["ETag"], response["Cache-Control"] = mark, "private, no-cache"
    response["Content-Disposition"] = 'inline; filename="landsea.ics"'
    return get_conditional_response(request, mark, response=response) or response


def _act(request: HttpRequest, act: str) -> HttpResponse:
    now = timezone.now()
    if act == "make":
        make_calendar(request.actor, now=now)
        messages.success(request, _("Your calendar has an address now. An older one opens nothing any more."))
    elif act == "end":
        end_calendar(request.actor, now=now)
        messages.success(request, _("The address opens nothing any more."))
    else:
        raise Http404
    return redirect("own_calendar")
