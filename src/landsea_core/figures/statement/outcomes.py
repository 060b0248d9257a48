"""All that the checks with written wordings say of a statement, before anything is weighed."""

from collections.abc import Sequence

from landsea_core.figures.observations import Observation
from landsea_core.figures.statement.across import check_across
from landsea_core.figures.statement.check_changes import check_changes
from landsea_core.figures.statement.check_parts import check_parts
from landsea_core.figures.statement.check_rates import check_rates
from landsea_core.figures.statement.common_sense import check_common_sense
from landsea_core.figures.statement.excuses import drop_excused
from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.following import check_following, drop_made_otherwise
from landsea_core.figures.statement.held import check_against_held
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.solving import solve_open_figures
from landsea_core.figures.statement.told import check_told, drop_told_otherwise


def list_outcomes(read: ReadStatement, held: Sequence[Observation] = ()) -> list[Outcome]:
    """Return what fits and what contradicts in a statement, and in it and the observations held."""
    outcomes = [
        *check_changes(read),
        *check_parts(read),
        *check_rates(read),
        *check_across(read),
        *check_common_sense(read),
        *check_against_held(read, tuple(held)),
    ]
    outcomes = drop_made_otherwise(outcomes, read)
    outcomes += check_following(read, _list_related(outcomes))
    outcomes += solve_open_figures(read, _list_related(outcomes))
    told = list(check_told(read))
    return [*drop_told_otherwise(drop_excused(outcomes, read), told, read), *told]


def _list_related(outcomes: Sequence[Outcome]) -> frozenset[int]:
    return frozenset(at for one in outcomes if len(one.items) > 1 for at in one.items)
