"""Offices and desks of the own installation: made, renamed, retired and taken back by a coordinator."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from landsea.base.doors import door
from landsea.base.refusal import Refused
from landsea.directory import access
from landsea.directory.actions.change_contact import add_contact
from landsea.directory.actions.change_units import retire_desk, retire_office, save_unit, take_back_into_service
from landsea.directory.models import Desk, Office
from landsea.directory.sheets import written_cells
from landsea.directory.unit_forms import CompetenceForms, DeskForm, OfficeForm, find_first_free


@door("coordinator")
@require_safe
def show_units(request: HttpRequest) -> HttpResponse:
    """List the offices and desks that people described here, those out of service last."""
    offices, desks = access.list_offices_entered_here(), access.list_desks_entered_here()
    context = {
        "offices": [one for one in offices if one.retired_at is None],
        "desks": [one for one in desks if one.retired_at is None],
        "retired": [("offices", one) for one in offices if one.retired_at]
        + [("desks", one) for one in desks if one.retired_at],
    }
    return render(request, "directory/units.html", context)


@door("coordinator")
@require_http_methods(["GET", "HEAD", "POST"])
def edit_office(request: HttpRequest, code: str = "") -> HttpResponse:
    """Make an office, or change the one with this code."""
    office = _office_or_404(code) if code else None
    form = OfficeForm(request.POST if request.method == "POST" else None, initial=_office_on_file(office))
    if request.method == "POST" and form.is_valid():
        row = _save(request, form, "offices", form.cells(code))
        if row is not None:
            return redirect("office_page", code=row.key)
    context = {"form": form, "office": office}
    return render(request, "directory/edit_office.html", context, status=422 if form.errors else 200)


@door("coordinator")
@require_http_methods(["GET", "HEAD", "POST"])
def add_desk(request: HttpRequest, code: str) -> HttpResponse:
    """Make a desk at the office with this code; its address is asked to confirm."""
    office = _office_or_404(code)
    return _desk_page(request, office, None)


@door("coordinator")
@require_http_methods(["GET", "HEAD", "POST"])
def edit_desk(request: HttpRequest, code: str) -> HttpResponse:
    """Rename a desk, or change what it answers for."""
    desk = access.find_desks([code]).get(code)
    if desk is None or desk.code == Desk.COORDINATOR:
        raise Http404
    return _desk_page(request, desk.office, desk)


@door("coordinator")
@require_POST
def retire_unit(request: HttpRequest, unit_kind: str, code: str) -> HttpResponse:
    """Take an office or desk out of service."""
    acts = {"offices": retire_office, "desks": retire_desk}
    known = {"offices": access.find_office, "desks": access.find_desk}
    if unit_kind not in acts or known[unit_kind](code) is None:
        raise Http404
    why = request.POST.get("why", "").strip()
    if not why:
        messages.warning(request, gettext("Say in a few words why; it stays in the history."))
        return redirect("edit_office" if unit_kind == "offices" else "edit_desk", code=code)
    try:
        acts[unit_kind](actor=request.actor, code=code, why=why, now=timezone.now())
    except Refused as refused:
        messages.warning(request, refused.sentence)
        return redirect("edit_office" if unit_kind == "offices" else "edit_desk", code=code)
    messages.success(request, gettext("Out of service. It can be taken back below."))
    return redirect("units")


@door("coordinator")
@require_POST
def return_unit(request: HttpRequest, unit_kind: str, code: str) -> HttpResponse:
    """Take an office or desk back into service."""
    taken = {"offices": access.is_office_code_taken, "desks": access.is_desk_code_taken}
    if unit_kind not in taken or "\0" in code or not taken[unit_kind](code):
        raise Http404
    try:
        take_back_into_service(actor=request.actor, kind=unit_kind, code=code, now=timezone.now())
    except Refused as refused:
        messages.warning(request, refused.sentence)
    else:
        messages.success(request, gettext("Back in service. Appoint people to it now."))
    return redirect("units")


def _desk_page(request: HttpRequest, office: Office, desk: Desk | None) -> HttpResponse:
    posted = request.POST if request.method == "POST" else None
    form = DeskForm(posted, initial=_names_on_file(desk))
    if desk is not None:
        del form.fields["email"]
    rows = CompetenceForms(posted, initial=_competences_on_file(desk, office), prefix="row")
    if posted is not None and form.is_valid() and rows.is_valid():
        lines = [cell for cell in (row.cell() for row in rows) if cell]
        code = desk.code if desk else _new_desk_code(office, form.cleaned_data["name_en"])
        names = {f"name_{one}": form.cleaned_data[f"name_{one}"] or "-" for one in ("en", "zh", "vi")}
        cells = {"code": code, "office": office.code, "competences": "; ".join(lines), **names}
        if not lines:
            form.add_error(None, gettext("A desk answers for something: fill in at least one line."))
        elif _save(request, form, "desks", cells) is not None:
            if desk is None and form.cleaned_data.get("email"):
                _ask_address(request, code, form.cleaned_data)
            return redirect("desk_page", code=code)
    is_wrong = bool(form.errors or posted is not None and not rows.is_valid())
    context = {"form": form, "rows": rows, "desk": desk, "office": office}
    return render(request, "directory/edit_desk.html", context, status=422 if is_wrong else 200)


def _save(request: HttpRequest, form, kind: str, cells: dict[str, str]):
    """Write and say so; None, with the sentence on the form, when it was refused."""
    try:
        row = save_unit(actor=request.actor, kind=kind, given=cells, why=form.cleaned_data["why"], now=timezone.now())
    except Refused as refused:
        form.add_error(None, refused.sentence)
        return None
    messages.success(request, gettext("Saved."))
    return row


def _ask_address(request: HttpRequest, code: str, typed: dict) -> None:
    desk = access.find_desk(code)
    add_contact(
        desk_id=desk.pk,
        fields={"name": typed["name_en"][:120], "email": typed["email"], "languages": desk.office.languages},
        why=typed["why"],
        by_user=request.actor.user_id,
        by=request.actor.label,
        now=timezone.now(),
    )
    messages.success(request, gettext("The address is asked by mail to confirm."))


def _new_desk_code(office: Office, name: str) -> str:
    return find_first_free(f"{office.code}.{slugify(name)[:30] or 'desk'}", access.is_desk_code_taken)


def _office_or_404(code: str) -> Office:
    office = access.find_office(code) if "\0" not in code else None
    if office is None:
        raise Http404
    return office


def _names_on_file(unit) -> dict:
    return written_cells.name_cells(unit.names) if unit else {}


def _office_on_file(office: Office | None) -> dict:
    if office is None:
        return {"languages": ["en"]}
    return written_cells.make_office_cells(office) | {"languages": office.languages}


def _competences_on_file(desk: Desk | None, office: Office) -> list[dict]:
    if desk is None:
        return [{"country": office.country}]
    return [
        {
            "matter": f"{one.topic}|{one.matter}",
            "country": one.country,
            "place": one.place,
            "hs": one.hs,
            "direction": one.direction,
        }
        for one in desk.competences.all()
    ]
