"""Held mails for coordinators: the list, one with its guesses and original, and the four things that can be done with it."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST, require_safe

from landsea.base.doors import door
from landsea.base.refusal import Refused
from landsea.base.ui.countries import CORRIDOR, list_country_options
from landsea.base.ui.shapes import Filter
from landsea.mailroom import access
from landsea.mailroom.actions.handle_held import attach_held_mail, discard_held_mail, file_held_mail, write_back
from landsea.mailroom.addresses import read_own_address
from landsea.mailroom.models import MailState
from landsea.mailroom.presenters import GUESSED_BY, STATES, shape_mail
from landsea.mailroom.reasons import say_reasons
from landsea_core.text import clean_text


@door("coordinator")
@require_safe
def show_mails(request) -> HttpResponse:
    """List mails in a state (`?state=`, held unless said otherwise), newest first, from an id downwards (`?before=`)."""
    state = request.GET.get("state", "")
    state = state if state in access.SHOWN else MailState.HELD
    before = _read_number(request.GET.get("before", ""))
    found = list(access.list_mails(request.actor, state, before=before)[: access.PAGE + 1])
    shown, more = found[: access.PAGE], len(found) > access.PAGE
    older = f"{reverse('held_mails')}?state={state}&before={shown[-1].pk}" if more else ""
    states = [(one.value, str(STATES[one][1])) for one in access.SHOWN]
    context = {
        "filters": [Filter("state", gettext("State"), tuple(states), state)],
        "state": state,
        "rows": [shape_mail(one) for one in shown],
        "older_url": older,
    }
    return render(request, "mailroom/held_mails.html", context)


@door("coordinator")
@require_safe
def show_mail(request, mail_id: int) -> HttpResponse:
    """Show one mail as words, with why it is held and what it may belong to."""
    return _mail_page(request, mail_id)


@door("coordinator")
@require_safe
def download_mail(request, mail_id: int) -> HttpResponse:
    """Send the mail as it came, as a file that no browser opens."""
    mail = access.find_mail(request.actor, mail_id)
    response = HttpResponse(bytes(mail.raw), content_type="message/rfc822")
    response["Content-Disposition"] = f'attachment; filename="mail-{mail.pk}.eml"'
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


@door("coordinator")
@require_POST
def do_with_mail(request, mail_id: int) -> HttpResponse:
    """Do what the pressed button says (`act`)."""
    acts = {"attach": _attach, "file": _file, "discard": _discard, "back": _write_back}
    act = request.POST.get("act", "")
    if act not in acts:
        raise Http404
    try:
        sentence = acts[act](request, mail_id)
    except Refused as refused:
        return _mail_page(request, mail_id, refused=refused.sentence, act=act, status=409)
    messages.success(request, sentence)
    return HttpResponseRedirect(reverse("held_mails"))


def _attach(request, mail_id: int) -> str:
    as_filer = request.POST.get("as") == "filer"
    mail = attach_held_mail(request.actor, mail_id, _typed(request, "ref"), as_filer=as_filer, now=timezone.now())
    return gettext("It is in %(ref)s now.") % {"ref": mail.case.ref}


def _file(request, mail_id: int) -> str:
    country = request.POST.get("country", "")
    country = country if country in CORRIDOR else ""
    mail = file_held_mail(request.actor, mail_id, country=country, now=timezone.now())
    return gettext("It was filed as %(ref)s, and its sender has the secret link.") % {"ref": mail.case.ref}


def _discard(request, mail_id: int) -> str:
    discard_held_mail(request.actor, mail_id, _typed(request, "reason"), now=timezone.now())
    return gettext("It was put away, with your reason.")


def _write_back(request, mail_id: int) -> str:
    write_back(request.actor, mail_id, _typed(request, "words"), now=timezone.now())
    return gettext("Your words are on their way. The mail stays held until you decide what it is.")


def _mail_page(request, mail_id: int, *, refused: str = "", act: str = "", status: int = 200) -> HttpResponse:
    mail = access.find_mail(request.actor, mail_id)
    again = access.ReadAgain(mail)
    reading = again.reading
    context = shape_mail(mail) | {
        "reading": reading,
        "papers": [(one.name, one.type, len(one.content)) for one in reading.attachments],
        "reasons": say_reasons(mail.reasons),
        "guesses": [(one.case, GUESSED_BY[one.by]) for one in again.guesses(request.actor)],
        "countries": list_country_options(get_language() or "en"),
        "country": read_own_address(mail.recipient).country,
        "may_act": mail.state in (MailState.HELD, MailState.ASIDE),
        "refused": refused,
        "typed": {name: _typed(request, name) for name in ("ref", "reason", "words")} if act else {},
        "act": act,
    }
    return render(request, "mailroom/held_mail.html", context, status=status)


def _typed(request, name: str) -> str:
    return clean_text(request.POST.get(name, "")).text.strip()


def _read_number(typed: str) -> int | None:
    return int(typed) if typed.isdecimal() and len(typed) < 19 else None
