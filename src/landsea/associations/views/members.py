"""An association's register: who is in it, one entry, a list in and out."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext, ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from landsea.accounts.step_up import proves_again
from landsea.associations import access as association_access
from landsea.associations.actions.members import (
    add_member,
    change_member,
    import_members,
    mark_left,
)
from landsea.associations.forms import MemberForm
from landsea.associations.member_rows import read_member_fields
from landsea.associations.sheet_columns import MEMBER_COLUMNS
from landsea.associations.sheet_row_form import SheetNames
from landsea.associations.views.pages import give_association, page_context
from landsea.base.doors import door
from landsea.base.refusal import Refused
from landsea.base.ui.countries import name_country
from landsea.base.ui.sheets.cells import send_csv
from landsea.base.ui.sheets.files import SheetRefused
from landsea.base.ui.sheets.sheet_reader import read_upload

FORM_FIELDS = ("party", "country", "contact_name", "email", "phone", "language")


@door("association")
@require_http_methods(["GET", "HEAD", "POST"])
@give_association
def show_members(request, association):
    """The register, and the form that puts a firm into it."""
    form = MemberForm(request.POST or None, initial={"country": association.country, "language": get_language()})
    if request.method == "POST" and form.is_valid():
        try:
            added = add_member(request.actor, association.pk, form.cleaned_data, now=timezone.now())
        except Refused as refused:
            form.add_error("party", refused.sentence)
        else:
            messages.success(request, gettext("%(party)s is in the register now.") % {"party": added.party})
            return _to_register(association)
    return _register_page(request, association, form)


@door("association")
@require_http_methods(["GET", "HEAD", "POST"])
def show_member(request, member_id: int):
    """One member's entry."""
    found = association_access.find_member(request.actor, member_id)
    form = MemberForm(request.POST or None, initial={name: getattr(found, name) for name in FORM_FIELDS})
    if request.method == "POST" and form.is_valid():
        try:
            change_member(request.actor, member_id, form.cleaned_data, now=timezone.now())
        except Refused as refused:
            form.add_error("party", refused.sentence)
        else:
            messages.success(request, gettext("The entry was changed."))
            return _to_register(found.association)
    context = page_context(request, found.association, "association_members") | {"form": form, "member": found}
    return render(request, "associations/member.html", context, status=422 if form.errors else 200)


@door("association")
@require_POST
def mark_member_left(request, member_id: int):
    """Mark a member as left (`left=yes`) or as back."""
    found = association_access.find_member(request.actor, member_id)
    gone = request.POST.get("left") == "yes"
    mark_left(request.actor, member_id, left=gone, now=timezone.now())
    said = gettext("%(party)s is marked as left.") if gone else gettext("%(party)s is back in the register.")
    messages.success(request, said % {"party": found.party})
    return _to_register(found.association)


@door("association")
@proves_again()
@require_safe
@give_association
def download_register(request, association):
    """The register as CSV, which can be changed and sent back."""
    rows = [[column.header for column in MEMBER_COLUMNS]]
    for one in association_access.list_members(request.actor, association.pk, left=None):
        rows.append([getattr(one, name) for name in FORM_FIELDS] + ["yes" if one.left_at else "no"])
    return send_csv("members.csv", rows)


@door("association")
@require_POST
@give_association
def upload_register(request, association):
    """Bring the register in step with a list: all of it, or nothing and a sentence for each row to repair."""
    try:
        sheet = read_upload(request.FILES.get("sheet"), MEMBER_COLUMNS)
    except SheetRefused as refused:
        return _register_page(request, association, _empty_form(association), refused=refused.sentence, status=422)
    known = SheetNames(association_access.list_members(request.actor, association.pk, left=None))
    taken, faulty = [], []
    for number, given in sheet.rows:
        fields, faults = read_member_fields(given, known)
        if faults:
            faulty.append({"number": number, "party": given.get("party", ""), "faults": faults})
        else:
            taken.append(fields)
    if faulty:
        return _register_page(
            request, association, _empty_form(association), faulty=faulty, total=len(sheet.rows), status=422
        )
    done = import_members(request.actor, association.pk, taken, now=timezone.now())
    added = ngettext("%(n)d firm was added", "%(n)d firms were added", done.added) % {"n": done.added}
    changed = ngettext("%(n)d was changed", "%(n)d were changed", done.changed) % {"n": done.changed}
    same = ngettext("%(n)d stayed as it was", "%(n)d stayed as they were", done.unchanged) % {"n": done.unchanged}
    messages.success(request, f"{added}, {changed}, {same}.")
    return _to_register(association)


def _empty_form(association) -> MemberForm:
    return MemberForm(initial={"country": association.country, "language": get_language()})


def _register_page(request, association, form, *, status: int = 200, **more):
    language = get_language() or "en"
    shown = [
        {"row": one, "country": name_country(one.country, language)}
        for one in association_access.list_members(request.actor, association.pk, left=None)
    ]
    context = page_context(request, association, "association_members") | {
        "form": form,
        "present": [one for one in shown if not one["row"].left_at],
        "gone": [one for one in shown if one["row"].left_at],
        **more,
    }
    return render(request, "associations/members.html", context, status=422 if form.errors else status)


def _to_register(association):
    return HttpResponseRedirect(f"{reverse('association_members')}?association={association.code}")
