"""What hangs together by multiplying: rates and totals, units, rates of exchange; and the same thing said twice."""

from collections.abc import Iterator

from landsea_core.figures.statement.conversions import check_conversions, check_exchange
from landsea_core.figures.statement.exchange_ranges import check_exchange_ranges
from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.products import check_products, check_two_rates
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.repetitions import check_repetitions


def check_rates(read: ReadStatement) -> Iterator[Outcome]:
    """Yield the outcome of each product and conversion."""
    yield from check_products(read)
    yield from check_two_rates(read)
    yield from check_conversions(read)
    yield from check_exchange(read)
    yield from check_exchange_ranges(read)
    yield from check_repetitions(read)
