"""All figures that are said to follow from others."""

from collections.abc import Iterator

from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.following.differences_said import check_differences_said
from landsea_core.figures.statement.following.equals_said import check_equals_said
from landsea_core.figures.statement.following.means import check_means
from landsea_core.figures.statement.following.multiples_said import (
    check_multiples_said,
    check_ratios,
    check_words_of_multiples,
)
from landsea_core.figures.statement.following.operands import Operands, gather_operands
from landsea_core.figures.statement.following.opposite_parts import check_opposite_parts
from landsea_core.figures.statement.following.parts_listed import check_parts_listed
from landsea_core.figures.statement.following.percent_steps import check_percent_steps
from landsea_core.figures.statement.following.percentages_said import check_percentages_said
from landsea_core.figures.statement.following.rates_of_rates import check_rates_of_rates
from landsea_core.figures.statement.following.totals_said import check_totals_said
from landsea_core.figures.statement.read_statement import ReadStatement

_CHECKS = (
    check_means,
    check_totals_said,
    check_differences_said,
    check_equals_said,
    check_percentages_said,
    check_parts_listed,
    check_opposite_parts,
    check_rates_of_rates,
    check_multiples_said,
    check_percent_steps,
)


def check_following(read: ReadStatement, judged: frozenset[int]) -> Iterator[Outcome]:
    """Yield the outcome for each figure that words say follows from others; those in `judged` have been judged before."""
    for at, item in enumerate(read.items):
        if at in judged or item.figure.is_range:
            continue
        operands = gather_operands(item, read)
        outcome = _judge(operands, read)
        if outcome is not None:
            yield outcome
    yield from check_words_of_multiples(read, judged)
    yield from check_ratios(read)


def _judge(operands: Operands, read: ReadStatement) -> Outcome | None:
    return next((outcome for check in _CHECKS if (outcome := check(operands, read)) is not None), None)
