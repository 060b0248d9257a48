"""Which claims add up over months (tonnes, trains, yuan), and which only stand at a moment (ports, a capacity, an average)."""

from landsea_core.figures.cues.fact_cues import read_fact_cues
from landsea_core.figures.facts.claim import Claim

_FLOWS = ("count:", "teu", "mass", "plain", "CNY", "USD", "VND", "EUR")
_STOCKS = {"count:ports", "count:countries", "count:companies"}
_SHORTEST_OF_BARE = 2
"""Bare numbers of a single month are rather a day's date or a rank than an amount."""
_LEAST_STOCK = 5


def is_flow(claim: Claim) -> bool:
    """Say whether claims like this add up."""
    if not may_add_up(claim) or read_fact_cues().state.search(claim.metric) or (claim.period and claim.period.day):
        return False
    is_bare = claim.kind == "plain" and claim.dated
    return not (is_bare and claim.period and claim.period.months < _SHORTEST_OF_BARE)


def may_add_up(claim: Claim) -> bool:
    """Say whether amounts of this unit add up."""
    return claim.kind.startswith(_FLOWS) and claim.kind not in _STOCKS


def is_stock(claim: Claim) -> bool:
    """Say whether a claim counts what stands at a moment: ports, routes, stations."""
    is_named = read_fact_cues().stock.search(claim.metric) or claim.kind in _STOCKS
    is_moving = "->" in claim.fact.value or read_fact_cues().cumulative.search(claim.metric)
    return bool(is_named) and not is_moving and claim.figure.high > _LEAST_STOCK
