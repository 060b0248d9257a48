"""All checks of claims."""

from collections.abc import Iterator

from landsea_core.figures.statement.claims.balances_claimed import check_balances_claimed
from landsea_core.figures.statement.claims.days_claimed import check_days_claimed
from landsea_core.figures.statement.claims.directions_claimed import check_directions_claimed
from landsea_core.figures.statement.claims.gaps_claimed import check_gaps_claimed
from landsea_core.figures.statement.claims.hours_claimed import check_hours_claimed
from landsea_core.figures.statement.claims.levels_claimed import check_levels_claimed
from landsea_core.figures.statement.claims.lists_counted import check_lists_counted
from landsea_core.figures.statement.claims.magnitudes_claimed import check_magnitudes_claimed
from landsea_core.figures.statement.claims.means_claimed import check_means_claimed
from landsea_core.figures.statement.claims.months_claimed import check_months_claimed
from landsea_core.figures.statement.claims.names_ranked import check_names_ranked
from landsea_core.figures.statement.claims.products_claimed import check_products_claimed
from landsea_core.figures.statement.claims.repeats_claimed import check_repeats_claimed
from landsea_core.figures.statement.claims.shares_claimed import check_shares_claimed
from landsea_core.figures.statement.claims.totals_claimed import check_totals_claimed
from landsea_core.figures.statement.claims.typed_statement import TypedStatement
from landsea_core.figures.statement.claims.ways_claimed import check_ways_claimed
from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.text.traced_text import TracedText

_MOST_FIGURES = 40
"""Among more figures one of any kind is met that bears a claim out."""


def check_claims(text: str, respelled: TracedText, read: ReadStatement) -> Iterator[Outcome]:
    """Yield what is claimed in words and contradicts every reading of the figures near them."""
    if len(read.items) > _MOST_FIGURES:
        return
    typed = TypedStatement.of(text, respelled, read)
    yield from check_directions_claimed(typed)
    yield from check_levels_claimed(typed)
    yield from check_balances_claimed(typed)
    yield from check_means_claimed(typed)
    yield from check_totals_claimed(typed)
    yield from check_gaps_claimed(typed)
    yield from check_products_claimed(typed)
    yield from check_shares_claimed(typed)
    yield from check_ways_claimed(typed)
    yield from check_days_claimed(typed)
    yield from check_months_claimed(typed)
    yield from check_hours_claimed(typed)
    yield from check_repeats_claimed(typed)
    yield from check_magnitudes_claimed(typed)
    yield from check_names_ranked(typed)
    yield from check_lists_counted(typed)
