"""A statement cut into pieces for its page: its figures, each with what came of it, and the words between them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from landsea_core.figures.statement.original import FITS, READ, WRONG, FigureMark

OUTCOMES: dict[str, Promise] = {
    WRONG: _("does not fit"),
    FITS: _("recomputed, fits"),
    READ: _("read, nothing to compare it with"),
}


@dataclass(frozen=True)
class Piece:
    """Some words of a statement; of a figure `verdict` is "wrong", "fits" or "read", and `outcome` says it in words."""

    words: str
    verdict: str = ""
    outcome: str | Promise = ""


def cut_at_figures(text: str, marks: Iterable[FigureMark]) -> list[Piece]:
    """Return the pieces of a text in their order; together they are the text. Marks within an earlier one are left out."""
    pieces: list[Piece] = []
    at = 0
    for mark in sorted(marks, key=lambda one: one.start):
        if mark.start < at or mark.end <= mark.start:
            continue
        if mark.start > at:
            pieces.append(Piece(text[at : mark.start]))
        pieces.append(Piece(text[mark.start : mark.end], mark.verdict, OUTCOMES[mark.verdict]))
        at = mark.end
    return [*pieces, Piece(text[at:])] if at < len(text) else pieces
