"""What counts as agreed: a line of minutes by both sides, a written consultation by both sides without objection."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from landsea_core.agenda.sides import SIDES


class MinutesLineState(StrEnum):
    """A line of minutes. An agreed line is never changed; a further line corrects it."""

    DRAFT = "draft"
    HALF_AGREED = "half_agreed"
    AGREED = "agreed"


def derive_line_state(agreed_by: Iterable[str]) -> MinutesLineState:
    """Return the state of a line from the sides that agreed to its present words."""
    sides = set(agreed_by) & set(SIDES)
    if len(sides) == len(SIDES):
        return MinutesLineState.AGREED
    return MinutesLineState.HALF_AGREED if sides else MinutesLineState.DRAFT


class Position(StrEnum):
    """What a country says to a consultation in writing."""

    AGREES = "agrees"
    AGREES_WITH_COMMENT = "agrees_with_comment"
    OBJECTS = "objects"


class ConsultationResult(StrEnum):
    """Where a consultation in writing stands. Silence is no agreement: without a word of both sides it lapses."""

    RUNNING = "running"
    ADOPTED = "adopted"
    OBJECTED = "objected"
    LAPSED = "lapsed"


@dataclass(frozen=True)
class Consultation:
    """A question put in writing until `closes_at` (aware). `positions` holds (side, position) of each who answered."""

    closes_at: datetime
    positions: tuple[tuple[str, Position], ...] = ()


def derive_consultation_result(consultation: Consultation, now: datetime) -> ConsultationResult:
    """Return the result at `now` (aware). Before its end it runs, also with an objection, which may be withdrawn."""
    if now < consultation.closes_at:
        return ConsultationResult.RUNNING
    if any(position is Position.OBJECTS for _side, position in consultation.positions):
        return ConsultationResult.OBJECTED
    spoken = {side for side, _position in consultation.positions}
    return ConsultationResult.ADOPTED if spoken >= set(SIDES) else ConsultationResult.LAPSED
