"""The two figures of a contradiction on one scale, each with its source, for pages."""

from collections.abc import Sequence
from dataclasses import dataclass

from landsea.figures.figure_words import say_figure
from landsea.figures.models import Printed
from landsea.figures.source_links import link_source
from landsea_core.figures.facts import Contradiction
from landsea_core.figures.facts.sides import find_sides, place_on_scale

LEFT, WIDTH = 10, 300
SAID_LAST = {"growth"}
"""Rules whose rows are the two ends of a way and, last, the row that says the figure."""


@dataclass(frozen=True)
class SideInWords:
    """One side: the figure in the reader's language, and where it is from unless it is our arithmetic."""

    words: str
    is_computed: bool
    source: str
    source_url: str


@dataclass(frozen=True)
class Scale:
    """Where both marks stand on a scale, and zero where it is reached, as numbers for SVG; both sides in words."""

    first: str
    second: str
    zero: str
    sides: tuple[SideInWords, SideInWords]


def find_scale(contradiction: Contradiction, rows: Sequence[Printed]) -> Scale | None:
    """Return both sides on one scale; None where the rule compares no two numbers."""
    sides = find_sides(contradiction)
    if sides is None:
        return None
    first, second, zero = place_on_scale(sides, WIDTH)

    def put_in_words(at: int) -> SideInWords:
        row = rows[-1 if contradiction.rule in SAID_LAST else min(at, len(rows) - 1)]
        return SideInWords(say_figure(sides[at].printed), sides[at].is_computed, row.source, link_source(row.source))

    return Scale(
        f"{LEFT + first:g}",
        f"{LEFT + second:g}",
        "" if zero is None else f"{LEFT + zero:g}",
        (put_in_words(0), put_in_words(1)),
    )
