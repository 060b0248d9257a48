"""Addresses of pages that every page links to, kept by the process: forty of them are drawn on each, and never change while the
same routes are in force below the same prefix. Of a route with parameters its form is kept.
"""

import re
from functools import cache
from urllib.parse import quote

from django.conf import settings
from django.urls import NoReverseMatch, get_script_prefix, get_urlconf, reverse

AS_THEY_ARE = "-_.!~*'()@:+,;=$&"
"""Signs that may stand in a part of a path."""
STAND_IN = re.compile(r"zz-(\d+)-zz")
"""What stands for a parameter in a form that is kept."""


def find_address(name: str, *parts: str) -> str:
    """Return the address of a route with these words as its parameters; empty where an installation leaves its room out. Only
    for parameters that may be any word (`str`, `slug`): what a route would refuse is not looked at.

    >>> find_address("no such route")
    ''
    """
    form = _address(name, len(parts), get_script_prefix(), get_urlconf() or settings.ROOT_URLCONF)
    return STAND_IN.sub(lambda found: quote(parts[int(found[1])], safe=AS_THEY_ARE), form) if parts else form


@cache
def _address(name: str, parts: int, prefix: str, routes: object) -> str:
    try:
        return reverse(name, args=[f"zz-{place}-zz" for place in range(parts)])
    except NoReverseMatch:
        return ""
