"""What somebody needs, in the order in which to do it: the gate's answer as entries, each with who, how long, which paper.

Three purposes: selling goods into a market, investing in one, sending people there. Nothing is invented: a field that no
measure fills stays empty, and what is not known is listed beside them.
"""

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from landsea_core.rules.book import Book
from landsea_core.rules.findings import Verdict
from landsea_core.rules.gate import ask_gate
from landsea_core.rules.match import Fit
from landsea_core.rules.measure_kinds import Effect, MeasureKind
from landsea_core.rules.model import Measure, Requirement, Shipment
from landsea_core.rules.standing import Standing


class Purpose(StrEnum):
    """What somebody wants in a market."""

    SELL = "sell"
    INVEST = "invest"
    PEOPLE = "people"


ORDER = (
    MeasureKind.POSITIVE_LIST,
    MeasureKind.BAN_SUSPENSION,
    MeasureKind.MARKET_ACCESS_PROTOCOL,
    MeasureKind.ESTABLISHMENT_REGISTRATION,
    MeasureKind.LICENCE_PERMIT,
    MeasureKind.IP_RULE,
    MeasureKind.SPS_TEST,
    MeasureKind.CONFORMITY_LABELLING,
    MeasureKind.ORIGIN_PROCEDURE,
    MeasureKind.TARIFF_PREFERENCE,
    MeasureKind.TRANSPORT_RULE,
    MeasureKind.BORDER_OPERATION,
    MeasureKind.TAX_FEE,
    MeasureKind.ECOMMERCE_RULE,
    MeasureKind.PAYMENT_FX,
    MeasureKind.INVESTMENT_INCENTIVE,
    MeasureKind.VISA_ENTRY,
)
"""Kinds in the order in which things are done: may it enter, who registers, licences, tests, label, origin, way, taxes."""

OF_PURPOSE = {
    Purpose.INVEST: frozenset(
        {MeasureKind.INVESTMENT_INCENTIVE, MeasureKind.PAYMENT_FX, MeasureKind.IP_RULE, MeasureKind.LICENCE_PERMIT}
    ),
    Purpose.PEOPLE: frozenset({MeasureKind.VISA_ENTRY}),
}
"""Kinds that belong to a purpose other than selling."""

FIRST = {Purpose.INVEST: MeasureKind.INVESTMENT_INCENTIVE}
"""What stands first whatever `ORDER` says: whoever invests asks first whether and how, and only then of marks and money."""


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One requirement on the list. `key` stays the same while its words do, so that a tick outlives other changes."""

    key: str
    requirement: Requirement
    measure: Measure
    offered: bool
    """Whether it is the term of a relief rather than a duty."""


@dataclass(frozen=True, slots=True)
class ChecklistEntry:
    """One measure's part: all it asks, with its standing on the day."""

    measure: Measure
    standing: Standing
    items: tuple[ChecklistItem, ...]
    offered: bool


@dataclass(frozen=True, slots=True)
class Checklist:
    """The entries in order. `verdict` is the gate's answer for goods, None for people and investments."""

    purpose: Purpose
    shipment: Shipment
    day: date
    entries: tuple[ChecklistEntry, ...]
    verdict: Verdict | None

    @property
    def duties(self) -> tuple[ChecklistItem, ...]:
        """Everything that must be met: what readiness counts."""
        return tuple(item for entry in self.entries if not entry.offered for item in entry.items)

    def readiness(self, met: frozenset[str]) -> tuple[int, int]:
        """How many of the duties are met, of how many. `met`: keys of items whose paper is there and not expired."""
        return sum(item.key in met for item in self.duties), len(self.duties)


def make_item_key(measure: Measure, requirement: Requirement) -> str:
    """A short name for a requirement, from its measure's code and its words."""
    return f"{measure.code}.{hashlib.sha256(requirement.what.encode()).hexdigest()[:10]}"


def make_checklist(book: Book, shipment: Shipment, day: date, purpose: Purpose = Purpose.SELL) -> Checklist:
    """What the measures of `book` ask for this purpose on `day`. For people, `origin` is their nationality."""
    if purpose is Purpose.SELL:
        answer = ask_gate(book, shipment, day)
        found = [(finding, False) for finding in answer.requires]
        found += [(finding, True) for finding in answer.eases]
        entries = [_make_entry(finding.measure, finding.standing, offered, shipment.hs) for finding, offered in found]
        return Checklist(purpose, shipment, day, _sort_entries(entries), answer)
    kinds = OF_PURPOSE[purpose]
    entries = []
    for measure, fitting in book.find_fitting(shipment):
        stands = book.standing(measure, day)
        if measure.kind in kinds and fitting.fit is Fit.FULLY and stands.works:
            offered = measure.effect in {Effect.EASES, Effect.INFORMS}
            entries.append(_make_entry(measure, stands, offered, shipment.hs))
    return Checklist(purpose, shipment, day, _sort_entries(entries, FIRST.get(purpose)), None)


def _make_entry(measure: Measure, stands: Standing, offered: bool, hs: str) -> ChecklistEntry:
    items = tuple(
        ChecklistItem(make_item_key(measure, one), one, measure, offered) for one in measure.requirements_for(hs)
    )
    return ChecklistEntry(measure, stands, items, offered)


def _sort_entries(entries: list[ChecklistEntry], first: MeasureKind | None = None) -> tuple[ChecklistEntry, ...]:
    def rank(entry: ChecklistEntry) -> tuple[bool, int, bool, str]:
        kind = entry.measure.kind
        return kind is not first, ORDER.index(kind), entry.offered, entry.measure.code

    return tuple(sorted(entries, key=rank))
