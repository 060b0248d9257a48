"""Pieces of a page that are the same on many pages but for a few words: each is drawn once by its template and kept with gaps,
which every page fills with its own words.

Forms that few people open, the menu and the foot of a page take longer to draw by templates than all messages of a case. A
template that is drawn here is given nothing but

- `words`: texts that differ from page to page (a number, a token, an address). Gaps are drawn in their place, so the template
  only writes them out: it asks nothing of them, and sends them through no filter.
- `by`: values that decide how the piece looks (flags, tuples of rows); a piece is kept for each of them.

Whatever else it shows is the same for everybody who reads a language, and for where an installation has its addresses and
files; by these a piece is kept as well.
"""

import re
from collections.abc import Hashable, Mapping
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import get_script_prefix, get_urlconf
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.translation import get_language

GAP = re.compile(r"zz-([a-z_.]+)-zz")
MOST_PIECES = 1024
"""Pieces kept by a process, of 1 to 6 KB each: those not asked for longest are drawn anew."""


def draw_once(template: str, words: Mapping[str, Any], **by: Hashable) -> SafeString:
    """Return this template drawn with these words, each escaped as templates do, and with these values. A name of a word may
    have parts, as "case.ref" has.
    """
    draw = _draw_with_gaps.__wrapped__ if settings.DEBUG else _draw_with_gaps  # who edits templates sees them at once
    piece = draw(template, tuple(sorted(words)), tuple(sorted(by.items())), _surroundings())
    return SafeString(GAP.sub(lambda gap: conditional_escape(words[gap[1]]), piece))


def _surroundings() -> tuple[Hashable, ...]:
    """Return what pieces depend on without being given it: the language, and where addresses and files begin."""
    return get_language(), get_script_prefix(), get_urlconf() or settings.ROOT_URLCONF, settings.STATIC_URL


@lru_cache(maxsize=MOST_PIECES)
def _draw_with_gaps(
    template: str, names: tuple[str, ...], by: tuple[tuple[str, Hashable], ...], surroundings: tuple[Hashable, ...]
) -> str:
    """Draw a template with gaps in place of words. Everything that decides how it looks is an argument."""
    context: dict[str, Any] = dict(by)
    for name in names:
        *owners, last = name.split(".")
        place = context
        for owner in owners:
            place = place.setdefault(owner, {})
        place[last] = f"zz-{name}-zz"
    return render_to_string(template, context)
