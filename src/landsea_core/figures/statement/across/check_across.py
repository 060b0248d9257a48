"""All checks of what sentences say together."""

from collections.abc import Iterator

from landsea_core.figures.statement.across.conclusions import check_conclusions
from landsea_core.figures.statement.across.days_apart import check_days_apart
from landsea_core.figures.statement.across.journeys import check_journeys
from landsea_core.figures.statement.across.magnitudes import check_magnitudes
from landsea_core.figures.statement.across.ranks import check_ranks
from landsea_core.figures.statement.across.records import check_records
from landsea_core.figures.statement.across.remainders import check_remainders
from landsea_core.figures.statement.across.shares_of_parts import check_shares_of_parts
from landsea_core.figures.statement.across.totals import (
    check_parts_of_whole_before,
    check_present_and_absent,
    check_totals,
)
from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.read_statement import ReadStatement


def check_across(read: ReadStatement) -> Iterator[Outcome]:
    """Yield the outcome of each relation that words name between figures of one or of several sentences."""
    yield from check_totals(read)
    yield from check_parts_of_whole_before(read)
    yield from check_present_and_absent(read)
    yield from check_shares_of_parts(read)
    yield from check_ranks(read)
    yield from check_records(read)
    yield from check_journeys(read)
    yield from check_days_apart(read)
    yield from check_remainders(read)
    yield from check_magnitudes(read)
    yield from check_conclusions(read)
