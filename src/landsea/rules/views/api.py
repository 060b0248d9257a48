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
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from landsea.base.doors import door
from landsea.rules import api_answers, api_data, api_questions
from landsea.rules.openapi import describe_api


def answer_as_json(view: Callable) -> Callable:
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

    answered.answers_as_json = True  # type: ignore[attr-defined]  # read by WithoutNul
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
@answer_as_json
def answer_measures(request: HttpRequest) -> dict:
    """Return measures that fit the filters, by code; `after` is the code of the last one that was read."""
    asked = request.GET
    found = api_answers.find_measures(asked)
    after, limit = asked.get("after", "").upper(), api_questions.read_limit(asked)
    left = [one for one in found.measures if one.code > after]
    shown = left[:limit]
    return {
        "total": len(found.measures),
        "on": found.day.isoformat(),
        "measures": [found.describe(one) for one in shown],
        "next": _next_address(request, shown[-1].code) if len(left) > limit else None,
    }


def _next_address(request: HttpRequest, code: str) -> str:
    query = request.GET.copy()
    query["after"] = code
    return request.build_absolute_uri(f"{request.path}?{query.urlencode()}")


@door("public")
@require_safe
@answer_as_json
def answer_measure(request: HttpRequest, code: str) -> dict:
    """One measure on a day, as known now or on another day, with the address of its versions."""
    versions = reverse("api_measure_versions", args=[code.upper()])
    return api_answers.describe_measure(request.GET, code) | {
        "page": request.build_absolute_uri(reverse("measure", args=[code.upper()])),
        "versions": request.build_absolute_uri(versions),
    }


@door("public")
@require_safe
@answer_as_json
def answer_measure_versions(request: HttpRequest, code: str) -> dict:
    """Every version that was published, the newest first, with what it changed."""
    versions = api_answers.list_published_versions(code)
    return {"measure": code.upper(), "versions": [api_data.shape_version(one) for one in versions]}


@door("public")
@require_safe
@answer_as_json
def answer_measure_version(request: HttpRequest, code: str, number: int) -> dict:
    """One published version with all that it says."""
    found = next((one for one in api_answers.list_published_versions(code) if one.number == number), None)
    if found is None:
        raise Http404
    return api_data.shape_version(found, whole=True)


@door("public")
@require_safe
@answer_as_json
def answer_gate(request: HttpRequest) -> dict:
    """May these goods pass on that day: the same answer as `landsea gate --json`."""
    return api_answers.answer_gate(request.GET)


@door("public")
@require_safe
@answer_as_json
def answer_checklist(request: HttpRequest) -> dict:
    """Return what somebody needs, in the order in which to do it."""
    return api_answers.answer_checklist(request.GET)


@door("public")
@require_safe
@answer_as_json
def answer_coverage(request: HttpRequest) -> dict:
    """Return where somebody looked: a line a country and direction, and the cells of the country that is asked for."""
    return api_answers.answer_coverage(request.GET)


@door("public")
@require_safe
@answer_as_json
def answer_openapi(request: HttpRequest) -> dict:
    """Return the description of this API, OpenAPI 3.1."""
    return describe_api(request.build_absolute_uri("/rules/api/v1"))
