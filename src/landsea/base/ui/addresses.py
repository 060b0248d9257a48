"""Addresses of pages that every page links to, kept by the process: forty of them are drawn on each, and never change while the
same routes are in force below the same prefix. Of a route with parameters its form is kept.
"""

from functools import cache
from urllib.parse import quote

from django.conf import settings
from django.urls import NoReverseMatch, get_script_prefix, get_urlconf, reverse

AS_THEY_ARE = "-_.!~*'()@:+,;=$&"
"""Signs that may stand in a part of a path."""


def address_of(name: str, *parts: str) -> str:
    """Return the address of a route with these words as its parameters; empty where an installation leaves its room out. Only
    for parameters that may be any word (`str`, `slug`): what a route would refuse is not looked at.

    >>> address_of("no such route")
    ''
    """
    form = _address(name, len(parts), get_script_prefix(), get_urlconf() or settings.ROOT_URLCONF)
    for place, part in enumerate(parts):
        form = form.replace(_stand_in(place), quote(part, safe=AS_THEY_ARE))
    return form


def _stand_in(place: int) -> str:
    """Return what stands for a parameter in a form that is kept."""
    return f"zz-{place}-zz"


@cache
def _address(name: str, parts: int, prefix: str, routes: object) -> str:
    try:
        return reverse(name, args=[_stand_in(place) for place in range(parts)])
    except NoReverseMatch:
        return ""
