"""Parts and wholes of a statement: bounds of percentages, shares, sums, balances, parts of a year, plans."""

from collections.abc import Iterator

from landsea_core.figures.statement.balances import check_balance
from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.percentages import check_attained, check_bounds, check_growths_of_periods
from landsea_core.figures.statement.period_sums import check_period_sums
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.shares import check_shares, check_shares_of_sentence_before
from landsea_core.figures.statement.sums import check_sums


def check_parts(read: ReadStatement) -> Iterator[Outcome]:
    """Yield the outcome of each share, sum and bound."""
    yield from check_bounds(read)
    yield from check_shares_of_sentence_before(read)
    for number in range(len(read.sentences)):
        here = read.items_of_sentence(number)
        yield from check_shares(here, read)
        yield from check_sums(here, read)
        yield from check_balance(here, read)
    yield from check_period_sums(read)
    yield from check_growths_of_periods(read)
    yield from check_attained(read)
