"""From an address of ours to the widget that shows it, and from a widget to the code that another site puts into its pages."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.http import QueryDict
from django.templatetags.static import static
from django.urls import Resolver404, ResolverMatch, resolve, reverse
from django.utils.html import format_html

from landsea.base.ui.reader import find_ready_language
from landsea.directory.forms import WhoForm
from landsea.widgets.kinds import Widget, make_barrier_widget, make_desk_widget, make_who_widget, post_widget

THEMES = ("auto", "light", "dark")
NARROWEST, WIDEST = 280, 600
"""Widths in pixels at which widgets are looked at."""
SHOWN_BY = {
    "who": "widget_who",
    "desk_page": "widget_desk",
    "corridor_place": "widget_post",
    "barrier": "widget_barrier",
    "widget_who": "widget_who",
    "widget_desk": "widget_desk",
    "widget_post": "widget_post",
    "widget_barrier": "widget_barrier",
}
"""By the name of a page's route, the route of the widget that shows it."""


@dataclass(frozen=True)
class WidgetAddress:
    """Where a widget is: the path of its frame without language and look, and the language its address asks for, if any."""

    route: str
    values: dict[str, str | int]
    question: QueryDict
    language: str | None

    def path(self, **look: str) -> str:
        """Return the path of the frame with these things said in its address; empty ones are left out."""
        asked = {name: value for name, value in self.question.items() if name in WhoForm.base_fields and value}
        said = urlencode(asked | {name: value for name, value in look.items() if value})
        path = reverse(self.route, kwargs=self.values)
        return f"{path}?{said}" if said else path


def find_address_of_frame(address: str) -> WidgetAddress | None:
    """Return where the widget of an address of ours is, be it a page's or a widget's, whole or not; None for others."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return None
    own = urlsplit(settings.PUBLIC_ADDRESS)
    if parts.netloc and (parts.scheme, parts.netloc) != (own.scheme, own.netloc):
        return None
    try:
        found = resolve(parts.path)
    except Resolver404:
        return None
    return find_address_of_match(found, QueryDict(parts.query))


def find_address_of_match(found: ResolverMatch, question: QueryDict) -> WidgetAddress | None:
    """Return where the widget of a page is whose address was resolved to this; None where the page has none."""
    route = SHOWN_BY.get(found.url_name or "")
    if route is None or (route == "widget_who" and not any(question.get(name) for name in WhoForm.base_fields)):
        return None
    return WidgetAddress(route, found.kwargs, question, find_ready_language(question.get("lang")))


def find_widget(asked: WidgetAddress, now: datetime, language: str) -> Widget | None:
    """Return the widget at an address, in the active language; None where there is no such thing."""
    if asked.route == "widget_who":
        return make_who_widget(asked.question, now, language)
    code = next(iter(asked.values.values()))
    if isinstance(code, int):
        return make_barrier_widget(code, now, language)
    return (make_desk_widget if asked.route == "widget_desk" else post_widget)(code, now, language)


def write_frame_code(
    asked: WidgetAddress,
    widget: Widget,
    *,
    language: str,
    theme: str = "",
    width: int = 0,
    height: int = 0,
    sized: bool = False,
) -> str:
    """Return the HTML that shows a widget on another site: a frame, and with `sized` the script that fits its height."""
    address = settings.PUBLIC_ADDRESS + asked.path(
        lang=language, theme="" if theme == "auto" else theme, sized="1" if sized else ""
    )
    frame = format_html(
        '<iframe src="{}" title="{}" width="{}" height="{}" loading="lazy" frameborder="0"></iframe>',
        address,
        widget.title,
        width or "100%",
        height or widget.height,
    )
    script = format_html('\n<script async src="{}"></script>', find_sizing_script()) if sized else ""
    return _as_text(frame + script)


def link_code(widget: Widget, language: str) -> str:
    """Return the HTML of a plain link to the page that a widget shows a piece of."""
    return _as_text(format_html('<a href="{}">{}</a>', find_page(widget, language), widget.title))


def find_page(widget: Widget, language: str) -> str:
    """Return the whole address of the page that says more, in a language."""
    sign = "&" if "?" in widget.page else "?"
    return f"{settings.PUBLIC_ADDRESS}{widget.page}{sign}lang={language}"


def find_sizing_script() -> str:
    """Return the address of the script for other sites. It stays the same from version to version, so it has no digest."""
    return f"{settings.PUBLIC_ADDRESS}{settings.STATIC_URL}ui/dist/embed.js"


def find_telling_script() -> str:
    """Return the address of the script within a widget that tells its height."""
    return static("ui/dist/widget.js")


def _as_text(html: str) -> str:
    """Return HTML as plain text: a template shall show the code, not put it into the page."""
    return "".join([html, ""])
