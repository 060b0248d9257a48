"""The page "Put this on your site": the address of one of our pages becomes a preview and the code to copy."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from landsea.base.doors import door
from landsea.base.ui.languages import list_languages
from landsea.base.ui.reader import find_ready_language
from landsea.widgets.addresses import (
    NARROWEST,
    THEMES,
    WIDEST,
    find_address_of_frame,
    find_widget,
    link_code,
    write_frame_code,
)

NO_WIDGET = 422
LONGEST_ADDRESS = 2000


@door("public")
@require_safe
def show_site_page(request: HttpRequest) -> HttpResponse:
    """Ask which page it is; show the widget as it will look, and the code for it."""
    typed = request.GET.get("url", "")[:LONGEST_ADDRESS].strip()
    theme = request.GET.get("theme", "")
    theme = theme if theme in THEMES else "auto"
    language = find_ready_language(request.GET.get("in")) or get_language() or "en"
    context = {
        "typed": typed,
        "theme": theme,
        "themes": ((THEMES[0], _("as the visitor's device")), (THEMES[1], _("light")), (THEMES[2], _("dark"))),
        "chosen": language,
        "languages": [one for one in list_languages(language) if one.ready],
        "narrowest": NARROWEST,
        "widest": WIDEST,
    }
    place = find_address_of_frame(typed) if typed else None
    with translation.override(language):
        widget = find_widget(place, timezone.now(), language) if place else None
    if place and widget:
        context |= {
            "widget": widget,
            "preview": place.path(lang=language, theme=theme),
            "plain": write_frame_code(place, widget, language=language, theme=theme),
            "sized": write_frame_code(place, widget, language=language, theme=theme, sized=True),
            "link": link_code(widget, language),
        }
    refused = bool(typed) and widget is None
    return render(request, "widgets/site.html", context | {"refused": refused}, status=NO_WIDGET if refused else 200)
