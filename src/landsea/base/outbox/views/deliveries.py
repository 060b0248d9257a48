"""What operators see of mails: where each delivery is, and in a demo the mails themselves."""

from datetime import timedelta
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy
from django.views.decorators.http import require_POST, require_safe

from landsea.base.doors import door
from landsea.base.outbox import access
from landsea.base.outbox.actions.queue_again import (
    ENDED_UNSENT,
    queue_all_given_up_again,
    queue_failed_delivery_again,
)
from landsea.base.outbox.channels import MAIL
from landsea.base.outbox.kinds import name_channel, name_kind
from landsea.base.outbox.models import Delivery, DeliveryState
from landsea.base.requests import ActorRequest
from landsea.base.ui.languages import OWN_NAMES
from landsea.base.ui.shapes import Filter

AT_ONCE = timedelta(minutes=5)
"""A mail that went sooner after it was written went at once: both times would say the same."""
STATE_WORDS = {
    DeliveryState.QUEUED: ("open", gettext_lazy("to be sent")),
    DeliveryState.IN_FLIGHT: ("open", gettext_lazy("being sent")),
    DeliveryState.WAITING: ("waits", gettext_lazy("tried; waits for the next try")),
    DeliveryState.SENT: ("done", gettext_lazy("sent")),
    DeliveryState.ARRIVED: ("done", pgettext_lazy("a mail", "arrived")),
    DeliveryState.FAILED: ("silent", gettext_lazy("given up")),
    DeliveryState.BOUNCED: ("silent", gettext_lazy("no such address")),
    DeliveryState.WITHDRAWN: ("done", gettext_lazy("not needed any more")),
}


@door("operator")
@require_safe
def show_deliveries(request: HttpRequest) -> HttpResponse:
    """List deliveries, newest first: of all states or one (`?state=`), to addresses with some words in them (`?q=`), from an
    id downwards (`?before=`).
    """
    state, words = request.GET.get("state", ""), request.GET.get("q", "").strip()
    before = _read_number(request.GET.get("before", ""))
    found = list(access.find_deliveries(state, words, before=before)[: access.PAGE + 1])
    shown, more = found[: access.PAGE], len(found) > access.PAGE
    address = reverse("deliveries")
    states = ((one.value, str(words)) for one, (_kind, words) in STATE_WORDS.items())
    given_up, given_up_since = access.count_given_up()
    context = {
        "given_up": given_up,
        "given_up_since": given_up_since,
        "filters": [Filter("state", _("State"), (("", _("all mails")), *states), state)],
        "q": words,
        "rows": [_row_of(one) for one in shown],
        "older_url": f"{address}?{urlencode({'state': state, 'q': words, 'before': shown[-1].pk})}" if more else "",
        "shows_mails": settings.DEMO,
        "reaches_nobody": access.reaches_nobody(),
        "password_is_readable": access.is_password_readable() or access.is_box_password_readable(),
    }
    return render(request, "outbox/deliveries.html", context)


@door("operator")
@require_POST
def send_again(request: ActorRequest, delivery_id: int) -> HttpResponse:
    """Queue a delivery once more and say whether that was still to be done."""
    if queue_failed_delivery_again(request.actor, delivery_id, now=timezone.now()):
        messages.success(request, _("It is sent again now."))
    else:
        messages.warning(request, _("This mail is not given up any more: look at its state below."))
    return HttpResponseRedirect(reverse("deliveries"))


@door("operator")
@require_POST
def send_all_again(request: ActorRequest) -> HttpResponse:
    """Queue all deliveries that were given up once more, and say how many."""
    again = queue_all_given_up_again(request.actor, now=timezone.now())
    if again:
        words = ngettext("%(count)s mail is sent again now.", "%(count)s mails are sent again now.", again)
        messages.success(request, words % {"count": again})
    else:
        messages.warning(request, _("No mail is given up any more."))
    return HttpResponseRedirect(reverse("deliveries"))


@door("operator")
@require_safe
def mail_files(request: HttpRequest) -> HttpResponse:
    """List the mails of a demo, which are kept as files, from a number downwards (`?before=`). Elsewhere operators read
    nobody's mail: no such page.
    """
    _only_in_a_demo()
    found = list(access.list_kept_mails(access.PAGE + 1, before=_read_number(request.GET.get("before", ""))))
    shown, more = found[: access.PAGE], len(found) > access.PAGE
    older = f"{reverse('mail_files')}?before={shown[-1].number}" if more else ""
    return render(request, "outbox/mail_files.html", {"mails": shown, "older_url": older})


@door("operator")
@require_safe
def mail_file(request: HttpRequest, number: int) -> HttpResponse:
    """Show one mail of a demo as it went out."""
    _only_in_a_demo()
    mail = access.find_kept_mail(number)
    if mail is None:
        raise Http404
    return render(request, "outbox/mail_file.html", {"mail": mail})


def _only_in_a_demo() -> None:
    if not settings.DEMO:
        raise Http404


def _read_number(typed: str) -> int | None:
    return int(typed) if typed.isdecimal() and len(typed) < 19 else None


def _row_of(delivery: Delivery) -> dict[str, object]:
    """Return a delivery with its words; when it ended, only where that was not at once."""
    kind, words = STATE_WORDS[DeliveryState(delivery.state)]
    ended = delivery.ended_at
    return {
        "delivery": delivery,
        "about": name_kind(delivery.template),
        "language": OWN_NAMES.get(delivery.language, delivery.language),
        "kind": kind,
        "words": words,
        "ended_at": ended if ended and ended - delivery.created_at >= AT_ONCE else None,
        "may_retry": delivery.state in ENDED_UNSENT and delivery.give_up_at is None,
        "channel": name_channel(delivery.channel) if delivery.channel != MAIL else "",
    }
