"""Appointing people: choosing the part, then saying who and where; from a desk's page, to that desk at once."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_http_methods, require_safe

from landsea.accounts.step_up import proves_again
from landsea.base.doors import door
from landsea.base.refusal import Refused
from landsea.base.ui.shapes import Choice
from landsea.directory import access, rights
from landsea.directory.access import managed_contacts
from landsea.directory.actions.appoint import appoint_person
from landsea.directory.contact_forms import AppointForm, PersonForm
from landsea.directory.display_names import name_desk
from landsea.directory.name_search import MOST_CHARACTERS
from landsea.directory.part_labels import PART_MEANINGS, PART_NAMES
from landsea.directory.unit_picking import find_unit_id, find_units_called, list_own_units
from landsea_core.appointing import UNIT_OF_PART, Part, UnitKind, list_parts_to_appoint


@door("desk")
@proves_again()
@require_http_methods(["GET", "HEAD", "POST"])
def appoint_to_desk(request: HttpRequest, code: str) -> HttpResponse:
    """Make somebody holder or deputy; the person is told how to sign in."""
    desk = managed_contacts.find_desk_to_manage(request.actor, code)
    if not rights.may_appoint(request.actor, desk):
        raise PermissionDenied
    form = AppointForm(request.POST if request.method == "POST" else None, initial={"language": get_language()})
    if request.method == "POST" and form.is_valid():
        fields = {**form.cleaned_data}
        if _appoint(request, form, Part(fields.pop("role")), desk.pk, fields):
            return redirect("desk_people", code=desk.code)
    name, office = name_desk(desk, get_language() or "en")
    context = {"form": form, "desk": desk, "name": name, "office_name": office}
    return render(request, "directory/appoint.html", context, status=422 if form.errors else 200)


@door("appointer")
@require_safe
def choose_part(request: HttpRequest) -> HttpResponse:
    """Ask what somebody shall be; only parts that this person may appoint to are offered."""
    parts = [
        Choice(str(PART_NAMES[part]), reverse("appoint_to_part", args=[part.value]), "desk", str(PART_MEANINGS[part]))
        for part in _parts_offered(request.actor)
    ]
    return render(request, "directory/choose_part.html", {"parts": parts})


@door("appointer")
@proves_again()
@require_http_methods(["GET", "HEAD", "POST"])
def appoint_to_part(request: HttpRequest, part: str) -> HttpResponse:
    """Say who is appointed and where; with faults the page comes back with what was typed."""
    if part not in list(Part):
        raise Http404
    wanted = Part(part)
    if wanted not in _parts_offered(request.actor):
        raise PermissionDenied
    form = PersonForm(request.POST if request.method == "POST" else None, initial={"language": get_language()})
    typed, picked = _unit_named(request, wanted)
    if request.method == "POST":
        unit_id = find_unit_id(wanted, picked) if picked else None
        form.full_clean()
        if unit_id is None and UNIT_OF_PART[wanted] is not UnitKind.NONE:
            sentence = gettext("Say where: type a word of its name, then pick one of those that are offered.")
            form.add_error(None, sentence)
        if form.is_valid() and _appoint(request, form, wanted, unit_id, {**form.cleaned_data}):
            return redirect("people")
    context = {
        "form": form,
        "part": wanted,
        "part_name": PART_NAMES[wanted],
        "meaning": PART_MEANINGS[wanted],
        "names_unit": UNIT_OF_PART[wanted] is not UnitKind.NONE,
        "is_desk": UNIT_OF_PART[wanted] is UnitKind.DESK,
        "offered": _units_offered(request.actor, wanted, typed or picked),
        "typed": typed,
        "picked": picked,
    }
    return render(request, "directory/appoint_to_part.html", context, status=422 if form.errors else 200)


@door("appointer")
@require_safe
def show_unit_options(request: HttpRequest, part: str) -> HttpResponse:
    """Return the desks or offices to pick from while somebody types, as a piece of the page."""
    if part not in list(Part) or UNIT_OF_PART[Part(part)] is UnitKind.NONE:
        raise Http404
    typed = request.GET.get("unit", "")[:MOST_CHARACTERS]
    context = {"offered": _units_offered(request.actor, Part(part), typed), "typed": typed}
    return render(request, "directory/parts/unit_options.html", context)


def _parts_offered(actor) -> tuple[Part, ...]:
    return list_parts_to_appoint(rights.find_standing(actor), access.find_coordinator_desk().office_id)


def _unit_named(request: HttpRequest, part: Part) -> tuple[str, str]:
    """Return the words typed for the desk or office and the code that was picked, from the form or the address."""
    given = request.POST if request.method == "POST" else request.GET
    return given.get("unit", "")[:MOST_CHARACTERS], given.get("unit_code", "")[:MOST_CHARACTERS]


def _units_offered(actor, part: Part, typed: str):
    if UNIT_OF_PART[part] is UnitKind.NONE:
        return []
    language = get_language() or "en"
    if not actor.is_coordinator and not typed.strip():
        return list_own_units(part, actor.heads, language)
    return find_units_called(part, typed, language) if typed.strip() else []


def _appoint(request: HttpRequest, form, part: Part, unit_id: int | None, fields: dict) -> bool:
    """Appoint and say so; False, with the reason on the form, when it was refused."""
    try:
        row = appoint_person(actor=request.actor, part=part, unit_id=unit_id, now=timezone.now(), **fields)
    except Refused as refused:
        form.add_error(None, refused.sentence)
        return False
    words = gettext("%(name)s is appointed and told by mail.") % {"name": row.user.name}
    messages.success(request, words)
    if row.desk_id and not row.user.has_usable_password():
        messages.info(
            request,
            gettext("Cases go to whoever else is at the desk, else to the coordinator, until the first sign-in."),
        )
    return True
