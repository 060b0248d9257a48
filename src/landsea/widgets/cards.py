"""What pages that have a widget get from here: links by which programs find it, and the way to the page with the code."""

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse

from landsea.base.ui.cards import card
from landsea.widgets.addresses import find_address_of_match


def _has_widget(context: Any) -> HttpRequest | None:
    request = context.get("request")
    match = getattr(request, "resolver_match", None)
    return (
        request
        if match and find_address_of_match(match, request.GET) and not match.url_name.startswith("widget_")
        else None
    )


@card("page_head", order=20)
def draw_discovery_links(context: Any, **_facts: Any) -> str:
    """Return the links by which programs of other sites find the oEmbed answer of a page (oEmbed 1.0, section 4)."""
    request = _has_widget(context)
    if request is None:
        return ""
    about = urlencode({"url": settings.PUBLIC_ADDRESS + request.get_full_path()})
    return render_to_string(
        "widgets/discovery.html", {"address": f"{settings.PUBLIC_ADDRESS}{reverse('oembed')}?{about}"}
    )


@card("page_end", order=20)
def draw_way_to_code(context: Any, **_facts: Any) -> str:
    """Return the link to "Put this on your site", with this page already chosen."""
    request = _has_widget(context)
    if request is None:
        return ""
    about = urlencode({"url": request.get_full_path()})
    return render_to_string("widgets/way.html", {"address": f"{reverse('site_page')}?{about}"})
