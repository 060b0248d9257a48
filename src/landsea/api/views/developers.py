"""The page for people who write programs: how one begins, what there is, what errors mean."""

from itertools import groupby

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from landsea.api.examples import EXAMPLES
from landsea.api.problems import KINDS
from landsea.api.scopes import SCOPES
from landsea.api.table import list_operations
from landsea.base.doors import door


@door("public")
@require_safe
def show_developers(request: HttpRequest) -> HttpResponse:
    """Show how programs use Landsea."""
    groups = [(name, list(found)) for name, found in groupby(list_operations(), key=lambda one: one.group)]
    context = {
        "address": f"{settings.PUBLIC_ADDRESS}/api/v1",
        "groups": groups,
        "kinds": [(kind, status, title) for kind, (status, title) in KINDS.items()],
        "scopes": list(SCOPES.items()),
        "examples": EXAMPLES,
    }
    return render(request, "api/developers.html", context)
