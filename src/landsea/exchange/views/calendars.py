"""The board's events as calendars."""

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from landsea.base.doors import door
from landsea.exchange import access
from landsea.exchange.calendars import write_feed


@door("public")
@require_safe
def send_calendar_feed(request):
    """Events to come, as a calendar to subscribe to."""
    now = timezone.now()
    return _answer_with_calendar(
        write_feed(access.find_events(now), now=now, language=get_language() or "en"), "landsea-events.ics"
    )


@door("public")
@require_safe
def send_calendar_of_one(request, listing_id: int):
    """One event for one's calendar."""
    found = access.find_listing(request.actor, listing_id)
    return _answer_with_calendar(
        write_feed([found], now=timezone.now(), language=get_language() or "en"), f"event-{found.pk}.ics"
    )


def _answer_with_calendar(text: str, name: str) -> HttpResponse:
    return HttpResponse(
        text,
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
