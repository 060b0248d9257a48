"""Why a deadline is when it is: lines of codes and values, with a sentence for each code."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from types import MappingProxyType
from typing import Any

from landsea_core.clock.days import DayReason
from landsea_core.clock.deadlines import CountedDay, Deadline
from landsea_core.sentences import Sentence


@dataclass(frozen=True)
class ExplanationLine:
    """One line of an explanation: a code of `EXPLANATIONS` and the values of its sentence. Dates and times are
    values as such, for the reader's own format; `predicted` marks a day that is not yet official."""

    code: str
    values: Mapping[str, Any] = field(default_factory=dict)
    predicted: bool = False


EXPLANATIONS: Mapping[str, Sentence] = MappingProxyType(
    {
        "starts": Sentence("The clock starts at %(start)s. Calendar of the responsible desk: %(calendar)s."),
        "start_day": Sentence("%(day)s: the day the clock starts does not count."),
        "working": Sentence("%(day)s: working day %(number)s of %(days)s."),
        "make_up": Sentence("%(day)s: worked instead of another day; working day %(number)s of %(days)s."),
        "short_day": Sentence("%(day)s: shorter hours, counted as a whole day; working day %(number)s of %(days)s."),
        "weekend": Sentence("%(day)s: weekend, not counted."),
        "holiday": Sentence("%(day)s: holiday (%(name)s), not counted."),
        "closing_day": Sentence("%(day)s: the office is closed (%(name)s), not counted."),
        "paused_days": Sentence(
            "%(count)s of the working days were added because the clock was paused while the filer was asked."
        ),
        "paused_time": Sentence("%(time)s was added because the clock was paused while the filer was asked."),
        "hours": Sentence("%(hours)s hours of the wall clock, nights and holidays included."),
        "predicted": Sentence(
            "Some of these days are not yet official. The deadline may move when they are, but never nearer."
        ),
        "due": Sentence("Due at %(due)s, the end of office hours."),
        "due_hours": Sentence("Due at %(due)s."),
    }
)
"""Every sentence of an explanation, by code."""


def explain_deadline(due: Deadline) -> tuple[ExplanationLine, ...]:
    """The lines that lead from start to due time, one for each day that was looked at."""
    lines = [ExplanationLine("starts", {"start": due.start, "calendar": due.calendar_label})]
    if due.days is None:
        lines.append(ExplanationLine("hours", {"hours": (due.hours or timedelta()) / timedelta(hours=1)}))
        if due.paused_time:
            lines.append(ExplanationLine("paused_time", {"time": due.paused_time}))
        return (*lines, ExplanationLine("due_hours", {"due": due.due}))
    lines.append(ExplanationLine("start_day", {"day": due.start.date()}))
    lines.extend(_explain_day(day, due.days) for day in due.counted)
    if due.paused_days:
        lines.append(ExplanationLine("paused_days", {"count": due.paused_days}))
    if due.predicted:
        lines.append(ExplanationLine("predicted", predicted=True))
    return (*lines, ExplanationLine("due", {"due": due.due}))


def _explain_day(counted: CountedDay, days: int) -> ExplanationLine:
    kind = counted.kind
    values: dict[str, Any] = {"day": kind.day}
    if kind.working:
        values |= {"number": counted.number, "days": days}
    if kind.why in (DayReason.HOLIDAY, DayReason.CLOSING_DAY):
        values["name"] = kind.name
    return ExplanationLine(str(kind.why), values, kind.predicted)
