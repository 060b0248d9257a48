"""All checks of claims."""

from collections.abc import Iterator

from landsea_core.figures.statement.claims.balances_claimed import check_balances_claimed
from landsea_core.figures.statement.claims.directions_claimed import check_directions_claimed
from landsea_core.figures.statement.claims.levels_claimed import check_levels_claimed
from landsea_core.figures.statement.claims.typed_statement import TypedStatement
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
