"""The open API of rules: measures with filters and versions as of any day, the gate, the checklist. JSON, read only, for
anyone; each answer has an ETag, so that a program asks again without carrying it again. It describes itself at
/rules/api/v1/openapi.json.
"""

import hashlib
import json
from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from landsea.base.doors import door
from landsea.base.translation.sentences import say_sentence
from landsea.rules import access, api_data, api_questions
from landsea.rules.openapi import describe_api
from landsea_core.rules import ask_gate, describe_verdict, make_checklist
from landsea_core.rules.coverage_matrix import describe_cell


def answers_as_json(view: Callable) -> Callable:
    """Turn what a view returns into JSON with an ETag, and what it cannot answer into a status with a sentence."""

    @wraps(view)
    def answered(request: HttpRequest, **named) -> HttpResponse:
        try:
            return _json_response(request, view(request, **named))
        except api_questions.BadQuestion as fault:
            return _json_response(request, {"error": str(fault), "field": fault.field}, status=400)
        except Http404:
            return _json_response(
                request, {"error": _("There is no such rule. Copy its code from the list."), "field": ""}, status=404
            )

    return answered


def _json_response(request: HttpRequest, data: dict, status: int = 200) -> HttpResponse:
    body = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
    response = HttpResponse(body, content_type="application/json; charset=utf-8", status=status)
    response["Access-Control-Allow-Origin"] = "*"
    response["Cache-Control"] = "public, max-age=60"
    response["Vary"] = "Accept-Language, Cookie"
    if status != 200:
        return response
    response["ETag"] = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    return get_conditional_response(request, etag=response["ETag"], response=response)


@door("public")
@require_safe
@answers_as_json
def api_measures(request: HttpRequest) -> dict:
    """Return measures that fit the filters, by code; `after` is the code of the last one that was read."""
    asked = request.GET
    day, book = api_questions.day_in(asked, "on", timezone.localdate()), api_questions.book_in(asked)
    found, state = access.matching_measures(api_questions.wanted_in(asked), book), api_questions.state_in(asked)
    if state:
        found = [one for one in found if book.standing(one, day).state == state]
    after, limit = asked.get("after", "").upper(), api_questions.limit_in(asked)
    left = [one for one in found if one.code > after]
    shown = left[:limit]
    return {
        "total": len(found),
        "on": day.isoformat(),
        "measures": [api_data.measure_data(book, one, day) for one in shown],
        "next": _next_address(request, shown[-1].code) if len(left) > limit else None,
    }


def _next_address(request: HttpRequest, code: str) -> str:
    query = request.GET.copy()
    query["after"] = code
    return request.build_absolute_uri(f"{request.path}?{query.urlencode()}")


@door("public")
@require_safe
@answers_as_json
def api_measure(request: HttpRequest, code: str) -> dict:
    """One measure on a day, as known now or on another day, with the address of its versions."""
    day, book = api_questions.day_in(request.GET, "on", timezone.localdate()), api_questions.book_in(request.GET)
    data = api_data.measure_data(book, access.measure_with_code(code, book), day)
    versions = reverse("api_measure_versions", args=[code.upper()])
    return data | {
        "page": request.build_absolute_uri(reverse("measure", args=[code.upper()])),
        "versions": request.build_absolute_uri(versions),
    }


@door("public")
@require_safe
@answers_as_json
def api_measure_versions(request: HttpRequest, code: str) -> dict:
    """Every version that was published, the newest first, with what it changed."""
    versions = access.history_of(code)
    if not versions:
        raise Http404
    return {"measure": code.upper(), "versions": [api_data.version_data(one) for one in versions]}


@door("public")
@require_safe
@answers_as_json
def api_measure_version(request: HttpRequest, code: str, number: int) -> dict:
    """One published version with all that it says."""
    found = next((one for one in access.history_of(code) if one.number == number), None)
    if found is None:
        raise Http404
    return api_data.version_data(found, whole=True)


@door("public")
@require_safe
@answers_as_json
def api_gate(request: HttpRequest) -> dict:
    """May these goods pass on that day: the same answer as `landsea gate --json`."""
    shipment, day = (
        api_questions.shipment_in(request.GET),
        api_questions.day_in(request.GET, "on", timezone.localdate()),
    )
    if not shipment.mode:
        raise api_questions.BadQuestion(
            "mode", _("Give one of: %(choices)s.") % {"choices": "road, rail, sea, river, air"}
        )
    return describe_verdict(ask_gate(api_questions.book_in(request.GET), shipment, day), say_sentence)


@door("public")
@require_safe
@answers_as_json
def api_checklist(request: HttpRequest) -> dict:
    """Return what somebody needs, in the order in which to do it."""
    purpose, day = api_questions.purpose_in(request.GET), api_questions.day_in(request.GET, "on", timezone.localdate())
    shipment = api_questions.shipment_in(request.GET, goods_needed=purpose == "sell")
    return api_data.checklist_data(make_checklist(api_questions.book_in(request.GET), shipment, day, purpose))


@door("public")
@require_safe
@answers_as_json
def api_coverage(request: HttpRequest) -> dict:
    """Return where somebody looked: a line a country and direction, and the cells of the country that is asked for."""
    day, country = api_questions.day_in(request.GET, "on", timezone.localdate()), api_questions.country_in(request.GET)
    cells = access.coverage_cells(day, country) if country else []
    return {
        "on": day.isoformat(),
        "summary": [one for one in access.coverage_summary(day) if country in {"", one["country"]}],
        "cells": [describe_cell(cell, day) for cell in cells],
    }


@door("public")
@require_safe
@answers_as_json
def api_openapi(request: HttpRequest) -> dict:
    """Return the description of this API, OpenAPI 3.1."""
    return describe_api(request.build_absolute_uri("/rules/api/v1"))
