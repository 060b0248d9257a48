"""All checks of common sense."""

from collections.abc import Iterator

from landsea_core.figures.statement.common_sense.accounts import check_accounts
from landsea_core.figures.statement.common_sense.ages import check_ages
from landsea_core.figures.statement.common_sense.capacities import check_capacities
from landsea_core.figures.statement.common_sense.clock_journeys import check_clock_journeys
from landsea_core.figures.statement.common_sense.comparisons import check_comparisons
from landsea_core.figures.statement.common_sense.days_in_order import check_days_in_order
from landsea_core.figures.statement.common_sense.denials import check_denials
from landsea_core.figures.statement.common_sense.endings import check_endings
from landsea_core.figures.statement.common_sense.events_in_order import check_events_in_order
from landsea_core.figures.statement.common_sense.extremes import check_extremes
from landsea_core.figures.statement.common_sense.frequencies import (
    check_frequencies,
    check_loads_a_week,
    check_weekdays_named,
)
from landsea_core.figures.statement.common_sense.lengths_of_time import check_lengths_of_time
from landsea_core.figures.statement.common_sense.limits import check_limits
from landsea_core.figures.statement.common_sense.list_counts import check_list_counts
from landsea_core.figures.statement.common_sense.loads import check_loads
from landsea_core.figures.statement.common_sense.named_order import check_named_order
from landsea_core.figures.statement.common_sense.same_things import check_same_things
from landsea_core.figures.statement.common_sense.same_ways import check_same_ways
from landsea_core.figures.statement.common_sense.speeds import check_speeds
from landsea_core.figures.statement.common_sense.targets import check_targets
from landsea_core.figures.statement.common_sense.trends import check_trends
from landsea_core.figures.statement.common_sense.validity import check_validity
from landsea_core.figures.statement.common_sense.weekdays import check_weekdays
from landsea_core.figures.statement.common_sense.words_and_signs import check_words_and_signs
from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.read_statement import ReadStatement

_SAID_EITHER_WAY = frozenset({"clock", "years", "speed", "product", "difference", "list", "share", "sum", "growth"})
"""Checks whose words say what is right also where it fits; of the others only what does not fit is told."""


def check_common_sense(read: ReadStatement) -> Iterator[Outcome]:
    """Yield the outcome of each check that needs no knowledge of the trade."""
    for outcome in _run_checks(read):
        if not outcome.fits or outcome.finding.rule in _SAID_EITHER_WAY:
            yield outcome


def _run_checks(read: ReadStatement) -> Iterator[Outcome]:
    yield from check_clock_journeys(read)
    yield from check_ages(read)
    yield from check_speeds(read)
    yield from check_list_counts(read)
    yield from check_named_order(read)
    yield from check_extremes(read)
    yield from check_same_things(read)
    yield from check_loads(read)
    yield from check_frequencies(read)
    yield from check_loads_a_week(read)
    yield from check_weekdays_named(read)
    yield from check_days_in_order(read)
    yield from check_events_in_order(read)
    yield from check_validity(read)
    yield from check_endings(read)
    yield from check_accounts(read)
    yield from check_words_and_signs(read)
    yield from check_capacities(read)
    yield from check_comparisons(read)
    yield from check_denials(read)
    yield from check_lengths_of_time(read)
    yield from check_limits(read)
    yield from check_targets(read)
    yield from check_trends(read)
    yield from check_weekdays(read)
    yield from check_same_ways(read)
