"""oEmbed 1.0 (oembed.com): programs of other sites give an address of ours and get the code that shows it."""

from xml.sax.saxutils import escape

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone, translation
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from landsea.base.doors import door
from landsea.widgets.addresses import WIDEST, find_address_of_frame, find_widget, write_frame_code

NOT_OFFERED = 501


@door("public")
@require_safe
def answer_oembed(request: HttpRequest) -> HttpResponse:
    """Answer in JSON or XML; 404 for an address that is no widget of ours, 501 for another format. In the language that the
    address itself asks for, else in that of the request.
    """
    form = request.GET.get("format", "json")
    if form not in {"json", "xml"}:
        return HttpResponse("Only json and xml are offered.\n", status=NOT_OFFERED, content_type="text/plain")
    asked = find_address_of_frame(request.GET.get("url", ""))
    language = (asked.language if asked else None) or get_language() or "en"
    with translation.override(language):
        widget = find_widget(asked, timezone.now(), language) if asked else None
    if asked is None or widget is None:
        raise Http404
    width = min(WIDEST, _pixels(request, "maxwidth") or WIDEST)
    height = min(widget.height, _pixels(request, "maxheight") or widget.height)
    answer = {
        "version": "1.0",
        "type": "rich",
        "title": widget.title,
        "provider_name": "Landsea",
        "provider_url": settings.PUBLIC_ADDRESS,
        "cache_age": widget.lasts,
        "width": width,
        "height": height,
        "html": write_frame_code(asked, widget, language=language, width=width, height=height),
    }
    response = (
        JsonResponse(answer)
        if form == "json"
        else HttpResponse(_as_xml(answer), content_type="text/xml; charset=utf-8")
    )
    response["Cache-Control"] = f"public, max-age={widget.lasts}"
    response["Access-Control-Allow-Origin"] = "*"
    response["Vary"] = "Accept-Language, Cookie"
    return response


def _pixels(request: HttpRequest, name: str) -> int | None:
    """Return a limit in pixels, None for none or for what is no number above zero."""
    typed = request.GET.get(name, "")
    return int(typed) or None if typed.isascii() and typed.isdecimal() and len(typed) < 6 else None


def _as_xml(answer: dict[str, str | int]) -> str:
    rows = "".join(f"<{name}>{escape(str(value))}</{name}>" for name, value in answer.items())
    return f'<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>{rows}</oembed>\n'
