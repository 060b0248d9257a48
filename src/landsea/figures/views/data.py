"""Open data: the overview and the files. Anyone may fetch them, from anywhere; the addresses stay."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from landsea.base.doors import door
from landsea.figures import open_data
from landsea.figures.labels import TABLES
from landsea_core.figures import data_package

_BY_NAME = {resource.name: resource for resource in data_package.RESOURCES}


@door("public")
@require_safe
def show_overview(request: HttpRequest) -> HttpResponse:
    """What there is, under which licence, with links."""
    tables = [(TABLES[one.name], one.name) for one in data_package.RESOURCES]
    return render(request, "figures/data.html", {"tables": tables, "licence": data_package.LICENCE})


@door("public")
@require_safe
def send_package_descriptor(request: HttpRequest) -> HttpResponse:
    """The Data Package's descriptor."""
    return _open_to_other_sites(
        JsonResponse(open_data.describe_package(timezone.now()), json_dumps_params={"ensure_ascii": False, "indent": 1})
    )


@door("public")
@require_safe
def send_csv(request: HttpRequest, name: str) -> HttpResponse:
    """One table as CSV."""
    resource = _resource_named(name)
    text = data_package.write_csv(resource, open_data.list_rows(resource, timezone.now()))
    return _open_to_other_sites(HttpResponse(text, content_type="text/csv; charset=utf-8"))


@door("public")
@require_safe
def send_json(request: HttpRequest, name: str) -> HttpResponse:
    """One table as JSON."""
    resource = _resource_named(name)
    text = data_package.write_json(resource, open_data.list_rows(resource, timezone.now()))
    return _open_to_other_sites(HttpResponse(text, content_type="application/json"))


def _resource_named(name: str) -> data_package.Resource:
    if name not in _BY_NAME:
        raise Http404
    return _BY_NAME[name]


def _open_to_other_sites(response: HttpResponse) -> HttpResponse:
    """Let pages of other sites read it: it is public and takes no sign-in."""
    response["Access-Control-Allow-Origin"] = "*"
    return response
