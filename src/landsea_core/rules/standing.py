"""What a measure is on a day: announced, in force, suspended, replaced or ended, and what is not sure about that."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from landsea_core.rules.model import Life, Measure


class MeasureState(StrEnum):
    """Where a measure stands in its life."""

    ANNOUNCED = "announced"
    IN_FORCE = "in_force"
    SUSPENDED = "suspended"
    REPLACED = "replaced"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Standing:
    """A state with its doubts (codes of `reasons.DOUBTS`, or whole sentences of the source)."""

    state: MeasureState
    doubts: tuple[str, ...] = ()
    by: str = ""
    """The measure that replaces this one, or whose suspension brings it back."""

    @property
    def works(self) -> bool:
        """Whether the measure has its effect on that day."""
        return self.state is MeasureState.IN_FORCE


def find_standing(measure: Measure, day: date, others: Mapping[str, Measure] | None = None) -> Standing:
    """What `measure` is on `day`. `others`: all measures by code, for what replaces what; a circle ends where it began.

    A start known only by month or year counts from its first possible day, except for a measure that admits goods:
    what is not sure is never allowed, so that one counts from its last possible day. What is pending (a draft, a plan, a
    treaty that waits for its members) is announced until the day on which it begins is known.
    """
    return _find_standing_among(measure, day, others or {}, frozenset())


def _find_standing_among(measure: Measure, day: date, others: Mapping[str, Measure], seen: frozenset[str]) -> Standing:
    life = measure.life
    own = _judge_by_own_dates(measure, day)
    if own is not None:
        return own
    doubts = _list_doubts(measure, day)
    for suspension in life.suspensions:
        first, last = suspension.first.earliest, suspension.last.latest
        if first is not None and day < first:
            continue
        if last is None or day <= last:
            open_end = () if last is not None else ("suspension_end_not_found",)
            return Standing(MeasureState.SUSPENDED, doubts + open_end)
        if suspension.doubt:
            doubts += (suspension.doubt,)
    return _judge_beside_successor(measure, day, others, seen, doubts)


def _judge_by_own_dates(measure: Measure, day: date) -> Standing | None:
    """Ended or not yet begun by its own dates, else None."""
    life = measure.life
    if life.last_day.latest is not None and day > life.last_day.latest:
        return Standing(MeasureState.REPLACED if life.replaced_by else MeasureState.ENDED, by=life.replaced_by)
    begins = _find_first_day(measure)
    if (begins is not None and day < begins) or (life.pending and not life.in_force.known):
        return Standing(MeasureState.ANNOUNCED)
    return None


def _find_first_day(measure: Measure) -> date | None:
    """The first day on which the measure counts; the day of the announcement when no start was found."""
    begins = measure.life.in_force if measure.life.in_force.known else measure.life.announced
    return begins.latest if measure.effect == "admits" else begins.earliest


def _list_doubts(measure: Measure, day: date) -> tuple[str, ...]:
    life: Life = measure.life
    doubts: tuple[str, ...] = ()
    if not life.in_force.known:
        doubts += ("start_not_found",)
    elif not life.in_force.exact and life.in_force.may_be(day):
        doubts += ("start_known_roughly",)
    if measure.kind == "ban_suspension" and not life.last_day.known:
        doubts += ("end_not_found",)
    elif not life.last_day.exact and life.last_day.earliest is not None and life.last_day.earliest <= day:
        doubts += ("end_known_roughly",)
    return doubts


def _judge_beside_successor(
    measure: Measure, day: date, others: Mapping[str, Measure], seen: frozenset[str], doubts: tuple[str, ...]
) -> Standing:
    """In force, unless what replaces it works on that day and nothing says when this one ended."""
    code = measure.life.replaced_by
    successor = others.get(code)
    if successor is None or measure.life.last_day.known or code in seen:
        return Standing(MeasureState.IN_FORCE, doubts)
    beside = _find_standing_among(successor, day, others, seen | {measure.code})
    if beside.state in {MeasureState.IN_FORCE, MeasureState.REPLACED, MeasureState.ENDED}:
        return Standing(MeasureState.REPLACED, by=code)
    if beside.state is MeasureState.SUSPENDED:
        return Standing(MeasureState.IN_FORCE, (*doubts, "back_while_suspended"), by=code)
    return Standing(MeasureState.IN_FORCE, doubts)
