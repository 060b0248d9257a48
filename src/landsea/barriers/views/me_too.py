""" "I have this too": a case in two steps. First the few things that the barrier does not know, then the check."""

from django.conf import settings
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from landsea.barriers.actions import me_too as action
from landsea.barriers.me_too_form import VISIBILITIES, MeTooForm
from landsea.barriers.views.pages import find_barrier_or_404
from landsea.base.doors import door
from landsea.base.limits.spending import compute_network_digest
from landsea.base.refusal import Refused
from landsea.base.ui.secret_cookies import go_with_secret
from landsea.cases import access as cases_access
from landsea.cases.actions.file import make_form_key
from landsea.cases.filing_plan import Filing
from landsea.directory.models.names import choose_title
from landsea_core.caseflow import Visibility

SENT = "me_too"
TOO_OFTEN = 429


@door("public")
@require_http_methods(["GET", "HEAD", "POST"])
def say_me_too(request, barrier_id: int):
    """Step one: the form. Step two: the check of what will be sent (`action=check`), then send (`action=send`)."""
    barrier = find_barrier_or_404(barrier_id)
    if request.method != "POST":
        return _me_too_page(request, barrier, MeTooForm(initial={"key": make_form_key(), "visibility": "named"}))
    form = MeTooForm(request.POST)
    if not form.is_valid():
        return _me_too_page(request, barrier, form, status=422)
    if request.POST.get("action") != "send":
        return _me_too_page(request, barrier, form, check=request.POST.get("action") == "check")
    cleaned = form.cleaned_data
    try:
        filed = action.file_me_too(
            barrier.pk,
            _filing_of(barrier, cleaned),
            network=compute_network_digest(request),
            actor=request.actor,
            now=timezone.now(),
            cost_per_day=cleaned["cost_per_day"],
            currency=cleaned["currency"],
        )
    except Refused as refused:
        return _me_too_page(request, barrier, form, refused=refused.sentence, status=TOO_OFTEN)
    sent_to = reverse("barrier_me_too_sent", args=[barrier.pk])
    return go_with_secret(sent_to, SENT, filed.secret, seconds=3600)


@door("public")
@require_safe
def show_sent(request, barrier_id: int):
    """Number and secret link, reached through a cookie, so that no address holds a secret."""
    barrier = find_barrier_or_404(barrier_id)
    secret = request.COOKIES.get(SENT, "")
    link = cases_access.find_link_with_secret(secret) if secret else None
    if link is None:
        return HttpResponseRedirect(reverse("barrier_me_too", args=[barrier.pk]))
    address = reverse("mailbox_link", args=[secret])
    context = {
        "barrier": barrier,
        "title": choose_title(barrier, get_language() or "en"),
        "case": link.case,
        "link": settings.PUBLIC_ADDRESS + address,
        "open_url": address,
    }
    return render(request, "barriers/me_too_sent.html", context)


def _filing_of(barrier, cleaned: dict) -> Filing:
    language = get_language() or "en"
    title = choose_title(barrier, language)
    text = cleaned["text"] or _("We have the same trouble as in barrier %(ref)s: %(title)s") % {
        "ref": barrier.ref,
        "title": title,
    }
    return Filing(
        text=text,
        visibility=Visibility(cleaned["visibility"]),
        language=language,
        filer_country=cleaned["filer_country"],
        party=cleaned["party"],
        email=cleaned["email"],
        form_key=cleaned["key"],
    )


def _me_too_page(request, barrier, form, *, check: bool = False, refused: str = "", status: int = 200):
    context = {
        "barrier": barrier,
        "title": choose_title(barrier, get_language() or "en"),
        "form": form,
        "check": check,
        "filing": _filing_of(barrier, form.cleaned_data) if check else None,
        "seen_by": VISIBILITIES[Visibility(form.cleaned_data["visibility"])] if check else "",
        "refused": refused,
    }
    return render(request, "barriers/me_too.html", context, status=status)
