"""Shares beyond 100 %, and traffic above the capacity that its row names."""

from collections.abc import Iterator

from landsea_core.figures.cues.fact_cues import read_fact_cues
from landsea_core.figures.facts.claim import Claim
from landsea_core.figures.facts.contradiction import Contradiction, group_by_row, list_ids
from landsea_core.figures.quantities import find_quantities
from landsea_core.sentences import Sentence


def check_shares(claims: list[Claim]) -> Iterator[Contradiction]:
    """Yield rows whose shares of one whole make more than 100 %, and single shares beyond it."""
    shares = [claim for claim in claims if claim.kind == "percent" and claim.label & read_fact_cues().share_label]
    for row in group_by_row(shares):
        is_single = len({str(claim.period) for claim in row if claim.period}) <= 1
        total = sum(claim.make_interval().low for claim in row)
        if is_single and total > 100 and not any(claim.order for claim in row):
            words = Sentence(
                "%(subject)s: the shares %(shares)s are more than 100 %%",
                subject=row[0].subject,
                shares=" + ".join(claim.print_value() for claim in row),
            )
            yield Contradiction(list_ids(row[0]), "shares", words)


def check_capacities(claims: list[Claim]) -> Iterator[Contradiction]:
    """Yield rows whose forecast or traffic stands above the capacity they name, in the same unit."""
    for claim in (row[0] for row in group_by_row(claims)):
        match = read_fact_cues().above_capacity.search(claim.fact.value)
        if not match or not read_fact_cues().against.search(claim.fact.value):
            continue
        forecast, capacity = (find_quantities(match[name], []) for name in ("figure", "capacity"))
        if not forecast or not capacity or forecast[0].unit.kind != capacity[0].unit.kind:
            continue
        if forecast[0].make_interval().low > capacity[0].make_interval().high:
            words = Sentence(
                "%(subject)s: %(figure)s lies above the capacity of %(capacity)s",
                subject=claim.subject,
                figure=forecast[0].print_value(),
                capacity=capacity[0].print_value(),
            )
            yield Contradiction(list_ids(claim), "above_capacity", words)
