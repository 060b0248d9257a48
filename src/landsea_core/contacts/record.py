"""How a desk answers, in figures: the share answered in time, the medians to the first answer and to the outcome, by lane
and by outcome, with the number of cases behind each. Fewer than ten are not shown (small cases point at people)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

LEAST_SHOWN = 10
"""Cases below which a figure is hidden."""


@dataclass(frozen=True)
class HandledCase:
    """One case at one desk, closed or not. Instants are aware. `arrived` is when the desk became accountable,
    `answered` when it first answered in substance or proposed an outcome, `closed` when the case was closed there. `late`
    says that a deadline to accept or to answer passed in silence at this desk.
    """

    lane: str
    outcome: str
    arrived: datetime
    answered: datetime | None = None
    closed: datetime | None = None
    late: bool = False

    @property
    def counts(self) -> bool:
        """A case counts once it was answered or is late; one that is still in time says nothing yet."""
        return self.answered is not None or self.late


@dataclass(frozen=True)
class DeskFigures:
    """`n` cases count, `in_time` of them were answered without a passed deadline. Medians are elapsed time, over the
    `answered` cases that were answered and the `closed` ones. None where nothing counts.
    """

    n: int
    in_time: int
    answered: int
    closed: int
    to_first_answer: timedelta | None
    to_outcome: timedelta | None

    @property
    def shown(self) -> bool:
        """Whether there are enough cases to show anything."""
        return self.n >= LEAST_SHOWN

    @property
    def rate(self) -> float | None:
        """The share answered in time, 0 to 1; None when it is hidden."""
        return self.in_time / self.n if self.shown else None


def compute_figures(cases: Iterable[HandledCase]) -> DeskFigures:
    """Return the figures of these cases. Source of the formula: answered in time / (answered + passed in silence)."""
    counted = [case for case in cases if case.counts]
    first = [case.answered - case.arrived for case in counted if case.answered is not None]
    ends = [case.closed - case.arrived for case in counted if case.closed is not None and case.answered is not None]
    return DeskFigures(
        n=len(counted),
        in_time=sum(case.answered is not None and not case.late for case in counted),
        answered=len(first),
        closed=len(ends),
        to_first_answer=_find_median(first),
        to_outcome=_find_median(ends),
    )


def compute_record(cases: Iterable[HandledCase]) -> dict[tuple[str, str], DeskFigures]:
    """Return a desk's figures under ("", "") for all, (lane, "") for each lane, ("", outcome) for each outcome."""
    rows = list(cases)
    groups = {("", ""): rows}
    for lane in sorted({row.lane for row in rows}):
        groups[lane, ""] = [row for row in rows if row.lane == lane]
    for outcome in sorted({row.outcome for row in rows} - {""}):
        groups["", outcome] = [row for row in rows if row.outcome == outcome]
    found = {key: compute_figures(group) for key, group in groups.items()}
    return {key: figures for key, figures in found.items() if figures.n or key == ("", "")}


def _find_median(spans: list[timedelta]) -> timedelta | None:
    """The middle one, or half way between the middle two."""
    return timedelta(seconds=median(span.total_seconds() for span in spans)) if spans else None
