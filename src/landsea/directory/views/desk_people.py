"""The people of a desk for those who manage it: its contacts with their freshness, its history, and a new contact."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_http_methods, require_safe

from landsea.base.doors import door
from landsea.base.refusal import Refused
from landsea.base.ui.shapes import Pages
from landsea.directory import access, rights
from landsea.directory.access import leave_and_handover, managed_contacts
from landsea.directory.actions.change_contact import add_contact
from landsea.directory.contact_forms import (
    ContactForm,
)
from landsea.directory.contact_presenters import describe_changes, shape_contacts
from landsea.directory.desks_today import gather_desks_today
from landsea.directory.display_names import name_desk
from landsea.directory.freshness import find_states

PAGE = 50


@door("desk")
@require_safe
def show_my_desks(request: HttpRequest) -> HttpResponse:
    """Show one's own entries, each to be confirmed by one press, and the desks one works at, with the way to their people,
    duty, leave and handover.
    """
    now, language = timezone.now(), get_language() or "en"
    desks = [
        (one, *name_desk(one.desk, language))
        for one in gather_desks_today(list(leave_and_handover.list_desks(request.actor)), now)
    ]
    own = list(managed_contacts.list_own_contacts(request.actor))
    rows = shape_contacts(own, find_states(own, now), now, language)
    names = [name_desk(one.desk, language)[0] for one in own]
    context = {"desks": desks, "own": list(zip(rows, names, strict=True)), "now": now}
    return render(request, "directory/my_desks.html", context)


@door("desk")
@require_safe
def show_desk_people(request: HttpRequest, code: str) -> HttpResponse:
    """Show a desk's contacts, how fresh each is and why, with the acts that mend them."""
    desk = managed_contacts.find_desk_to_manage(request.actor, code)
    now, language = timezone.now(), get_language() or "en"
    contacts = list(access.list_contacts_of_desk(request.actor, desk.pk))
    name, office = name_desk(desk, language)
    context = {
        "desk": desk,
        "name": name,
        "office_name": office,
        "now": now,
        "rows": shape_contacts(contacts, find_states(contacts, now), now, language),
        "appointments": access.list_people_of_desk(desk.pk, now) if rights.may_appoint(request.actor, desk) else None,
    }
    return render(request, "directory/desk_people.html", context)


@door("desk")
@require_safe
def show_desk_history(request: HttpRequest, code: str) -> HttpResponse:
    """Show what was changed at a desk, by whom and why."""
    desk = managed_contacts.find_desk_to_manage(request.actor, code)
    asked = request.GET.get("page", "1")
    number = int(asked) if asked.isdecimal() and len(asked) < 7 else 1
    first = (max(number, 1) - 1) * PAGE
    rows = list(managed_contacts.list_changes(request.actor, desk)[first : first + PAGE + 1])
    pages = Pages(
        first=first + 1 if rows else 0,
        last=first + len(rows[:PAGE]),
        before_url=f"?page={number - 1}" if number > 1 else "",
        after_url=f"?page={number + 1}" if rows[PAGE:] else "",
    )
    name, office = name_desk(desk, get_language() or "en")
    context = {"desk": desk, "name": name, "office_name": office, "rows": describe_changes(rows[:PAGE]), "pages": pages}
    return render(request, "directory/desk_history.html", context)


@door("desk")
@require_http_methods(["GET", "HEAD", "POST"])
def put_contact_at_desk(request: HttpRequest, code: str) -> HttpResponse:
    """Put somebody at a desk; the person is asked by mail at once."""
    desk = managed_contacts.find_desk_to_manage(request.actor, code)
    form = ContactForm(request.POST if request.method == "POST" else None, initial={"languages": desk.office.languages})
    if request.method == "POST" and form.is_valid():
        fields = {**form.cleaned_data}
        why = fields.pop("why")
        try:
            add_contact(
                desk_id=desk.pk,
                fields=fields,
                why=why,
                by_user=request.actor.user_id,
                by=request.actor.label,
                now=timezone.now(),
            )
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, gettext("Added. The person is asked by mail to confirm."))
            return redirect("desk_people", code=desk.code)
    context = {"desk": desk, "form": form, "desk_name": name_desk(desk, get_language() or "en")[0]}
    return render(request, "directory/contact.html", context, status=422 if form.errors else 200)
