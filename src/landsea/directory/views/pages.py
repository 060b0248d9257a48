"""The public pages of a desk and of an office, and the box for corrections. Contacts appear only for those whom
`access` lets see them.
"""

import uuid
from dataclasses import replace

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from landsea.base.corrections.forms import CorrectionForm
from landsea.base.doors import door
from landsea.base.offline.keeping import keep_on_device
from landsea.base.refusal import Refused
from landsea.base.ui.countries import name_country
from landsea.directory import access, record_presenters, rights
from landsea.directory.actions.suggest_correction import suggest_correction as suggest
from landsea.directory.desk_cards import FoundDesk, choose_own_name, make_desk_cards
from landsea.directory.display_names import name_desk
from landsea.directory.duty import list_duty_ahead
from landsea.directory.labels import GRADES, name_languages
from landsea.directory.models import Desk
from landsea.directory.models.names import name_in
from landsea.directory.telephones import find_website, list_telephones

SHIFTS_SHOWN = 5
UNSOURCED = "general knowledge"
"""What stands in the reference files where nobody has looked at a source yet; the grade says so in better words."""


@door("public")
@keep_on_device("desk")
@require_safe
def show_desk(request: HttpRequest, code: str) -> HttpResponse:
    """Show a desk as anyone may see it; officers see its contacts and its duty roster too."""
    return _desk_page(request, _desk_or_404(code), CorrectionForm(initial={"form_key": uuid.uuid4()}))


@door("public")
@require_safe
def show_office(request: HttpRequest, code: str) -> HttpResponse:
    """Show an office: where it is, when it is open, its desks, and where we know this from."""
    office = access.find_office(code)
    if office is None:
        raise Http404
    language, now = get_language() or "en", timezone.now()
    own, own_language = choose_own_name(office.names, office.country, language)
    return render(
        request,
        "directory/office.html",
        {
            "office": office,
            "name": name_in(office.names, language),
            "own_name": own,
            "own_language": own_language,
            "parent_name": name_in(office.parent.names, language) if office.parent else "",
            "country": name_country(office.country, language),
            "host_country": name_country(office.host_country, language) if office.host_country else "",
            "place": name_in(office.place.names, language) if office.place else office.seat,
            "languages": name_languages(office.languages, language),
            "website": find_website(office),
            "grade": GRADES[office.grade],
            "has_source": office.source != UNSOURCED,
            "hours": [f"{opens}–{closes}" for opens, closes in office.hours],
            "hours_grade": GRADES[office.hours_grade],
            "telephones": list_telephones(office, language),
            "may_change": request.actor.is_coordinator,
            "heads": office.pk in request.actor.heads,
            "desks": make_desk_cards(
                [FoundDesk(desk) for desk in access.list_desks_of_office(office.pk)], now, language
            ),
            "now": now,
        },
    )


@door("public")
@require_POST
def suggest_correction(request: HttpRequest, code: str) -> HttpResponse:
    """Take a correction; the same form twice is one. With faults the page comes back with what was typed."""
    desk = _desk_or_404(code)
    form = CorrectionForm(request.POST)
    if not form.is_valid():
        return _desk_page(request, desk, form, status=422)
    try:
        suggest(
            desk_id=desk.pk,
            text=form.cleaned_data["text"],
            email=form.cleaned_data["email"],
            form_key=form.cleaned_data["form_key"],
            address=request.META.get("REMOTE_ADDR", ""),
            actor=request.actor,
            now=timezone.now(),
        )
    except Refused as refused:
        form.add_error(None, refused.sentence)
        return _desk_page(request, desk, form, status=429)
    messages.success(request, _("Thank you. A coordinator will look at it and ask the office."))
    return redirect("desk_page", code=desk.code)


def _desk_or_404(code: str) -> Desk:
    desk = access.find_desks([code]).get(code)
    if desk is None:
        raise Http404
    return desk


def _desk_page(request: HttpRequest, desk: Desk, form: CorrectionForm, status: int = 200) -> HttpResponse:
    language, now = get_language() or "en", timezone.now()
    sees_contacts = access.may_see_contacts(request.actor)
    name, office_name = name_desk(desk, language)
    context = {
        "desk": desk,
        "here": f"desk:{desk.code}",
        "card": replace(make_desk_cards([FoundDesk(desk)], now, language)[0], url="", name="", office=""),
        "name": name,
        "office_name": office_name,
        "grade": GRADES[desk.grade],
        "telephones": list_telephones(desk.office, language),
        "shows_source": desk.source not in (desk.office.source, UNSOURCED),
        "record": record_presenters.record_lines(desk.pk, language),
        "may_change": sees_contacts and request.actor.is_coordinator and desk.code != Desk.COORDINATOR,
        "manages": sees_contacts and rights.may_manage_desk(request.actor, desk),
        "form": form,
        "now": now,
        "sees_contacts": sees_contacts,
    }
    if sees_contacts:
        contacts = list(access.list_contacts_of_desk(request.actor, desk.pk))
        phones = {one.pk: one.duty_phone for one in contacts}
        context |= {
            "contacts": contacts,
            "shifts": [
                (one, phones.get(one.person.contact_id, "")) for one in list_duty_ahead(desk, now)[:SHIFTS_SHOWN]
            ],
        }
    return render(request, "directory/desk.html", context, status=status)
