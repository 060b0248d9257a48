"""What stands around each page (its ways, the switch of languages, its foot), drawn once for all who see it alike."""

from typing import Any
from urllib.parse import quote

from django import template
from django.conf import settings
from django.template import Context
from django.utils import timezone
from django.utils.encoding import iri_to_uri
from django.utils.safestring import SafeString

from landsea.base.ui.day_filters import find_language
from landsea.base.ui.drawn_once import draw_once
from landsea.base.ui.languages import list_languages
from landsea.base.ui.logs import hide_secrets
from landsea.base.ui.times import date_words

register = template.Library()
LONGEST_PRINTED = 200
"""Letters of an address that is printed whole; of a longer one what was asked for is left out."""


@register.simple_tag(takes_context=True)
def head_links(context: Context) -> SafeString:
    """What a page links to in its head: its mark, its manifest, its style."""
    return draw_once("ui/parts/head_links.html", {}, knows_reader=bool(context.get("knows_reader")))


@register.simple_tag(takes_context=True)
def page_ways(context: Context) -> SafeString:
    """The tabs at the head of a page, where the reader goes most."""
    return draw_once("ui/parts/ways.html", {}, nav=context.get("nav"))


@register.simple_tag(takes_context=True)
def page_menu(context: Context) -> SafeString:
    """The search and the menu of all places where this reader may go."""
    return draw_once("ui/parts/menu.html", {}, menu=context.get("menu"))


@register.simple_tag(takes_context=True)
def own_account(context: Context) -> SafeString:
    """The doors to sign in or out."""
    user = context.get("user")
    is_authenticated = bool(user and user.is_authenticated)
    return draw_once("ui/parts/account.html", _token(context), is_authenticated=is_authenticated)


@register.simple_tag(takes_context=True)
def language_switch(context: Context) -> SafeString:
    """The switch of languages, which leads back to this page."""
    words = _token(context) | {"page_again": context.get("page_again") or ""}
    return draw_once("ui/parts/languages.html", words, languages=tuple(list_languages(find_language())))


@register.simple_tag
def no_line() -> SafeString:
    """What a page says, hidden until then, where it is kept on a device that has no line."""
    return draw_once("ui/parts/no_line.html", {})


@register.simple_tag(takes_context=True)
def page_foot(context: Context) -> SafeString:
    """The foot of a page, with the clock that it goes by."""
    zone = str(context.get("reader_zone") or "")
    words = {"reader_zone": zone, "page_again": quote(str(context.get("page_again") or ""), safe="")}
    return draw_once("ui/parts/foot.html", words, has_zone=bool(zone))


@register.inclusion_tag("ui/parts/paper_head.html", takes_context=True)
def paper_head(context: Context) -> dict[str, str]:
    """What a printed page says at its head, and no screen shows: its address, when it was so, whose clock it
    goes by. An address with a secret in it is left out, whoever finds the paper.
    """
    page, zone = str(context.get("page_again") or ""), str(context.get("reader_zone") or "")
    if not page or not zone:
        return {}
    page = page if len(page) <= LONGEST_PRINTED else page.partition("?")[0]
    page = page if hide_secrets(page) == page else ""
    now = timezone.localtime()
    return {
        "address": settings.PUBLIC_ADDRESS + iri_to_uri(page),
        "moment": f"{date_words(now.date(), find_language())}, {now:%H:%M}",
        "zone": zone,
    }


def _token(context: Context) -> dict[str, Any]:
    """Return the proof that a form is ours; without one a form is drawn as Django draws it then."""
    token = context.get("csrf_token")
    return {"csrf_token": token} if token else {}
