"""A person's own pages of receivers: what is there, a new one; one with its secret, what was posted, and what can be done.
All but the list asks for the password again after a while: a receiver hears of everything, and its secret speaks for us.
"""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from landsea.accounts.step_up import proves_again
from landsea.base.doors import door
from landsea.base.refusal import Refused
from landsea.webhooks import access
from landsea.webhooks.actions import keep_receiver
from landsea.webhooks.event_kinds import KINDS, TEST
from landsea.webhooks.forms import ReceiverForm
from landsea.webhooks.models import EventPost, Receiver
from landsea.webhooks.receiver_secrets import write_secret

ACTS = {
    "test": (keep_receiver.send_test, gettext_lazy("A test is on its way. Look again in some seconds.")),
    "off": (keep_receiver.switch_off, gettext_lazy("Nothing is posted there any more.")),
    "on": (keep_receiver.switch_on, gettext_lazy("It is on again; what waited is posted first.")),
    "renew": (keep_receiver.renew_secret, gettext_lazy("It has a new secret. The old one signs too for a day.")),
    "remove": (keep_receiver.remove_receiver, gettext_lazy("The receiver was taken away.")),
}
OFF = {
    "person": gettext_lazy("switched off"),
    "gone": gettext_lazy("switched off: it said that it is gone"),
    "silent": gettext_lazy("switched off: it did not take anything any more"),
}


@door("signed_in")
@proves_again("POST")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def show_own_receivers(request: HttpRequest) -> HttpResponse:
    """Show the receivers; with a form, make one."""
    form = ReceiverForm(request.POST if request.method == "POST" else None)
    status = 200
    if form.is_bound:
        status = 422
        if form.is_valid():
            try:
                made = keep_receiver.make_receiver(request.actor, **form.cleaned_data, now=timezone.now())
                return HttpResponseRedirect(reverse("receiver", args=[made.pk]))
            except Refused as refused:
                form.add_error("url" if refused.code == "not_allowed" else None, refused.sentence)
    rows = [(one, _kinds_of(one), OFF.get(one.off_why, "")) for one in access.list_receivers(request.actor.user_id)]
    return render(request, "webhooks/receivers.html", {"form": form, "rows": rows}, status=status)


@door("signed_in")
@proves_again()
@never_cache
@require_safe
def show_receiver(request: HttpRequest, receiver_id: int) -> HttpResponse:
    """One receiver, its secret, and what was posted."""
    return _page(request, access.find_own_receiver(request.actor.user_id, receiver_id))


@door("signed_in")
@proves_again()
@require_POST
def press_receiver(request: HttpRequest, receiver_id: int, act: str) -> HttpResponse:
    """Send a test, switch it off or on, renew its secret, take it away."""
    if act not in ACTS:
        raise Http404
    found = access.find_own_receiver(request.actor.user_id, receiver_id)
    do, said = ACTS[act]
    try:
        do(request.actor, found.pk, now=timezone.now())
    except Refused as refused:
        return _page(request, found, refused=refused.sentence, status=409)
    messages.success(request, str(said))
    return HttpResponseRedirect(reverse("own_receivers") if act == "remove" else reverse("receiver", args=[found.pk]))


def _page(request: HttpRequest, found: Receiver, *, refused: str = "", status: int = 200) -> HttpResponse:
    context = {
        "receiver": found,
        "kinds": _kinds_of(found),
        "off": OFF.get(found.off_why, ""),
        "secret": write_secret(found.nonce),
        "rows": [
            (one, KINDS.get(one.kind, _("A test")), _state_of(one, found)) for one in access.list_latest_posts(found)
        ],
        "old_signs": bool(found.old_until and found.old_until > timezone.now()),
        "refused": refused,
        "test": TEST,
    }
    return render(request, "webhooks/receiver.html", context, status=status)


def _kinds_of(receiver: Receiver) -> list:
    return [KINDS[one] for one in receiver.kinds if one in KINDS]


def _state_of(post: EventPost, receiver: Receiver) -> tuple[str, str]:
    """Return the state of a post as the mark of a page and in words. What is on its way for the first time waits still, as
    does all that is open for a receiver that is off.
    """
    if post.accepted:
        return "done", _("taken")
    if post.ended_at:
        return "silent", _("given up")
    return "waits", _("waits") if receiver.off_why or not post.tried_at else _("is tried again")
