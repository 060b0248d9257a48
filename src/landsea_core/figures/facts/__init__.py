"""Contradictions in a file of facts, found by rule: each row a subject, a metric, a value as people write them."""

from landsea_core.figures.facts.check import check_facts
from landsea_core.figures.facts.contradiction import Contradiction
from landsea_core.figures.facts.fact import Fact, FactsFault, read_facts

__all__ = ["Contradiction", "Fact", "FactsFault", "check_facts", "read_facts"]
