"""One contact for those who manage its desk: what is on file, why it is trusted or not, changing it, asking again."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_http_methods, require_POST

from landsea.base.doors import door
from landsea.base.refusal import Refused
from landsea.directory import rights
from landsea.directory.access import managed_contacts
from landsea.directory.actions.ask import ask_contact
from landsea.directory.actions.change_contact import change_contact, confirm_contact, end_contact
from landsea.directory.contact_forms import (
    ContactForm,
    WhyForm,
)
from landsea.directory.contact_presenters import describe_freshness
from landsea.directory.display_names import name_desk
from landsea.directory.freshness import find_states


@door("desk")
@require_http_methods(["GET", "HEAD", "POST"])
def show_contact(request: HttpRequest, contact_id: int) -> HttpResponse:
    """One contact: what is on file, why it is trusted or not, and the form that mends it."""
    row = managed_contacts.find_contact_to_manage(request.actor, contact_id)
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
def act_on_contact(request: HttpRequest, contact_id: int, contact_act: str) -> HttpResponse:
    """Ask a contact again, confirm it for having asked by telephone, or take it out of the directory."""
    row = managed_contacts.find_contact_to_manage(request.actor, contact_id)
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
        "desk_name": name_desk(row.desk, language)[0],
        "freshness": describe_freshness(find_states([row], now)[row.pk], now, language),
        "may_manage": rights.may_manage_desk(request.actor, row.desk),
    }
    return render(request, "directory/contact.html", context, status=status)
