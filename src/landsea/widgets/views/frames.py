"""The widgets themselves, as small pages for frames of other sites. Nobody is asked who they are and nothing is typed here."""

from collections.abc import Callable
from hashlib import sha256

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from landsea.base.doors import door
from landsea.base.ui.middleware import FRAMED, KEEPS_NO_CHOICE
from landsea.base.ui.reader import find_ready_language
from landsea.widgets.addresses import THEMES, find_page, find_telling_script
from landsea.widgets.kinds import Widget, make_barrier_widget, make_desk_widget, make_who_widget, post_widget

POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "font-src 'self'",
        "script-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        FRAMED,
    )
)


@door("public")
@require_safe
def show_who_widget(request: HttpRequest) -> HttpResponse:
    """Show which desk answers the question in the address."""
    return _framed(request, lambda now, language: make_who_widget(request.GET, now, language))


@door("public")
@require_safe
def show_desk_widget(request: HttpRequest, code: str) -> HttpResponse:
    """Show one desk."""
    return _framed(request, lambda now, language: make_desk_widget(code, now, language))


@door("public")
@require_safe
def show_post_widget(request: HttpRequest, code: str) -> HttpResponse:
    """Show whether a place is open now."""
    return _framed(request, lambda now, language: post_widget(code, now, language))


@door("public")
@require_safe
def show_barrier_widget(request: HttpRequest, barrier_id: int) -> HttpResponse:
    """Show a barrier's tally."""
    return _framed(request, lambda now, language: make_barrier_widget(barrier_id, now, language))


def _framed(request: HttpRequest, find: Callable[..., Widget | None]) -> HttpResponse:
    """Draw a widget without any context of the request: the same address gives everybody the same page."""
    language, now = get_language() or "en", timezone.now().replace(second=0, microsecond=0)
    widget = find(now, language)
    if widget is None:
        raise Http404
    theme = request.GET.get("theme", "")
    context = {
        "widget": widget,
        "now": now,
        "language": language,
        "theme": theme if theme in THEMES else "auto",
        "page": find_page(widget, language),
        "script": find_telling_script() if request.GET.get("sized") == "1" else "",
        **widget.facts,
    }
    response = HttpResponse(render_to_string(f"widgets/{widget.kind}.html", context))
    response["Content-Security-Policy"] = POLICY
    # Without a language in the address the browser decides, and a copy for others would be in the wrong one.
    whose = "public" if find_ready_language(request.GET.get("lang")) else "private"
    response["Cache-Control"] = f"{whose}, max-age={widget.lasts}"
    response["ETag"] = f'"{sha256(response.content).hexdigest()[:32]}"'
    setattr(response, KEEPS_NO_CHOICE, True)
    answer = get_conditional_response(request, response["ETag"], response=response)
    if isinstance(answer, HttpResponseNotModified):
        answer["Content-Security-Policy"] = POLICY
        setattr(answer, KEEPS_NO_CHOICE, True)
    return answer
