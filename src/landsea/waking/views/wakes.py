"""The page behind the link that somebody who was woken gets: a button, and nothing that a preview of links could press. And
the coordinator's list of who was woken in the last two weeks.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from landsea.base.doors import door
from landsea.base.limits.spending import is_limit_spent, spend_limit
from landsea.base.messengers.ways import list_ways
from landsea.base.outbox.kinds import name_channel
from landsea.base.secret_links import SHAPE
from landsea.waking import access
from landsea.waking.actions.take_case import take_case
from landsea.waking.presenters import shape_wake


@door("public")
@require_safe
def show_wake(request: HttpRequest, secret: str) -> HttpResponse:
    """Show which case waits and the button; opening it does nothing."""
    asked = _asked(request, secret)
    if asked is None:
        return render(request, "waking/closed.html", status=404)
    return render(request, "waking/take.html", {"asked": asked, "case": asked.wake.case, "secret": secret})


@door("public")
@require_POST
def take_wake(request: HttpRequest, secret: str) -> HttpResponse:
    """Note that this person takes the case, and say where to accept it."""
    asked = _asked(request, secret)
    if asked is None:
        return render(request, "waking/closed.html", status=404)
    taken = take_case(asked.pk, "link", now=timezone.now())
    return render(request, "waking/take.html", {"asked": asked, "case": asked.wake.case, "taken": taken})


@door("coordinator")
@require_safe
def show_wakes(request: HttpRequest) -> HttpResponse:
    """List the wakes of the last two weeks, and say by which ways this installation wakes."""
    context = {
        "wakes": [shape_wake(one) for one in access.list_recent_wakes(timezone.now())],
        "ways": [name_channel(way.code) for way in list_ways()],
    }
    return render(request, "waking/list.html", context)


def _asked(request: HttpRequest, secret: str):
    """Return the try behind a secret, or None; a network that guesses is soon refused."""
    if is_limit_spent(request, "link"):
        return None
    asked = access.try_behind(secret) if SHAPE.fullmatch(secret) else None
    if asked is None:
        spend_limit(request, "link")
    return asked
