"""Dialogues as calendars."""

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from landsea.base.doors import door
from landsea.dialogues import access
from landsea.dialogues.calendars import write_feed, write_invitation_for_seat
from landsea.dialogues.models import DialogueState


@door("public")
@require_safe
def send_calendar_feed(request):
    """What is coming, as a calendar to subscribe to."""
    now = timezone.now()
    text = write_feed(access.list_coming_dialogues(now), now=now, language=get_language() or "en")
    return answer_with_calendar(text, "landsea-dialogues.ics")


@door("signed_in")
@require_safe
def send_own_invitation(request, dialogue_id: int):
    """One's own invitation, to put into a calendar by hand."""
    found = access.find_dialogue(dialogue_id)
    seat = access.find_seat(request.actor, found)
    if seat is None:
        raise Http404
    cancelled = found.state == DialogueState.CANCELLED
    text = write_invitation_for_seat(found, seat, now=timezone.now(), language=get_language() or "en", cancel=cancelled)
    return answer_with_calendar(text, f"{found.ref}.ics")


def answer_with_calendar(text: str, name: str) -> HttpResponse:
    """Return a calendar as a file."""
    return HttpResponse(
        text,
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
