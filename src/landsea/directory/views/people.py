"""The people of a desk for those who manage it: contacts with their freshness and why, asking again, changing, history."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from landsea.base.doors import door
from landsea.base.refusal import Refused
from landsea.base.ui.shapes import Pages
from landsea.directory import access, access_people, rights
from landsea.directory.actions.ask import ask_contact
from landsea.directory.actions.change_contact import add_contact, change_contact, confirm_contact, end_contact
from landsea.directory.forms_people import ContactForm, WhyForm
from landsea.directory.freshness import states_of
from landsea.directory.names import desk_label
from landsea.directory.showing import changes_in_words, contact_rows, freshness_words

PAGE = 50


@door("desk")
@require_safe
def my_desks(request: HttpRequest) -> HttpResponse:
    """The desks one works at, with the way to their people, duty, leave and handover."""
    language = get_language() or "en"
    desks = [(desk, *desk_label(desk, language)) for desk in access_people.desks_of(request.actor)]
    return render(request, "directory/my_desks.html", {"desks": desks})


@door("desk")
@require_safe
def desk_people(request: HttpRequest, code: str) -> HttpResponse:
    """A desk's contacts, how fresh each is and why, with the acts that mend them."""
    desk = access_people.desk_to_manage(request.actor, code)
    now, language = timezone.now(), get_language() or "en"
    contacts = list(access.contacts_of_desk(request.actor, desk.pk))
    name, office = desk_label(desk, language)
    context = {
        "desk": desk,
        "name": name,
        "office_name": office,
        "now": now,
        "rows": contact_rows(contacts, states_of(contacts, now), now, language),
        "appointments": access.people_of_desk(desk.pk, now) if rights.may_appoint(request.actor, desk) else None,
    }
    return render(request, "directory/desk_people.html", context)


@door("desk")
@require_safe
def desk_history(request: HttpRequest, code: str) -> HttpResponse:
    """What was changed at a desk, by whom and why."""
    desk = access_people.desk_to_manage(request.actor, code)
    asked = request.GET.get("page", "1")
    number = int(asked) if asked.isdecimal() and len(asked) < 7 else 1
    first = (max(number, 1) - 1) * PAGE
    rows = list(access_people.changes_of(request.actor, desk)[first : first + PAGE + 1])
    pages = Pages(
        first=first + 1 if rows else 0,
        last=first + len(rows[:PAGE]),
        before_url=f"?page={number - 1}" if number > 1 else "",
        after_url=f"?page={number + 1}" if rows[PAGE:] else "",
    )
    name, office = desk_label(desk, get_language() or "en")
    context = {"desk": desk, "name": name, "office_name": office, "rows": changes_in_words(rows[:PAGE]), "pages": pages}
    return render(request, "directory/desk_history.html", context)


@door("desk")
@require_http_methods(["GET", "HEAD", "POST"])
def new_contact(request: HttpRequest, code: str) -> HttpResponse:
    """Put somebody at a desk; the person is asked by mail at once."""
    desk = access_people.desk_to_manage(request.actor, code)
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
    context = {"desk": desk, "form": form, "desk_name": desk_label(desk, get_language() or "en")[0]}
    return render(request, "directory/contact.html", context, status=422 if form.errors else 200)


@door("desk")
@require_http_methods(["GET", "HEAD", "POST"])
def contact(request: HttpRequest, contact_id: int) -> HttpResponse:
    """One contact: what is on file, why it is trusted or not, and the form that mends it."""
    row = access_people.contact_to_manage(request.actor, contact_id)
    on_file = {name: getattr(row, name) for name in ContactForm.base_fields if name != "why"}
    form = ContactForm(request.POST if request.method == "POST" else None, initial=on_file)
    if request.method == "POST" and form.is_valid():
        fields = {**form.cleaned_data}
        why = fields.pop("why")
        try:
            changed = change_contact(
                contact_id=row.pk,
                fields=fields,
                why=why,
                by_user=request.actor.user_id,
                by=request.actor.label,
                now=timezone.now(),
            )
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            words = (
                gettext("Saved. A new address is asked by mail at once.")
                if changed
                else gettext("Nothing is different.")
            )
            messages.success(request, words)
            return redirect("desk_people", code=row.desk.code)
    return _contact_page(request, row, form, WhyForm(), status=422 if form.errors else 200)


@door("desk")
@require_POST
def contact_act(request: HttpRequest, contact_id: int, contact_act: str) -> HttpResponse:
    """Ask a contact again, confirm it for having asked by telephone, or take it out of the directory."""
    row = access_people.contact_to_manage(request.actor, contact_id)
    now, actor = timezone.now(), request.actor
    if contact_act == "ask":
        asked = ask_contact(row.pk, now=now, actor=actor, again=True)
        sentence = (
            gettext("Asked. The mail is on its way to %(name)s.") % {"name": row.name}
            if asked
            else gettext("Nobody was asked: write an e-mail address first.")
        )
        (messages.success if asked else messages.warning)(request, sentence)
        return redirect("desk_people", code=row.desk.code)
    acts = {"confirm": confirm_contact, "end": end_contact}
    if contact_act not in acts:
        raise Http404
    form = WhyForm(request.POST)
    if not form.is_valid():
        on_file = {name: getattr(row, name) for name in ContactForm.base_fields if name != "why"}
        return _contact_page(request, row, ContactForm(initial=on_file), form, status=422)
    try:
        acts[contact_act](
            contact_id=row.pk, why=form.cleaned_data["why"], by_user=actor.user_id, by=actor.label, now=now
        )
    except Refused as refused:
        messages.warning(request, refused.sentence)
    else:
        done = {"confirm": gettext("Confirmed."), "end": gettext("Taken out of the directory.")}
        messages.success(request, done[contact_act])
    return redirect("desk_people", code=row.desk.code)


def _contact_page(request: HttpRequest, row, form: ContactForm, why_form: WhyForm, status: int = 200) -> HttpResponse:
    now, language = timezone.now(), get_language() or "en"
    context = {
        "contact": row,
        "desk": row.desk,
        "form": form,
        "why_form": why_form,
        "now": now,
        "desk_name": desk_label(row.desk, language)[0],
        "freshness": freshness_words(states_of([row], now)[row.pk], now, language),
        "may_manage": rights.may_manage_desk(request.actor, row.desk),
    }
    return render(request, "directory/contact.html", context, status=status)
