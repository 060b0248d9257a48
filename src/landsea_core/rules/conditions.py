"""New, used, or waste: what a code does not tell and rules hang on.

1. A measure may count for goods in one state only (`MeasureScope.conditions`), or require a state (`Requirement.condition`):
   then it stops goods in another. Whose state is said is asked about that alone.
2. Where nobody said it, a stop of one state leaves the answer open, and the verdict says what it would be for each state that
   makes a difference.
3. Used goods of which no rule of the market on file speaks are never said to pass: many markets stop or license them. This
   holds too for codes that are used goods by their own words, whatever was said of their state. Waste is asked about by the
   codes that HS has for it, so waste under another code is not known either.

Example: cars (HS 8703) from China into Thailand: new ones with what is listed below, used ones not at all.
"""

from collections.abc import Callable, Iterable

from landsea_core.rules.findings import ConditionAnswer, GateAnswer, GateFinding, KnowledgeGap, Verdict
from landsea_core.rules.measure_kinds import ABOUT_MONEY
from landsea_core.rules.model import Measure, Shipment
from landsea_core.rules.reasons import STATE_NOT_SAID, MeasureReason

WASTE_CODES = (
    *(
        "2618",
        "2619",
        "2620",
        "2621",
        "252530",
        "2303",
        "2307",
        "2308",
        "3825",
        "3915",
        "4004",
        "411520",
        "440141",
        "440149",
    ),
    *(
        "4707",
        "5003",
        "5103",
        "5104",
        "5202",
        "5505",
        "6310",
        "700100",
        "7112",
        "7204",
        "7404",
        "7503",
        "7602",
        "7802",
        "7902",
    ),
    *("8002", "810197", "810297", "810330", "810420", "810530", "810830"),
    *("810931", "810939", "811020", "811213", "811222", "811252", "811261", "8549"),
    *("1522", "1802", "2302", "2304", "2305", "2306", "240130"),
    *("271091", "271099", "271390", "300692"),
)
"""Headings and codes of HS 2022 that are waste, scrap or residues by their own words."""
USED_CODES = ("6309", "4012", "8908")
"""Headings of HS 2022 that are used goods by their own words: worn clothing, used and retreaded tyres, old ships."""
NEW_BESIDE_USED = "401290"
"""Solid tyres, treads and flaps: new goods that stand in the heading of used tyres."""
_DIGITS_OF_HEADING = 4


def note_condition(shipment: Shipment, findings: Iterable[GateFinding], is_open: bool) -> list[KnowledgeGap]:
    """Return what stays unknown because of the state that was said. `is_open`: whether nothing stops the goods so far."""
    values, condition, hs = {"hs": shipment.hs}, shipment.condition, shipment.hs
    is_used_by_code = hs.startswith(USED_CODES) and not hs.startswith(NEW_BESIDE_USED)
    if not is_open or hs.startswith(WASTE_CODES) or not (is_used_by_code or condition in {"used", "waste"}):
        return []
    if condition == "waste":
        return [KnowledgeGap(MeasureReason("waste_has_its_codes", values), decides=True)]
    if any(_speaks_of_used(finding.measure, shipment, is_used_by_code) for finding in findings):
        return []
    return [KnowledgeGap(MeasureReason("used_not_on_file", values), decides=True)]


def find_conditions(measures: Iterable[Measure], hs: str) -> tuple[str, ...]:
    """Return the states to ask about where one of the measures hangs on them: new and used, and waste where one names it."""
    named = {one for measure in measures for one in measure.conditions_for(hs)}
    return tuple(one for one in ("new", "used", "waste") if one in named | {"new", "used"}) if named else ()


def compare_conditions(conditions: Iterable[str], ask: Callable[[str], Verdict]) -> tuple[ConditionAnswer, ...]:
    """Return the answer for each state, asked by `ask`; nothing where all are alike."""
    found = [(condition, ask(condition)) for condition in conditions]
    answers = tuple(ConditionAnswer(one, said, _list_deciding(said, one)) for one, said in found)
    return answers if len({(one.verdict.answer, one.measures) for one in answers}) > 1 else ()


def _speaks_of_used(measure: Measure, shipment: Shipment, is_used_by_code: bool) -> bool:
    """Whether a rule of the market is about these goods as used ones; what only says what to pay proves nothing."""
    scope = measure.scope
    if shipment.destination not in scope.destination or measure.kind in ABOUT_MONEY:
        return False
    names_code = any(len(one) >= _DIGITS_OF_HEADING and shipment.hs.startswith(one) for one in scope.hs)
    return "used" in scope.conditions or (is_used_by_code and names_code)


def hangs_on_condition(verdict: Verdict) -> bool:
    """Whether the answer is open only because nobody said the state of the goods."""
    deciding = [gap for gap in verdict.gaps if gap.decides]
    is_told = verdict.answer is GateAnswer.UNKNOWN and bool(verdict.by_condition and deciding)
    return is_told and all(gap.reason.code == STATE_NOT_SAID for gap in deciding)


def _list_deciding(verdict: Verdict, condition: str) -> tuple[Measure, ...]:
    """The measures that stop goods in this state or leave them open, and those that speak of this state alone, each once."""
    stops = [finding.measure for finding in verdict.forbids]
    gaps = [gap.measure for gap in verdict.gaps if gap.decides and gap.measure]
    own = [finding.measure for finding in verdict.requires if condition in finding.measure.scope.conditions]
    return tuple(dict.fromkeys((*stops, *gaps, *own)))
