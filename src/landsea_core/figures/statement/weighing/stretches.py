"""A statement cut into stretches of sentences whose figures are weighed together, and what other checks said of each."""

from collections.abc import Sequence

from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.weighing.accusing import Accusation
from landsea_core.figures.statement.weighing.guessing import MOST_FIGURES
from landsea_core.figures.statement.weighing.seeing import SeenFigure, see_figures


def cut_into_stretches(read: ReadStatement) -> list[tuple[SeenFigure, ...]]:
    """Return the figures of sentences that stand together, as many as can be weighed at once."""
    stretches: list[list[SeenFigure]] = []
    seen = see_figures(read)
    for number in range(len(read.sentences)):
        figures = [one for one in seen if one.sentence == number]
        if stretches and _count(stretches[-1]) + _count(figures) <= MOST_FIGURES:
            stretches[-1] += figures
        elif figures:
            stretches.append(figures)
    return [tuple(figures) for figures in stretches]


def list_accusations(figures: Sequence[SeenFigure], outcomes: Sequence[Outcome]) -> list[tuple[Outcome, Accusation]]:
    """Return what other checks accuse of figures of one stretch alone."""
    orders = {one.place: one.order for one in figures if one.place is not None}
    here = [one for one in outcomes if one.items and one.items <= orders.keys()]
    rules = [one.finding.rule for one in here if not one.fits]
    return [
        (
            one,
            Accusation(
                one.finding.rule,
                frozenset(orders[at] for at in one.items),
                len(rules),
                rules.count(one.finding.rule),
                len(here) - len(rules),
            ),
        )
        for one in here
        if not one.fits
    ]


def _count(figures: Sequence[SeenFigure]) -> int:
    return len({one.order for one in figures})
