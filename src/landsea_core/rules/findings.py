"""What the gate answers with: findings about measures, gaps in what is known, and the verdict that holds them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from landsea_core.rules.match import MeasureMatch
from landsea_core.rules.model import Measure, Shipment
from landsea_core.rules.reasons import MeasureReason
from landsea_core.rules.standing import Standing


class GateAnswer(StrEnum):
    """What the gate says."""

    FORBIDDEN = "forbidden"
    ALLOWED = "allowed"
    ALLOWED_WITH = "allowed_with"
    UNKNOWN = "unknown"


class VerdictBasis(StrEnum):
    """What carries a permission."""

    NAMED = "named"
    """A rule of the destination names these goods from this origin, by this way."""
    GENERAL = "general"
    """General rows alone: no rule on file stops the goods, and none names them from there."""


@dataclass(frozen=True, slots=True)
class GateFinding:
    """One measure's part in the answer: how it fits, where it stands on the day, and why it counts as it does."""

    measure: Measure
    match: MeasureMatch
    standing: Standing
    reason: MeasureReason

    @property
    def doubts(self) -> tuple[MeasureReason, ...]:
        """What is not sure about this measure on that day."""
        return tuple(MeasureReason(doubt, {"measure": self.measure.code}) for doubt in self.standing.doubts)


@dataclass(frozen=True, slots=True)
class KnowledgeGap:
    """Something that is not known. `decides`: whether the answer is unknown because of it."""

    reason: MeasureReason
    measure: Measure | None = None
    decides: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer for one shipment on one day, with all that led to it, each list in the order of codes.

    `set_aside`: measures that speak of these goods, but do not work on that day (not yet, no more, suspended), or were
    outweighed by a more exact one. `basis`: what carries a permission, None for other answers. `not_looked_at`: kinds that can
    stop such goods and nobody looked through (`basis.list_kinds_not_looked_at`, unless a measure admits them by name), and
    what may leave or pass (`basis.list_ways_not_looked_at`, always).
    `by_condition`: the answers for new and used goods and for waste, where nobody said the state and the answers differ.
    """

    answer: GateAnswer
    shipment: Shipment
    day: date
    forbids: tuple[GateFinding, ...] = ()
    admits: tuple[GateFinding, ...] = ()
    requires: tuple[GateFinding, ...] = ()
    eases: tuple[GateFinding, ...] = ()
    informs: tuple[GateFinding, ...] = ()
    set_aside: tuple[GateFinding, ...] = ()
    gaps: tuple[KnowledgeGap, ...] = ()
    basis: VerdictBasis | None = None
    not_looked_at: tuple[str, ...] = ()
    by_condition: tuple["ConditionAnswer", ...] = ()


@dataclass(frozen=True, slots=True)
class ConditionAnswer:
    """What the answer would be for goods in one state, and the measures that make it: stops, gaps, rules of this state."""

    condition: str
    verdict: Verdict
    measures: tuple[Measure, ...] = ()
