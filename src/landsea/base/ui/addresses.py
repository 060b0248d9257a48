"""Addresses of pages that every page links to, kept by the process: forty of them are drawn on each, and never change while the
same routes are in force below the same prefix.
"""

from functools import cache

from django.conf import settings
from django.urls import NoReverseMatch, get_script_prefix, get_urlconf, reverse


def address_of(name: str) -> str:
    """Return the address of a route without parameters; empty where an installation leaves its room out.

    >>> address_of("no such route")
    ''
    """
    return _address(name, get_script_prefix(), get_urlconf() or settings.ROOT_URLCONF)


@cache
def _address(name: str, prefix: str, routes: object) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
