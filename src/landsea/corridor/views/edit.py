"""Editing the network, row by row: what waits, a row's form with its preview, retiring it."""

from collections.abc import Iterable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from landsea.base.corrections.models import Correction
from landsea.base.doors import door
from landsea.base.refusal import Refused
from landsea.corridor import access_editing as access
from landsea.corridor.access_editing import RowNow
from landsea.corridor.access_versions import find_reason, list_last_editions, list_versions, list_versions_of_act
from landsea.corridor.actions import edit_network
from landsea.corridor.actions.correct_network import settle_correction_of_network
from landsea.corridor.editing.forms import FORMS, RowForm, WhyForm
from landsea.corridor.editing.preview import preview_row
from landsea.corridor.editing.row_labels import (
    HOWS,
    ROW_KINDS,
    describe_changes,
    name_row,
)
from landsea.corridor.editing.rows import make_initial_values, make_row, read_row, write_row_for_form
from landsea.corridor.kept_network import find_network
from landsea.corridor.labels import place_name
from landsea_core.planner.network.changes import Row

NEW = "new"


@door("network")
@require_safe
def show_editing(request: HttpRequest) -> HttpResponse:
    """What readers say is wrong, what the files have overtaken, what was changed last, and the ways to change more."""
    access.require_editor(request.actor)
    context = {
        "corrections": _named(access.open_corrections(request.actor)),
        "overtaken": [
            (kind, key, name_row(kind, row, key)) for kind, key, row in access.list_overtaken_rows(request.actor)
        ],
        "editions": [shape_edition(one) for one in list_last_editions()],
        "kinds": [(kind, words) for kind, words in ROW_KINDS.items() if kind != "procedures"],
    }
    return render(request, "corridor/edit_home.html", context)


def _named(corrections: Iterable[Correction]) -> list[tuple[Correction, str]]:
    """Return readers' corrections with the names of the rows they are about; each kind of rows is read once."""
    keys: dict[str, set[str]] = {}
    for one in corrections:
        keys.setdefault(one.about_kind, set()).add(one.about_key)
    rows = {kind: access.find_rows(kind, wanted) for kind, wanted in keys.items()}
    return [(one, _name_of(one, rows[one.about_kind].get(one.about_key))) for one in corrections]


def _name_of(one: Correction, found: RowNow | None) -> str:
    return name_row(one.about_kind, found.row if found else None, one.about_key)


def _row(kind: str, key: str) -> Row | None:
    try:
        return access.find_row_now(kind, key).row
    except Http404:
        return None


def shape_edition(one) -> dict:
    """Return an edition with its rows by name, and where the history of each stands: that of a kind with pages of its own."""
    rows = [
        (
            name_row(version.kind, version.after or version.before, version.key),
            reverse("network_history", args=[version.kind, version.key]) if version.kind in ROW_KINDS else "",
        )
        for version in list_versions_of_act(one)
    ]
    return {
        "edition": one,
        "why": find_reason(one),
        "how": HOWS[one.how],
        "rows": rows,
        "undone": bool(one.undone_by.all()),
    }


@door("network")
@require_http_methods(["GET", "HEAD", "POST"])
def edit_row(request: HttpRequest, rows: str, key: str) -> HttpResponse:
    """The form of a row (`new`: of one that is not on record yet); `act` is preview or save."""
    access.require_editor(request.actor)
    if rows not in FORMS:
        raise Http404
    kind = rows
    now_is = access.RowNow(kind, "", None, 0, None) if key == NEW else access.find_row_now(kind, key)
    before = write_row_for_form(kind, now_is.row) or make_row(kind) | _asked_for(request, kind)
    if request.method != "POST":
        return _form_page(request, now_is, FORMS[kind](initial=make_initial_values(kind, before)), seen=now_is.number)
    form = FORMS[kind](request.POST, initial=make_initial_values(kind, before))
    seen = 0 if key == NEW else read_number(request.POST.get("seen", ""))
    if not form.is_valid():
        return _form_page(request, now_is, form, seen=seen, status=422)
    if key == NEW:
        chosen = form.cleaned_data["code"] if kind == "places" else access.find_free_key(kind)
        if _row(kind, chosen) is not None:
            form.add_error("code", _("This code is on record already; change that place instead."))
            return _form_page(request, now_is, form, seen=seen, status=422)
        seen = access.find_last_number(kind, chosen)  # a place whose edition was undone goes on with its versions
        now_is = access.RowNow(kind, chosen, None, seen, None)
    elif kind == "places":
        form.cleaned_data["code"] = key  # a code is never changed: plans and trips name it
    calls = [one.cleaned_data for one in form.calls] if kind == "services" else []
    row = read_row(kind, form.cleaned_data, before, now_is.key, calls)
    if request.POST.get("act") == "save":
        return _save(request, now_is, row, form, seen)
    return _previewed(request, now_is, row, form, seen)


def _asked_for(request: HttpRequest, kind: str) -> Row:
    """What the page one came from is about: a place for a procedure, a service for a price."""
    if kind == "procedures" and request.GET.get("place") in find_network().places:
        return {"place": request.GET["place"]}
    if kind == "prices" and request.GET.get("service") in find_network().services:
        return {"services": [request.GET["service"]]}
    return {}


def read_number(text: str) -> int:
    """Return the number of the version that a form was made from; 0 where it names none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0


def _previewed(request: HttpRequest, now_is, row: Row, form: RowForm, seen: int) -> HttpResponse:
    found = preview_row(now_is, row, timezone.now())
    form.show_faults(found.faults)
    return _form_page(request, now_is, form, seen=seen, preview=found, status=422 if form.errors else 200)


def _save(request: HttpRequest, now_is, row: Row, form: RowForm, seen: int) -> HttpResponse:
    wanted = edit_network.Wanted(now_is.kind, now_is.key, row, seen)
    try:
        edit_network.save_rows([wanted], why=form.cleaned_data["why"], actor=request.actor, now=timezone.now())
    except Refused as refused:
        if refused.code == "faults":
            return _previewed(request, now_is, row, form, seen)
        if refused.code == "changed":
            now_is = access.find_row_now(now_is.kind, now_is.key)
            others = [one for one in list_versions(now_is.kind, now_is.key) if one.number > seen]
            meanwhile = [(one, describe_changes(one.before, one.after)) for one in reversed(others)]
            form.add_error(None, refused.sentence)
            return _form_page(request, now_is, form, seen=now_is.number, meanwhile=meanwhile, status=409)
        form.add_error("why" if refused.code == "why" else None, refused.sentence)
        return _form_page(request, now_is, form, seen=seen, status=422)
    messages.success(request, _("Saved. Plans are made with it from now on."))
    return HttpResponseRedirect(reverse("network_history", args=[now_is.kind, now_is.key]))


def _form_page(request: HttpRequest, now_is, form: RowForm, *, seen: int, status: int = 200, **more) -> HttpResponse:
    context = {
        "form": form,
        "kind": now_is.kind,
        "key": now_is.key,
        "kind_words": ROW_KINDS[now_is.kind],
        "name": name_row(now_is.kind, now_is.row, now_is.key),
        "is_new": now_is.row is None,
        "retired": (now_is.row or {}).get("retired", ""),
        "seen": seen,
        "places": sorted((one.code, place_name(one)) for one in find_network().places.values()),
        "why": WhyForm(prefix="retire"),
    }
    return render(request, "corridor/edit_row.html", context | more, status=status)


@door("network")
@require_POST
def retire_row(request: HttpRequest, rows: str, key: str) -> HttpResponse:
    """Count a row no more; it stays on record with its history."""
    access.require_editor(request.actor)
    now_is = access.find_row_now(rows, key)
    form = WhyForm(request.POST, prefix="retire")
    if form.is_valid():
        seen = read_number(request.POST.get("seen", ""))
        try:
            edit_network.retire_network_row(
                rows, key, seen=seen, why=form.cleaned_data["why"], actor=request.actor, now=timezone.now()
            )
        except Refused as refused:
            form.show_refused(refused)
        else:
            messages.success(request, _("It is retired. Plans use it no more; its history stays."))
            return HttpResponseRedirect(reverse("network_history", args=[rows, key]))
    before = now_is.row or make_row(rows)
    shown = FORMS[rows](initial=make_initial_values(rows, before))
    return _form_page(request, now_is, shown, seen=now_is.number, why=form, status=422)


@door("network")
@require_POST
def settle_network_correction(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that a reader's correction was dealt with."""
    settle_correction_of_network(pk, actor=request.actor, now=timezone.now())
    return HttpResponseRedirect(reverse("network_editing"))
