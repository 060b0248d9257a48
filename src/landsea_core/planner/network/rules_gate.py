"""The full gate: the measures of `landsea_core.rules`, asked in the planner's words; and several gates as one."""

from collections.abc import Iterable
from datetime import date

from landsea_core.planner.network.legality import GoodsWay, LegalityGate, LegalRefusal
from landsea_core.rules import Book, GateAnswer, Measure, Shipment, ask_gate, explain_reason
from landsea_core.rules.match import LAND


class RulesGate:
    """Asks the book of measures. At the destination's border all of a verdict counts.

    Before it, only what a measure says of carriage by land through other countries: goods that may enter by sea alone
    may still go to the port by lorry through a neighbour, unless the measure closes that.
    """

    def __init__(self, book: Book) -> None:
        self.book = book
        self._kept: dict[tuple[str | date | bool | tuple[str, ...], ...], list[LegalRefusal]] = {}

    def refusals(self, way: GoodsWay) -> list[LegalRefusal]:
        """Return the measures that forbid the way; a doubt is no refusal, it stands on the checklist."""
        if not way.cargo.hs or way.origin == way.destination:
            return []
        asked = [(way.entry, False)] if way.entry else [(mode, True) for mode in sorted(way.modes & LAND)]
        found: dict[str, LegalRefusal] = {}
        for mode, transit_only in asked:
            for refusal in self._asked(way, mode, transit_only):
                found.setdefault(refusal.measure, refusal)
        return list(found.values())

    def _asked(self, way: GoodsWay, mode: str, transit_only: bool) -> list[LegalRefusal]:
        transit = tuple(sorted(way.transit))
        key = (way.cargo.hs, way.cargo.condition, way.origin, way.destination, transit, mode, way.day, transit_only)
        if key not in self._kept:
            condition = way.cargo.condition
            shipment = Shipment(way.cargo.hs, way.origin, way.destination, transit, mode, condition=condition)
            said = ask_gate(self.book, shipment, way.day)
            forbids = said.forbids if said.answer is GateAnswer.FORBIDDEN else ()
            self._kept[key] = [
                LegalRefusal(
                    f"{one.measure.code} {one.measure.title}",
                    " ".join(filter(None, (str(explain_reason(one.reason)), one.measure.summary))),
                    one.measure.source,
                    one.measure.grade,
                    one.measure.code,
                    one.measure.title,
                    one.reason,
                    one.measure.summary,
                )
                for one in forbids
                if not transit_only or _closes_transit(one.measure, way.transit)
            ]
        return self._kept[key]


def _closes_transit(measure: Measure, transit: frozenset[str]) -> bool:
    """Say whether a measure names the countries that goods may pass by land, and these are not all among them."""
    named = measure.scope.land_transit
    return named is not None and bool(transit - set(named))


class Gates:
    """Several gates as one: what any of them refuses is refused, each measure told once, by its code."""

    def __init__(self, gates: Iterable[LegalityGate]) -> None:
        self.gates = tuple(gates)

    def refusals(self, way: GoodsWay) -> list[LegalRefusal]:
        """Return the refusals of all gates, the first that names a measure speaking for it."""
        found: dict[str, LegalRefusal] = {}
        for gate in self.gates:
            for refusal in gate.refusals(way):
                found.setdefault(refusal.measure.split(" ")[0], refusal)
        return list(found.values())
