"""A page for each place and each service: all figures with source, grade and day, what others say, what trips showed."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from landsea.base.corrections.forms import CorrectionForm
from landsea.base.doors import door
from landsea.base.offline.keeping import keep_on_device
from landsea.base.refusal import Refused
from landsea.corridor import access, access_editing, access_figures, access_rows
from landsea.corridor.access_versions import find_changed_keys
from landsea.corridor.actions.correct_network import suggest_correction_of_network
from landsea.corridor.drawing import draw_map
from landsea.corridor.editing.row_labels import (
    OCCASIONS,
    PLACE_KINDS,
    PROCEDURE_KINDS,
    name_row,
)
from landsea.corridor.labels import (
    APPLIES_TO,
    CARGO,
    GRADES,
    KINDS,
    MODES,
    describe_days,
    name_service,
    place_name,
)
from landsea_core.planner.network.cargo import Cargo
from landsea_core.planner.network.changes import Row
from landsea_core.planner.network.costs import CostsAndEmissions
from landsea_core.planner.network.model import LINE, Corridor, Service
from landsea_core.planner.network.performance import LegFigure
from landsea_core.planner.network.place_rows import NetworkPlace
from landsea_core.planner.network.spreads import Spreads
from landsea_core.planner.network.trip_samples import HIDDEN_BELOW

FIRST_LINES = 10
"""Lines that stand open on the page of a place; the rest of a large port's is folded."""
MOST_LEGS = 30
"""Stretches on the page of a place; those with most trips come first."""


@door("public")
@keep_on_device("desk")
@require_safe
def place_page(request: HttpRequest, code: str) -> HttpResponse:
    """A place: where it is, what calls there, what is done to cargo there, what is closed, whom to ask."""
    return _place_page(request, code, _blank())


def _blank() -> CorrectionForm:
    return CorrectionForm(initial={"form_key": uuid.uuid4()})


def _place_page(request: HttpRequest, code: str, form: CorrectionForm, status: int = 200) -> HttpResponse:
    known, place = access.find_current_network(), access.find_place_or_404(code)
    rows = access_rows.list_procedures(code)
    measured = access_rows.list_measured_at(code)
    edited = find_changed_keys("procedures", [row["id"] for row in rows])
    own = access_editing.find_row_now("places", code).row
    calling = sorted(access.list_services(code), key=lambda one: (list(MODES).index(one.mode), one.id))
    lines = [_calling(known, one, code) for one in calling if one.kind == LINE]
    context = {
        "place": place,
        "here": f"place:{code}",
        "kind": PLACE_KINDS[place.kind],
        "names": _other_names(place),
        "row": own,
        "grade": GRADES[own["grade"]],
        "city": known.places.get(place.within),
        "inside": [one for one in known.places.values() if one.within == code],
        "first_lines": lines[:FIRST_LINES],
        "more_lines": lines[FIRST_LINES:],
        "on_call": [_calling(known, one, code) for one in calling if one.kind != LINE],
        "procedures": [{**_procedure(row), "edited": row["id"] in edited} for row in rows if not _is_past(row)],
        "past": [{**_procedure(row), "edited": row["id"] in edited} for row in rows if _is_past(row)],
        "closures": [row for row in access.list_closures(timezone.localdate()) if code in row.places],
        "stopped": access.list_closures_calling_at(code, timezone.localdate()),
        "desk": access.find_desks([code]).get(code),
        "map": draw_map("road", [place]),
        "border": measured.border,
        "legs": [_leg(known, one) for one in measured.legs[:MOST_LEGS]],
        "more_legs": max(0, len(measured.legs) - MOST_LEGS),
        "hidden_below": HIDDEN_BELOW,
        "said": [
            (known.places[one.origin], known.places[one.destination], one) for one in access_rows.list_said_at(code)
        ],
        "form": form,
        "may_edit": access_editing.may_edit(request.actor),
    }
    return render(request, "corridor/place.html", context, status=status)


def _other_names(place: NetworkPlace) -> list[tuple[str, str]]:
    """Return the names of a place but for the one at the top, each once, with a language it is of."""
    told = {name: language for language, name in reversed(place.names.items()) if name != place_name(place)}
    return [(language, name) for name, language in reversed(told.items())]


def _is_past(row: Row) -> bool:
    """Say whether a procedure is retired or its last day, month or year has gone by."""
    today = timezone.localdate().isoformat()
    return bool(row.get("retired")) or bool(row["until"]) and row["until"] < today[: len(row["until"])]


def _calling(known: Corridor, one: Service, code: str) -> dict:
    """A service as it calls at a place: from and to where, and on which clock time it comes and leaves."""
    call = next(call for call in one.calls if call.place == code)
    return {
        "service": one,
        "name": name_service(known, one),
        "call": call,
        "ends": (known.places[one.calls[0].place], known.places[one.calls[-1].place]),
        "days": describe_days(one),
        "grade": GRADES.get(call.grade or one.fact.grade, ""),
        "kind": KINDS[one.kind],
        "mode": MODES[one.mode],
    }


def _procedure(row: Row) -> dict:
    hours = row["hours"]
    return {
        "row": row,
        "what": PROCEDURE_KINDS.get(row["kind"], row["kind"]),
        "mode": MODES[row["mode"]],
        "when": ", ".join(str(OCCASIONS[one]) for one in row["at"]),
        "hours": hours if hours["typical"] is not None else None,
        "applies_to": APPLIES_TO.get(row["applies_to"], ""),
        "goods": ", ".join(row["goods"]),
        "cost": row.get("cost"),
        "cost_grade": GRADES.get((row.get("cost") or {}).get("grade"), ""),
        "grade": GRADES[row["grade"]],
    }


def _leg(known: Corridor, one: LegFigure) -> dict:
    ends = (known.places[one.origin], known.places[one.destination])
    return {"ends": ends, "mode": MODES[one.mode], "hours": one.hours, "said": one.said}


@door("public")
@require_safe
def show_service(request: HttpRequest, service: str) -> HttpResponse:
    """A service: its calls with the grade of each time, what it takes, price, emissions, source, what was corrected."""
    return _service_page(request, service, _blank())


def _service_page(request: HttpRequest, service: str, form: CorrectionForm, status: int = 200) -> HttpResponse:
    known, one = access.find_current_network(), access.find_service(service)
    figures = CostsAndEmissions(known, Cargo(teu=1))
    row = access_editing.find_row_now("services", service).row
    measured = access_figures.measure_network()
    context = {
        "service": one,
        "here": f"service:{one.id}",
        "name": name_service(known, one),
        "mode": MODES[one.mode],
        "kind": KINDS[one.kind],
        "days": describe_days(one),
        "grade": GRADES[one.fact.grade],
        "km_grade": GRADES.get(row["km_grade"], ""),
        "calls": [(call, known.places[call.place], GRADES.get(call.grade, "")) for call in one.calls],
        "carries": _carried(one),
        "prices": [
            (price, name_row("prices", price, price["id"]), GRADES[price["grade"]])
            for price in access_rows.list_prices(service)
        ],
        "spread": Spreads(measured).find_spread(one),
        "planned": _planned(measured, one),
        "co2e": round(figures.co2e_kg(one.mode, one.km)),
        "factors": [row for row in known.emissions if row.mode == one.mode],
        "closures": [
            row
            for row in access.list_closures(timezone.localdate())
            if one.id in row.services or any(call.place in row.places for call in one.calls)
        ],
        "map": draw_map(one.mode, [known.places[call.place] for call in one.calls]),
        "measured": access_rows.find_measured_on(one),
        "hidden_below": HIDDEN_BELOW,
        "said": access_rows.list_said_of(one),
        "form": form,
        "may_edit": access_editing.may_edit(request.actor),
    }
    return render(request, "corridor/service.html", context, status=status)


def _carried(one: Service) -> list[tuple[str, list[str]]]:
    """Return what a service takes, what it does not, and what of it is not known: words with the kinds of cargo."""
    said = {True: _("takes:"), False: _("does not take:"), None: _("not known:")}
    kinds = {takes: [str(words) for key, words in CARGO.items() if one.carries[key] is takes] for takes in said}
    return [(words, kinds[takes]) for takes, words in said.items() if kinds[takes]]


def _planned(known: Corridor, one: Service) -> dict[str, float]:
    """Return the hours that plans count a service with: usually, at best, in nine of ten cases at most."""
    row = Spreads(known).find_spread(one)
    usual = one.hours * row.scale
    return {"usual": round(usual, 1), "low": round(usual * row.low, 1), "p90": round(usual * row.p90, 1)}


@door("public")
@require_POST
def take_correction(request: HttpRequest, rows: str, key: str) -> HttpResponse:
    """Take a reader's correction of a place or service; with faults the page comes back with what was typed."""
    pages = {"places": (_place_page, "corridor_place"), "services": (_service_page, "corridor_service")}
    if rows not in pages:
        raise Http404
    page, name = pages[rows]
    form = CorrectionForm(request.POST)
    if not form.is_valid():
        return page(request, key, form, status=422)
    typed = form.cleaned_data
    try:
        suggest_correction_of_network(
            rows,
            key,
            text=typed["text"],
            email=typed["email"],
            form_key=typed["form_key"],
            address=request.META.get("REMOTE_ADDR", ""),
            actor=request.actor,
            now=timezone.now(),
        )
    except Refused as refused:
        form.add_error(None, refused.sentence)
        return page(request, key, form, status=429)
    messages.success(request, _("Thank you. An editor will look at it."))
    return HttpResponseRedirect(reverse(name, args=[key]))
