"""Answering an invitation by a mailed link, without an account: what, when and where, whether one comes, another time.

Opening the link, by whatever fetches links in mails, does nothing: it keeps the secret in a cookie of this dialogue's pages and
goes there; only the buttons act. The link is looked up at every request, so that it opens nothing once it holds no more.
"""

from contextlib import AbstractContextManager, nullcontext

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from landsea.base.doors import door
from landsea.base.limits.spending import is_limit_spent, spend_limit
from landsea.base.refusal import TOO_MANY, Refused
from landsea.base.ui.acts_by_link import refuse_flood_by_link
from landsea.base.ui.reader import says_zone
from landsea.base.ui.secret_cookies import go_with_secret
from landsea.dialogues.access.by_invitation_link import Invited, open_invitation_link
from landsea.dialogues.actions.live_links import note_link_use
from landsea.dialogues.calendars import write_invitation_for_seat
from landsea.dialogues.invited_page import make_invited_context
from landsea.dialogues.languages import find_zone_of_seat
from landsea.dialogues.link_forms import LINK_FORMS
from landsea.dialogues.models import DialogueState
from landsea.dialogues.views.calendars import answer_with_calendar
from landsea_core.text import clean_text

COOKIE_SECONDS = 12 * 3600
TOO_OFTEN = 429


@door("invitation_link")
@never_cache
@require_safe
def open_link(request: HttpRequest, secret: str) -> HttpResponse:
    """Keep the secret in a cookie of this dialogue's pages, and go there."""
    if is_limit_spent(request, "link"):
        return _closed_page(request, TOO_OFTEN)
    opened = open_invitation_link(secret, timezone.now())
    if opened is None:
        spend_limit(request, "link")
        return _closed_page(request)
    note_link_use(opened.link, now=timezone.now())
    address = reverse("invited", args=[opened.dialogue.pk])
    return go_with_secret(address, _cookie_of(opened.dialogue.pk), secret, seconds=COOKIE_SECONDS)


@door("invitation_link")
@require_safe
def show_invitation(request: HttpRequest, dialogue_id: int) -> HttpResponse:
    """What somebody is invited to, what they said, and the forms to say it."""
    opened = _opened(request, dialogue_id)
    return _closed_page(request) if opened is None else _page(request, opened)


@door("invitation_link")
@require_safe
def send_invitation_file(request: HttpRequest, dialogue_id: int) -> HttpResponse:
    """The invitation for a calendar; a cancellation once the dialogue is called off."""
    opened = _opened(request, dialogue_id)
    if opened is None:
        return _closed_page(request)
    cancelled = opened.dialogue.state == DialogueState.CANCELLED
    about = {"now": timezone.now(), "language": get_language() or "en", "cancel": cancelled}
    return answer_with_calendar(
        write_invitation_for_seat(opened.dialogue, opened.seat, **about), f"{opened.dialogue.ref}.ics"
    )


@door("invitation_link")
@require_POST
def answer_by_link(request: HttpRequest, dialogue_id: int, act: str) -> HttpResponse:
    """Say whether one comes, or propose another time."""
    if act not in LINK_FORMS:
        raise Http404
    opened = _opened(request, dialogue_id)
    if opened is None:
        return _closed_page(request)
    with _on_clock_of(request, opened):
        form = LINK_FORMS[act](request.POST)
        try:
            form.refuse_what_does_not_fit()
            refuse_flood_by_link("seat", opened.seat.pk)
            form.do(opened, timezone.now())
        except Refused as refused:
            return _page(request, opened, refused=refused, act=act)
    messages.success(request, str(form.said))
    return HttpResponseRedirect(reverse("invited", args=[dialogue_id]))


def _cookie_of(dialogue_id: int) -> str:
    return f"invited_{dialogue_id}"


def _opened(request: HttpRequest, dialogue_id: int) -> Invited | None:
    """Return what the request's cookie opens, if it is the dialogue of this number."""
    opened = open_invitation_link(request.COOKIES.get(_cookie_of(dialogue_id), ""), timezone.now())
    return opened if opened is not None and opened.dialogue.pk == dialogue_id else None


def _on_clock_of(request: HttpRequest, opened: Invited) -> AbstractContextManager[None]:
    """Put times on the clock of the country that is invited, where the reader has chosen none."""
    zone = None if says_zone(request) else find_zone_of_seat(opened.seat)
    return timezone.override(zone) if zone else nullcontext()


def _page(request: HttpRequest, opened: Invited, *, refused: Refused | None = None, act: str = "") -> HttpResponse:
    typed = {name: clean_text(str(value)).text for name, value in request.POST.items()} | {"act": act} if act else {}
    with _on_clock_of(request, opened):
        context = make_invited_context(opened, timezone.now(), get_language() or "en")
        context |= {"refused": refused.sentence if refused else "", "typed": typed}
        return render(request, "dialogues/invited.html", context, status=_status_of(refused))


def _status_of(refused: Refused | None) -> int:
    if refused is None:
        return 200
    return TOO_OFTEN if refused.code == TOO_MANY else 409


def _closed_page(request: HttpRequest, status: int = 404) -> HttpResponse:
    facts = {"too_often": status == TOO_OFTEN, "title": gettext("This link opens nothing any more")}
    return render(request, "dialogues/invited_closed.html", facts, status=status)
