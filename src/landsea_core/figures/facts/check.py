"""All rules over a file of facts. Each contradiction is reported once, by the first rule that finds it."""

from collections.abc import Iterable

from landsea_core.figures.facts import counts_over_time, daily_rates, directions, promises, shares_and_capacities
from landsea_core.figures.facts.claims import read_claims
from landsea_core.figures.facts.contradiction import Contradiction
from landsea_core.figures.facts.fact import Fact
from landsea_core.figures.facts.growth_between_ends import check_growth_between_ends
from landsea_core.figures.facts.growth_of_parts import check_growth_of_parts
from landsea_core.figures.facts.parts_of_periods import check_parts_of_periods
from landsea_core.figures.facts.parts_of_totals import check_parts_of_totals
from landsea_core.figures.facts.routes import check_routes
from landsea_core.figures.facts.same_figure import check_same_figure
from landsea_core.figures.facts.two_readings import check_alternatives, check_readings_of_rows

RULES = (
    check_growth_between_ends,
    check_parts_of_periods,
    check_parts_of_totals,
    directions.check_notes,
    shares_and_capacities.check_shares,
    shares_and_capacities.check_capacities,
    check_growth_of_parts,
    counts_over_time.check_overlapping_counts,
    daily_rates.check_divisions_by_days,
    daily_rates.check_daily_averages,
    counts_over_time.check_leaps,
    counts_over_time.check_shrinking_totals,
    daily_rates.check_bounds_as_averages,
    promises.check_promises,
    promises.check_clearances,
    check_same_figure,
    check_readings_of_rows,
    check_routes,
)


def check_facts(facts: Iterable[Fact]) -> list[Contradiction]:
    """Return the contradictions among these facts, in the order of their first row."""
    facts = list(facts)
    claims = [claim for fact in facts for claim in read_claims(fact)]
    places = {fact.id: at for at, fact in enumerate(facts)}
    by_rules = [contradiction for rule in RULES for contradiction in rule(claims)]
    found: dict[frozenset[str], Contradiction] = {}
    for contradiction in [*by_rules, *check_alternatives(facts)]:
        found.setdefault(frozenset(contradiction.ids), contradiction)
    return sorted(found.values(), key=lambda one: [places[name] for name in one.ids])
