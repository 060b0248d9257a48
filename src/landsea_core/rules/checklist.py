"""What somebody needs, in the order in which to do it: the gate's answer as steps, each with who, how long, which paper.

Three purposes: selling goods into a market, investing in one, sending people there. Nothing is invented: a field that no
measure fills stays empty, and what is not known is listed beside the steps.
"""

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from landsea_core.rules.book import Book
from landsea_core.rules.findings import Verdict
from landsea_core.rules.gate import verdict
from landsea_core.rules.life import Standing
from landsea_core.rules.match import Fit
from landsea_core.rules.model import Effect, Kind, Measure, Requirement, Shipment


class Purpose(StrEnum):
    """What somebody wants in a market."""

    SELL = "sell"
    INVEST = "invest"
    PEOPLE = "people"


ORDER = (
    Kind.POSITIVE_LIST,
    Kind.BAN_SUSPENSION,
    Kind.MARKET_ACCESS_PROTOCOL,
    Kind.ESTABLISHMENT_REGISTRATION,
    Kind.LICENCE_PERMIT,
    Kind.IP_RULE,
    Kind.SPS_TEST,
    Kind.CONFORMITY_LABELLING,
    Kind.ORIGIN_PROCEDURE,
    Kind.TARIFF_PREFERENCE,
    Kind.TRANSPORT_RULE,
    Kind.BORDER_OPERATION,
    Kind.TAX_FEE,
    Kind.ECOMMERCE_RULE,
    Kind.PAYMENT_FX,
    Kind.INVESTMENT_INCENTIVE,
    Kind.VISA_ENTRY,
)
"""Kinds in the order in which things are done: may it enter, who registers, licences, tests, label, origin, way, taxes."""

OF_PURPOSE = {
    Purpose.INVEST: frozenset({Kind.INVESTMENT_INCENTIVE, Kind.PAYMENT_FX, Kind.IP_RULE, Kind.LICENCE_PERMIT}),
    Purpose.PEOPLE: frozenset({Kind.VISA_ENTRY}),
}
"""Kinds that belong to a purpose other than selling."""

FIRST = {Purpose.INVEST: Kind.INVESTMENT_INCENTIVE}
"""What stands first whatever `ORDER` says: whoever invests asks first whether and how, and only then of marks and money."""


@dataclass(frozen=True, slots=True)
class Item:
    """One requirement on the list. `key` stays the same while its words do, so that a tick outlives other changes."""

    key: str
    requirement: Requirement
    measure: Measure
    offered: bool
    """Whether it is the term of a relief rather than a duty."""


@dataclass(frozen=True, slots=True)
class Step:
    """One measure's part: all it asks, with its standing on the day."""

    measure: Measure
    standing: Standing
    items: tuple[Item, ...]
    offered: bool


@dataclass(frozen=True, slots=True)
class Checklist:
    """The steps in order. `verdict` is the gate's answer for goods, None for people and investments."""

    purpose: Purpose
    shipment: Shipment
    day: date
    steps: tuple[Step, ...]
    verdict: Verdict | None

    @property
    def duties(self) -> tuple[Item, ...]:
        """Everything that must be met: what readiness counts."""
        return tuple(item for step in self.steps if not step.offered for item in step.items)

    def readiness(self, met: frozenset[str]) -> tuple[int, int]:
        """How many of the duties are met, of how many. `met`: keys of items whose paper is there and not expired."""
        return sum(item.key in met for item in self.duties), len(self.duties)


def key_of(measure: Measure, requirement: Requirement) -> str:
    """A short name for a requirement, from its measure's code and its words."""
    return f"{measure.code}.{hashlib.sha256(requirement.what.encode()).hexdigest()[:10]}"


def checklist(book: Book, shipment: Shipment, day: date, purpose: Purpose = Purpose.SELL) -> Checklist:
    """What the measures of `book` ask for this purpose on `day`. For people, `origin` is their nationality."""
    if purpose is Purpose.SELL:
        answer = verdict(book, shipment, day)
        found = [(finding, False) for finding in answer.requires]
        found += [(finding, True) for finding in answer.eases]
        steps = [_step(finding.measure, finding.standing, offered, shipment.hs) for finding, offered in found]
        return Checklist(purpose, shipment, day, _in_order(steps), answer)
    kinds = OF_PURPOSE[purpose]
    steps = []
    for measure, fitting in book.that_fit(shipment):
        stands = book.standing(measure, day)
        if measure.kind in kinds and fitting.fit is Fit.FULLY and stands.works:
            offered = measure.effect in {Effect.EASES, Effect.INFORMS}
            steps.append(_step(measure, stands, offered, shipment.hs))
    return Checklist(purpose, shipment, day, _in_order(steps, FIRST.get(purpose)), None)


def _step(measure: Measure, stands: Standing, offered: bool, hs: str) -> Step:
    items = tuple(Item(key_of(measure, one), one, measure, offered) for one in measure.requirements_for(hs))
    return Step(measure, stands, items, offered)


def _in_order(steps: list[Step], first: Kind | None = None) -> tuple[Step, ...]:
    def place(step: Step) -> tuple[bool, int, bool, str]:
        kind = step.measure.kind
        return kind is not first, ORDER.index(kind), step.offered, step.measure.code

    return tuple(sorted(steps, key=place))
