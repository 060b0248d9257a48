"""Measures: what applies to which goods on which day, what is required, what changed, whom a change concerns.

`read_book` reads the reference files, `ask_gate` is the gate, `make_checklist` the ordered list of what a trader needs,
`list_changes` says what changed in words, `interests` whom it concerns, `check.find_measure_problems` what is wrong with
rows. No Django, no clock: days are arguments.
"""

from landsea_core.goods_states import CONDITIONS
from landsea_core.rules.book import Book
from landsea_core.rules.boxes import BoxedChecklist, PaperBox, PartOfEntry, put_into_boxes
from landsea_core.rules.checklist import (
    Checklist,
    ChecklistEntry,
    ChecklistItem,
    Purpose,
    make_checklist,
    make_item_key,
)
from landsea_core.rules.condition_words import read_condition
from landsea_core.rules.days import PartialDay, read_partial_day
from landsea_core.rules.difference import list_changes
from landsea_core.rules.duty import Duty, find_duty, say_duty
from landsea_core.rules.findings import ConditionAnswer, GateAnswer, GateFinding, KnowledgeGap, Verdict, VerdictBasis
from landsea_core.rules.gate import ask_gate
from landsea_core.rules.interests import Interest, is_concerned_by, touches_plan
from landsea_core.rules.match import Fit, MeasureMatch, match_measure
from landsea_core.rules.measure_export import export_measure
from landsea_core.rules.measure_files import read_book, read_measure
from landsea_core.rules.measure_kinds import Effect, MeasureKind
from landsea_core.rules.model import (
    DIRECTIONS,
    GRADES,
    MODES,
    Life,
    Measure,
    MeasureScope,
    Requirement,
    Shipment,
    Suspension,
)
from landsea_core.rules.paper_facts import NOT_PUBLISHED, find_issuing_country
from landsea_core.rules.reasons import MeasureReason, explain_reason
from landsea_core.rules.report import describe_measure, describe_verdict
from landsea_core.rules.standing import MeasureState, Standing, find_standing
from landsea_core.rules.verdict_words import say_answer

__all__ = [
    "CONDITIONS",
    "DIRECTIONS",
    "GRADES",
    "MODES",
    "NOT_PUBLISHED",
    "Book",
    "BoxedChecklist",
    "Checklist",
    "ChecklistEntry",
    "ChecklistItem",
    "ConditionAnswer",
    "Duty",
    "Effect",
    "Fit",
    "GateAnswer",
    "GateFinding",
    "Interest",
    "KnowledgeGap",
    "Life",
    "Measure",
    "MeasureKind",
    "MeasureMatch",
    "MeasureReason",
    "MeasureScope",
    "MeasureState",
    "PaperBox",
    "PartOfEntry",
    "PartialDay",
    "Purpose",
    "Requirement",
    "Shipment",
    "Standing",
    "Suspension",
    "Verdict",
    "VerdictBasis",
    "ask_gate",
    "describe_measure",
    "describe_verdict",
    "explain_reason",
    "export_measure",
    "find_duty",
    "find_issuing_country",
    "find_standing",
    "is_concerned_by",
    "list_changes",
    "make_checklist",
    "make_item_key",
    "match_measure",
    "put_into_boxes",
    "read_book",
    "read_condition",
    "read_measure",
    "read_partial_day",
    "say_answer",
    "say_duty",
    "touches_plan",
]
