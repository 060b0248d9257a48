"""How long each step may take in each lane. Data only: the clock package counts, and `silence` says who is called then."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType

from landsea_core.caseflow.vocabulary import Lane, Step


@dataclass(frozen=True)
class Allowance:
    """The time a step has: working days of the responsible desk, or hours of the wall clock; exactly one of the two."""

    days: int | None = None
    hours: int | None = None

    def __post_init__(self) -> None:
        if (self.days is None) == (self.hours is None):
            raise ValueError("An allowance is given in working days or in hours: give exactly one.")


_WORKING_DAYS = {Step.ADMIT: 3, Step.ACCEPT: 5, Step.ANSWER: 10, Step.SOLVE: 30, Step.CONFIRM: 10}
_HOURS = {Step.ADMIT: 2, Step.ACCEPT: 4, Step.ANSWER: 24, Step.SOLVE: 72, Step.CONFIRM: 24}

STEPS: Mapping[Lane, Mapping[Step, Allowance]] = MappingProxyType(
    {
        Lane.NORMAL: MappingProxyType({s: Allowance(days=n) for s, n in _WORKING_DAYS.items()}),
        Lane.URGENT: MappingProxyType({s: Allowance(hours=n) for s, n in _HOURS.items()}),
    }
)

REMINDERS: Mapping[Lane, Mapping[Step, tuple[float, ...]]] = MappingProxyType(
    {
        Lane.NORMAL: MappingProxyType({Step.ADMIT: (), Step.ACCEPT: (0.5,)}),
        Lane.URGENT: MappingProxyType({Step.ADMIT: (0.5,), Step.ACCEPT: ()}),
    }
)
"""Shares of a step's time at which its desk is reminded, where that is not at half and at four fifths. Before acceptance a
desk gets one mail with the case and one reminder: whoever does not act on these is helped by calling somebody else."""

EXTENSION_DAYS: Mapping[Lane, int | None] = MappingProxyType({Lane.NORMAL: 15, Lane.URGENT: None})
"""Working days that the step `solve` may be lengthened by, once in the life of a case; None: not at all."""

MAX_HAND_OFFS = 2
"""How often one desk may pass a case to another before the coordinator becomes accountable."""

REOPEN_WITHIN = timedelta(days=30)
"""How long after its closing a case may be reopened: elapsed days, the last instant included."""
