"""The page behind a mailed link: what is on file about a contact. Opening it, by whatever fetches links in mails, changes
nothing; only the buttons do.
"""

import re

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from landsea.base.doors import door
from landsea.base.refusal import Refused
from landsea.directory import access
from landsea.directory.access import managed_contacts
from landsea.directory.access.answering_desks import was_ever_heard_of
from landsea.directory.actions.use_link import confirm_by_link, correct_by_link, report_left_by_link
from landsea.directory.competence_sentences import CompetenceNames
from landsea.directory.contact_forms import FiledContactForm
from landsea.directory.display_names import name_desk
from landsea_core.text import clean_text

SECRET = re.compile(r"[A-Za-z0-9_-]{43}")
MOST_WORDS = 200
SHOWN = ("name", "email", "phone", "duty_phone", "languages")


@door("public")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm_contact(request: HttpRequest, secret: str) -> HttpResponse:
    """Show what is on file; with a button pressed, confirm, correct or say that the person has left."""
    now = timezone.now()
    link = managed_contacts.find_link_with_secret(secret, now) if SECRET.fullmatch(secret) else None
    if link is None:
        return render(request, "directory/confirm_closed.html", status=404)
    if request.method != "POST":
        return _contact_page(request, link, FiledContactForm(initial=_on_file(link)))
    act = request.POST.get("act")
    if act == "confirm":
        confirm_by_link(link, now=now)
    elif act == "left":
        report_left_by_link(link, now=now, words=clean_text(request.POST.get("words", "")).text.strip()[:MOST_WORDS])
    else:
        return _correct_contact(request, link, now)
    return redirect("contact_confirmed", "left" if act == "left" else "confirmed")


def _correct_contact(request: HttpRequest, link, now) -> HttpResponse:
    form = FiledContactForm(request.POST)
    if form.is_valid():
        try:
            correct_by_link(link, form.cleaned_data, now=now)
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            return redirect("contact_confirmed", "corrected")
    return _contact_page(request, link, form, status=422)


def _on_file(link) -> dict:
    return {name: getattr(link.request.contact, name) for name in SHOWN}


@door("public")
@require_safe
def show_contact_confirmed(request: HttpRequest, what: str) -> HttpResponse:
    """Say what was done, without naming anybody: this address holds no secret."""
    words = {
        "confirmed": gettext("Thank you. The entry is confirmed."),
        "corrected": gettext("Thank you. The entry is corrected."),
        "left": gettext("Thank you. The coordinator looks for the right person now."),
    }
    status = 200 if what in words else 404
    return render(request, "directory/confirm_done.html", {"words": words.get(what, words["confirmed"])}, status=status)


def _contact_page(request: HttpRequest, link, form: FiledContactForm, status: int = 200) -> HttpResponse:
    contact, language = link.request.contact, get_language() or "en"
    desk_name, office_name = name_desk(contact.desk, language)
    own = link.sent_to in ("asked", "reminded")
    is_new = own and link.user_id is None and not was_ever_heard_of(contact)
    rows = access.list_competences(contact.desk) if is_new else []
    context = {
        "contact": contact,
        "is_new": is_new,
        "answers_for": CompetenceNames(rows, language).sentences(rows) if rows else [],
        "desk_name": desk_name,
        "office_name": office_name,
        "own": own,
        "form": form,
        "correcting": status == 422 or "correct" in request.GET,
    }
    return render(request, "directory/confirm.html", context, status=status)
