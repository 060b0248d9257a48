"""Symbols of symbols.svg as pieces of a page: decoration only, a word always stands beside one or on its button."""

from functools import cache

from django.conf import settings
from django.templatetags.static import static
from django.utils.html import format_html


def draw_symbol(name: str) -> str:
    """Return a symbol; each is drawn once in a process, for a page of messages has fifty."""
    return _draw_once(name, settings.STATIC_URL)


@cache
def _draw_once(name: str, _files_at: str) -> str:
    address = static("ui/symbols.svg")
    return format_html('<svg class="symbol" aria-hidden="true"><use href="{}#{}"></use></svg>', address, name)
