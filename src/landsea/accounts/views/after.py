"""Where somebody goes after signing in: to their work."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from landsea.base.doors import door
from landsea.base.ui.own_page import find_own_page


@door("signed_in")
@require_safe
def lead_to_own_page(request: HttpRequest) -> HttpResponse:
    """Lead to the page that somebody's appointments begin with (`base.ui.own_page`); others home."""
    name, _words = find_own_page(request.actor)
    return HttpResponseRedirect(reverse(name))
