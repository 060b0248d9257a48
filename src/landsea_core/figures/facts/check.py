"""All rules over a file of facts. Each contradiction is reported once, by the first rule that finds it."""

from collections.abc import Iterable, Iterator

from landsea_core.figures.facts import growth, parts, rates, routes, same
from landsea_core.figures.facts.claim import Claim
from landsea_core.figures.facts.claims import read_claims
from landsea_core.figures.facts.contradiction import Contradiction
from landsea_core.figures.facts.fact import Fact

RULES = (
    growth.growth_between_ends,
    parts.months_in_the_year,
    parts.parts_of_a_total,
    parts.notes_that_divide,
    parts.shares_of_a_whole,
    parts.above_capacity,
    growth.growth_of_parts,
    rates.overlapping_counts,
    rates.a_day,
    rates.daily_averages,
    rates.leaps,
    rates.shrinking_totals,
    rates.bound_as_average,
    routes.promise_and_fact,
    routes.times_at_a_place,
    same.same_figure,
    same.readings_in_a_row,
    routes.times_between_ends,
)


def check_facts(facts: Iterable[Fact]) -> list[Contradiction]:
    """Return the contradictions among these facts, in the order of their first row."""
    facts = list(facts)
    claims = [claim for fact in facts for claim in read_claims(fact)]
    places = {fact.id: at for at, fact in enumerate(facts)}
    found: dict[frozenset[str], Contradiction] = {}
    for contradiction in [*_all(claims), *same.bare_alternatives(facts)]:
        found.setdefault(frozenset(contradiction.ids), contradiction)
    return sorted(found.values(), key=lambda one: [places[name] for name in one.ids])


def _all(claims: list[Claim]) -> Iterator[Contradiction]:
    for rule in RULES:
        yield from rule(claims)
