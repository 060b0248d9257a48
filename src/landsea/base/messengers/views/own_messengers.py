"""A person's own page of messengers: what is connected, since when, when last used; connecting by a code, disconnecting."""

from urllib.parse import quote

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from landsea.base.doors import door
from landsea.base.messengers import access
from landsea.base.messengers.actions import connect as connecting
from landsea.base.messengers.ways import find_way, list_ways
from landsea.base.outbox.kinds import name_channel
from landsea.base.requests import ActorRequest


@door("signed_in")
@require_safe
def show_messengers(request: ActorRequest) -> HttpResponse:
    """Show the messengers of this installation and which of them are this person's."""
    return render(request, "messengers/own.html", _page(request))


@door("signed_in")
@require_POST
def connect_messenger(request: ActorRequest, channel: str) -> HttpResponse:
    """Make a code and show it, with a link where the messenger has one; nothing is connected until the bot gets it."""
    _only_people_s(channel)
    code = connecting.make_code(_user_of(request), channel, now=timezone.now())
    shown = {"channel": channel, "name": name_channel(channel), "code": code, "link": _link_with(channel, code)}
    minutes = int(connecting.LASTS.total_seconds() // 60)
    return render(request, "messengers/own.html", _page(request) | {"fresh": shown, "minutes": minutes})


@door("signed_in")
@require_POST
def set_notices(request: ActorRequest, channel: str) -> HttpResponse:
    """Say whether notices come there too."""
    wanted = request.POST.get("wanted") == "yes"
    if connecting.choose_notices(_user_of(request), channel, wanted=wanted):
        messages.success(request, _("You are told there too.") if wanted else _("You are told by mail only."))
    return HttpResponseRedirect(reverse("own_messengers"))


@door("signed_in")
@require_POST
def disconnect_messenger(request: ActorRequest, channel: str) -> HttpResponse:
    """End a connection."""
    if connecting.disconnect_messenger(_user_of(request), channel, by=request.actor.label, now=timezone.now()):
        name = name_channel(channel)
        messages.success(request, _("%(name)s is no longer connected to your account.") % {"name": name})
    return HttpResponseRedirect(reverse("own_messengers"))


def _page(request: ActorRequest) -> dict[str, object]:
    known = {one.channel: one for one in access.list_connections(_user_of(request))}
    shown = [way.code for way in list_ways() if way.knows_people]
    shown += [code for code in known if code not in shown]
    rows = [{"channel": code, "name": name_channel(code), "connection": known.get(code)} for code in shown]
    return {"rows": rows, "offered": {way.code for way in list_ways()}}


def _link_with(channel: str, code: str) -> str:
    """Return a link that opens the messenger with the code written; empty where the messenger has none, or no name is set."""
    if channel == "telegram" and settings.TELEGRAM_BOT:
        return f"https://t.me/{settings.TELEGRAM_BOT}?start={code}"
    if channel == "line" and settings.LINE_ACCOUNT:
        return f"https://line.me/R/oaMessage/{quote(settings.LINE_ACCOUNT)}/?{code}"
    return ""


def _only_people_s(channel: str) -> None:
    way = find_way(channel)
    if way is None or not way.knows_people:
        raise Http404


def _user_of(request: ActorRequest) -> int:
    if request.actor.user_id is None:
        raise Http404
    return request.actor.user_id
