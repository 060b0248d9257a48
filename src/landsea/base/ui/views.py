"""The pages that belong to no app: help, what we keep, the reader's language and clock, health, demo people, and
the answer to a form that waited too long. What went wrong elsewhere is answered by `trouble`.
"""

import json
from datetime import UTC, datetime
from pathlib import Path

from allauth.mfa import app_settings as mfa_settings
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.conf import settings
from django.db import DatabaseError, connection
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST, require_safe

from landsea.base.doors import door
from landsea.base.ui import reader, trouble

ROLE_WORDS = {
    "holder": gettext_lazy("holder of a desk"),
    "deputy": gettext_lazy("deputy at a desk"),
    "head": gettext_lazy("head of an office"),
    "association": gettext_lazy("clerk of an association"),
    "observer": gettext_lazy("observer"),
    "operator": gettext_lazy("operator"),
    "editor": gettext_lazy("editor of facts"),
}


@door("public")
@require_safe
def show_help(request: HttpRequest) -> HttpResponse:
    """Explain how a case goes, in a few questions and answers."""
    return render(request, "ui/help.html")


@door("public")
@require_safe
def show_privacy(request: HttpRequest) -> HttpResponse:
    """Say what is kept, for whom it shows, and what the platform cannot promise."""
    return render(request, "ui/privacy.html")


@door("public")
@require_POST
def set_language(request: HttpRequest) -> HttpResponse:
    """Remember the language chosen in the switch and go back to where the reader was."""
    response = HttpResponseRedirect(_address_back(request))
    language = reader.find_ready_language(request.POST.get("language"))
    if language:
        reader.remember_choice(response, settings.LANGUAGE_COOKIE_NAME, language)
    return response


@door("public")
def choose_reader_zone(request: HttpRequest) -> HttpResponse:
    """Let the reader choose whose clock pages show; remembered in the browser."""
    if request.method == "POST":
        response = HttpResponseRedirect(_address_back(request))
        zone = reader.find_zone(request.POST.get("zone"))
        if zone:
            reader.remember_choice(response, reader.ZONE_COOKIE, zone.key)
        return response
    zones = {zone: reader.name_zone(zone, get_language() or "en") for zone in reader.CORRIDOR_ZONES}
    here = timezone.get_current_timezone_name()
    now_shown = reader.name_zone(here, get_language() or "en")
    if now_shown not in zones.values():  # a device elsewhere: else another clock would look like the one that is chosen
        zones[here] = now_shown
    return render(request, "ui/zone.html", {"zones": list(zones.items()), "next": request.GET.get("next", "")})


@door("public")
@require_GET
def answer_health(request: HttpRequest) -> HttpResponse:
    """Answer 200 when the database answers, else 503; for whoever watches the installation."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse("database away\n", status=503, content_type="text/plain")
    return HttpResponse("ok\n", content_type="text/plain")


@door("public")
@require_safe
def show_demo_people(request: HttpRequest) -> HttpResponse:
    """Show who can sign in to the demo, with password and the code of this half minute. No such page elsewhere."""
    if not settings.DEMO:
        raise Http404
    file = Path(settings.VAR) / "demo-signins.json"
    people = json.loads(file.read_text(encoding="utf-8")) if file.exists() else []
    now = datetime.now(UTC)
    by_role: dict[str, list[dict[str, str]]] = {}
    for person in people:
        person["code"] = _code_at(now, person["totp_secret"])
        by_role.setdefault(str(ROLE_WORDS.get(person["role"], person["role"])), []).append(person)
    return render(request, "ui/demo.html", {"people": people, "roles": list(by_role.items())})


def show_form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form whose proof of origin is missing or too old: say what to do and show again what was typed.

    It is offered for sending again only when the browser says that it came from our own page, lest a foreign page put
    words into somebody's form.
    """
    own = f"{request.scheme}://{request.get_host()}"
    sentences = [
        _("This form was open for a long time, or your browser keeps no cookies from this site."),
        _("Nothing was changed."),
    ]
    return trouble.show_trouble(
        request,
        403,
        _("Please send this once more"),
        sentences,
        keep_typed=True,
        may_send_again=request.headers.get("Origin") == own,
    )


def _code_at(moment: datetime, secret: str) -> str:
    """Return the authenticator code that is right at this moment."""
    return str(format_hotp_value(hotp_value(secret, int(moment.timestamp()) // mfa_settings.TOTP_PERIOD)))


def _address_back(request: HttpRequest) -> str:
    """Return the address of ours that the form names, without a language in it; home for any other."""
    wanted = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if ours and wanted else reverse("home")
