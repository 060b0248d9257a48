"""A verdict as plain data: what `landsea gate --json`, the API and the planner hand out. Sentences are in English
unless a `say` is given that says them otherwise."""

from collections.abc import Callable
from typing import Any

from landsea_core.rules.findings import GateFinding, KnowledgeGap, Verdict
from landsea_core.rules.model import Measure
from landsea_core.rules.reasons import explain_reason
from landsea_core.rules.verdict_words import say_answer
from landsea_core.sentences import Sentence

Say = Callable[[Sentence], str]


def describe_verdict(verdict: Verdict, say: Say = str) -> dict[str, Any]:
    """The verdict with the keys `verdict`, `says` (it in a sentence), `forbids`, `requires`, `unknown` and what explains them.

    `requires` has one entry for each requirement; dates are ISO, "" when not found. `basis` is None where nothing is allowed.
    `by_condition` holds the answer for new and used goods and for waste, where nobody said the state and it matters.
    """
    shipment = verdict.shipment
    return {
        "verdict": str(verdict.answer),
        "says": say(say_answer(verdict)),
        "basis": str(verdict.basis) if verdict.basis else None,
        "not_looked_at": list(verdict.not_looked_at),
        "question": {
            "hs": shipment.hs,
            "origin": shipment.origin,
            "destination": shipment.destination,
            "transit": list(shipment.transit),
            "mode": shipment.mode,
            "condition": shipment.condition,
            "on": verdict.day.isoformat(),
        },
        "by_condition": [
            {
                "condition": one.condition,
                "verdict": str(one.verdict.answer),
                "says": say(say_answer(one.verdict)),
                "measures": [measure.code for measure in one.measures],
            }
            for one in verdict.by_condition
        ],
        "forbids": [_describe_finding(finding, say) for finding in verdict.forbids],
        "requires": [
            entry for finding in verdict.requires for entry in _describe_requirements(finding, shipment.hs, say)
        ],
        "unknown": [_describe_gap(gap, say) for gap in verdict.gaps],
        "eases": [_describe_finding(finding, say) for finding in verdict.eases],
        "informs": [_describe_finding(finding, say) for finding in verdict.informs],
        "set_aside": [_describe_finding(finding, say) for finding in verdict.set_aside],
    }


def describe_measure(measure: Measure) -> dict[str, Any]:
    """What every mention of a measure carries: name, act, dates, source, grade."""
    life = measure.life
    return {
        "measure": measure.code,
        "title": measure.title,
        "kind": str(measure.kind),
        "authority": measure.authority,
        "legal_act": measure.legal_act,
        "country": measure.country,
        "in_force": life.in_force.text,
        "last_day": life.last_day.text,
        "source": measure.source,
        "grade": measure.grade,
        "checked": measure.checked,
        "to_confirm": measure.to_confirm,
    }


def _describe_finding(finding: GateFinding, say: Say) -> dict[str, Any]:
    return {
        **describe_measure(finding.measure),
        "state": str(finding.standing.state),
        "why": say(explain_reason(finding.reason)),
        "summary": finding.measure.summary,
        "doubts": [say(explain_reason(doubt)) for doubt in finding.doubts],
    }


def _describe_requirements(finding: GateFinding, hs: str, say: Say) -> list[dict[str, Any]]:
    facts = describe_measure(finding.measure)
    doubts = [say(explain_reason(doubt)) for doubt in finding.doubts]
    return [
        {
            **facts,
            "what": one.what,
            "who": one.who,
            "lead_time": one.lead_time,
            "cost": one.cost,
            "validity": one.validity,
            "sample": one.sample,
            "why": say(explain_reason(finding.reason)),
            "doubts": doubts,
        }
        for one in finding.measure.requirements_for(hs)
    ]


def _describe_gap(gap: KnowledgeGap, say: Say) -> dict[str, Any]:
    return {
        "what": say(explain_reason(gap.reason)),
        "measure": gap.measure.code if gap.measure else "",
        "source": gap.measure.source if gap.measure else "",
        "decides": gap.decides,
    }
