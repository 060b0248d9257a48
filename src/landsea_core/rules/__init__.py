"""Measures: what applies to which goods on which day, what is required, what changed, whom a change concerns.

`load` reads the reference files, `verdict` is the gate, `checklist` the ordered steps of a trader, `difference` what
changed in words, `touch` whom it concerns, `check.problems` what is wrong with rows. No Django, no clock: days are arguments.
"""

from landsea_core.rules.book import Book
from landsea_core.rules.checklist import Checklist, Item, Purpose, Step, checklist, key_of
from landsea_core.rules.days import PartialDay, partial_day
from landsea_core.rules.difference import difference
from landsea_core.rules.findings import Answer, Finding, Gap, Verdict
from landsea_core.rules.gate import verdict
from landsea_core.rules.life import Standing, State, standing
from landsea_core.rules.load import from_row, load, to_row
from landsea_core.rules.match import Fit, Match, match
from landsea_core.rules.model import (
    DIRECTIONS,
    GRADES,
    MODES,
    Effect,
    Kind,
    Life,
    Measure,
    Requirement,
    Scope,
    Shipment,
    Suspension,
)
from landsea_core.rules.reasons import Reason, sentence
from landsea_core.rules.report import as_data, measure_facts
from landsea_core.rules.touch import Interest, concerns, touches_plan

__all__ = [
    "DIRECTIONS",
    "GRADES",
    "MODES",
    "Answer",
    "Book",
    "Checklist",
    "Effect",
    "Finding",
    "Fit",
    "Gap",
    "Interest",
    "Item",
    "Kind",
    "Life",
    "Match",
    "Measure",
    "PartialDay",
    "Purpose",
    "Reason",
    "Requirement",
    "Scope",
    "Shipment",
    "Standing",
    "State",
    "Step",
    "Suspension",
    "Verdict",
    "as_data",
    "checklist",
    "concerns",
    "difference",
    "from_row",
    "key_of",
    "load",
    "match",
    "measure_facts",
    "partial_day",
    "sentence",
    "standing",
    "to_row",
    "touches_plan",
    "verdict",
]
