"""The desks that a form may mean, while somebody types a name into it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from landsea.base.doors import door
from landsea.directory.desk_picking import find_desks_called
from landsea.directory.name_search import MOST_CHARACTERS


@door("public")
@require_safe
def show_desk_options(request: HttpRequest) -> HttpResponse:
    """Return the desks to pick from, as a piece of the page; nothing for an empty field."""
    typed = request.GET.get(request.GET.get("field", "desk"), "")[:MOST_CHARACTERS]
    offered = find_desks_called(typed, get_language() or "en") if typed.strip() else []
    return render(request, "directory/parts/desk_options.html", {"offered": offered, "typed": typed})
