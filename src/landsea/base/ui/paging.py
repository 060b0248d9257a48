"""A long list shown in parts: which rows a page shows, and the addresses of the parts before and after it."""

from collections.abc import Sequence
from typing import TypeVar

from django.http import HttpRequest

from landsea.base.ui.shapes import Pages

Row = TypeVar("Row")


def cut_part(request: HttpRequest, rows: Sequence[Row], most: int) -> tuple[Sequence[Row], Pages | None]:
    """Return the rows from `?from=` on, at most so many, and where they stand; no place where all of them are shown.

    What is no number, or lies behind the end, shows the first rows: an old address is no dead end.
    """
    typed = request.GET.get("from", "")
    first = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 9 else 0
    if first >= len(rows):
        first = 0
    shown = rows[first : first + most]
    if len(shown) == len(rows):
        return shown, None

    def address(start: int) -> str:
        query = request.GET.copy()
        query["from"] = str(start)
        return f"?{query.urlencode()}"

    before = address(max(0, first - most)) if first else ""
    after = address(first + most) if first + most < len(rows) else ""
    return shown, Pages(first + 1, first + len(shown), len(rows), before, after)
