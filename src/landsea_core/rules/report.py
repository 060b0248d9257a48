"""A verdict as plain data: what `landsea gate --json`, the API and the planner hand out. Sentences are in English
unless a `translate` is given."""

from collections.abc import Callable
from typing import Any

from landsea_core.rules.findings import GateFinding, KnowledgeGap, Verdict
from landsea_core.rules.model import Measure
from landsea_core.rules.reasons import say_reason

Translate = Callable[[str], str]


def describe_verdict(verdict: Verdict, translate: Translate = lambda text: text) -> dict[str, Any]:
    """The verdict with the keys `ask_gate`, `forbids`, `requires`, `unknown` and what explains them.

    `requires` has one entry for each requirement; dates are ISO, "" when not found.
    """
    shipment = verdict.shipment
    return {
        "verdict": str(verdict.answer),
        "question": {
            "hs": shipment.hs,
            "origin": shipment.origin,
            "destination": shipment.destination,
            "transit": list(shipment.transit),
            "mode": shipment.mode,
            "on": verdict.day.isoformat(),
        },
        "forbids": [_describe_finding(finding, translate) for finding in verdict.forbids],
        "requires": [
            entry for finding in verdict.requires for entry in _describe_requirements(finding, shipment.hs, translate)
        ],
        "unknown": [_describe_gap(gap, translate) for gap in verdict.gaps],
        "eases": [_describe_finding(finding, translate) for finding in verdict.eases],
        "informs": [_describe_finding(finding, translate) for finding in verdict.informs],
        "set_aside": [_describe_finding(finding, translate) for finding in verdict.set_aside],
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
    }


def _describe_finding(finding: GateFinding, translate: Translate) -> dict[str, Any]:
    return {
        **describe_measure(finding.measure),
        "state": str(finding.standing.state),
        "why": say_reason(finding.reason, translate),
        "summary": finding.measure.summary,
        "doubts": [say_reason(doubt, translate) for doubt in finding.doubts],
    }


def _describe_requirements(finding: GateFinding, hs: str, translate: Translate) -> list[dict[str, Any]]:
    facts = describe_measure(finding.measure)
    doubts = [say_reason(doubt, translate) for doubt in finding.doubts]
    return [
        {
            **facts,
            "what": one.what,
            "who": one.who,
            "lead_time": one.lead_time,
            "cost": one.cost,
            "validity": one.validity,
            "sample": one.sample,
            "why": say_reason(finding.reason, translate),
            "doubts": doubts,
        }
        for one in finding.measure.requirements_for(hs)
    ]


def _describe_gap(gap: KnowledgeGap, translate: Translate) -> dict[str, Any]:
    return {
        "what": say_reason(gap.reason, translate),
        "measure": gap.measure.code if gap.measure else "",
        "source": gap.measure.source if gap.measure else "",
        "decides": gap.decides,
    }
