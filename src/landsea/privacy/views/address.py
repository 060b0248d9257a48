"""What is kept about an address, for its owner without an account: a mailed link, and the page behind it.

Opening the link by whatever fetches links in mails does nothing; its button opens the page, once, and keeps the secret in a
cookie of that page for an hour.
"""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from landsea.base.doors import door
from landsea.base.limits.spending import spend_limit
from landsea.base.personal_data import Subject
from landsea.base.refusal import Refused
from landsea.base.requests import ActorRequest
from landsea.base.ui.secret_cookies import go_with_secret
from landsea.privacy import access
from landsea.privacy.actions.ask_about_address import ask_about_address, open_data_link
from landsea.privacy.actions.correct_data import correct_data
from landsea.privacy.actions.erase_data import erase_data
from landsea.privacy.actions.order_export import order_export
from landsea.privacy.data_page import page_context
from landsea.privacy.forms import AddressForm, CorrectionForm

COOKIE = "address_data"
TOO_OFTEN = 429


@door("public")
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: ActorRequest) -> HttpResponse:
    """Mail a link to an address. The answer is the same for every address."""
    form = AddressForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "privacy/ask.html", {"form": form}, status=422 if form.errors else 200)
    if not spend_limit(request, "keep"):
        form.add_error(None, gettext("Many asked from your connection within the hour. Try again later."))
        return render(request, "privacy/ask.html", {"form": form}, status=TOO_OFTEN)
    ask_about_address(form.cleaned_data["email"], language=get_language() or "en", now=timezone.now())
    return render(request, "privacy/ask.html", {"form": AddressForm(), "sent_to": form.cleaned_data["email"]})


@door("public")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def open_link(request: ActorRequest, secret: str) -> HttpResponse:
    """Show the button; pressed, open the page."""
    now = timezone.now()
    link = access.find_link_with_secret(secret, now)
    if link is None:
        return render(request, "privacy/link_closed.html", status=404)
    if request.method != "POST":
        return render(request, "privacy/link.html", {"link": link})
    try:
        open_data_link(link, now=now)
    except Refused:
        return render(request, "privacy/link_closed.html", status=404)
    seconds = int(access.PAGE_OPEN_FOR.total_seconds())
    return go_with_secret(reverse("address_data"), COOKIE, access.find_pass(link), seconds=seconds)


@door("public")
@never_cache
@require_safe
def show_address_data(request: ActorRequest) -> HttpResponse:
    """What is kept about the address whose link was opened on this device."""
    subject = _proved(request)
    return _address_page(request, subject) if subject else _closed()


@door("public")
@require_POST
def act_on_address_data(request: ActorRequest, act: str) -> HttpResponse:
    """Order a copy, put something right, or erase what is kept about the address."""
    if act not in ("copy", "correct", "erase"):
        raise Http404
    subject = _proved(request)
    if subject is None:
        return _closed()
    if act == "copy":
        secret = order_export(subject, language=get_language() or "en", now=timezone.now())
        return HttpResponseRedirect(reverse("data_copy", args=[secret]))
    form = CorrectionForm(request.POST)
    try:
        if act == "erase":
            erase_data(subject, now=timezone.now())
            messages.success(request, gettext("Erased. What stays is named below, with the reason."))
        elif form.is_valid():
            correct_data(subject, form.cleaned_data, now=timezone.now())
            messages.success(request, gettext("Put right, wherever it is kept."))
    except Refused as refused:
        return _address_page(request, subject, form=form, refused=refused.sentence, status=422)
    if form.errors and act == "correct":
        return _address_page(request, subject, form=form, status=422)
    return HttpResponseRedirect(reverse("address_data"))


def _proved(request: ActorRequest) -> Subject | None:
    link = access.find_opened_link(request.COOKIES.get(COOKIE, ""), timezone.now())
    return Subject(address=link.address) if link else None


def _closed() -> HttpResponse:
    """Lead somebody who proved nothing on this device to where they ask for a link."""
    return HttpResponseRedirect(reverse("ask_about_address"))


def _address_page(
    request: ActorRequest, subject: Subject, *, form: CorrectionForm | None = None, refused: str = "", status: int = 200
) -> HttpResponse:
    context = page_context(subject, form=form) | {"way": "address", "address": subject.address, "refused": refused}
    context |= {"urls": {act: reverse("address_data_act", args=[act]) for act in ("copy", "correct", "erase")}}
    return render(request, "privacy/data.html", context, status=status)
