"""Why a step is due when it is: the core's explanation of its deadline, day by day, in the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from types import MappingProxyType

from babel.dates import format_skeleton
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from landsea.base.ui import times
from landsea.base.ui.holidays import holiday_words
from landsea.cases.models import Case, StepRecord
from landsea.cases.showing import calendar_words
from landsea.cases.steps import deadline_of_record
from landsea_core.clock import explain_deadline

SENTENCES: Mapping[str, object] = MappingProxyType(
    {
        "starts": _("The clock starts at %(start)s. Calendar of the responsible desk: %(calendar)s."),
        "start_day": _("%(day)s: the day the clock starts does not count."),
        "working": _("%(day)s: working day %(number)s of %(days)s."),
        "make_up": _("%(day)s: worked instead of another day; working day %(number)s of %(days)s."),
        "short_day": _("%(day)s: shorter hours, counted as a whole day; working day %(number)s of %(days)s."),
        "weekend": _("%(day)s: weekend, not counted."),
        "holiday": _("%(day)s: holiday (%(name)s), not counted."),
        "closing_day": _("%(day)s: the office is closed (%(name)s), not counted."),
        "paused_days": _("%(count)s of the working days were added because the clock stood while the filer was asked."),
        "paused_time": _("%(time)s was added because the clock stood while the filer was asked."),
        "hours": _("%(hours)s hours of the wall clock, nights and holidays included."),
        "predicted": _(
            "Some of these days are not yet official. The deadline may move when they are, but never nearer."
        ),
        "due": _("Due at %(due)s, the end of office hours."),
        "due_hours": _("Due at %(due)s."),
    }
)
"""The sentences of `landsea_core.clock.EXPLANATIONS`, for translators; a test keeps the two equal."""

EXTENDED = _("%(count)s of the working days were added once, because the desk asked for more time: %(reason)s")
KEPT = _(
    "Counted by the calendar as it is now it would be earlier. A deadline never moves nearer: it stays at %(due)s."
)
STANDS = _("The clock stands since %(since)s, because the filer was asked for something. This time will be added.")
COUNTED = frozenset({"working", "make_up", "short_day"})


@dataclass(frozen=True)
class Explained:
    """One line: its words, whether it is a day that counts, a day that is passed over, or neither; and whether the day is
    only predicted."""

    words: str
    counts: bool = False
    passed_over: bool = False
    predicted: bool = False


def explanation(case: Case, record: StepRecord) -> list[Explained]:
    """Return the lines that lead from the start of a running step to its deadline, in the reader's language. Times are on
    the desk's clock.
    """
    due, language, now = deadline_of_record(case, record), get_language() or "en", timezone.now()

    def words(name: str, value) -> str:
        if isinstance(value, datetime):
            return times.moment_in_words(value, due.calendar.zone, now, language)
        if isinstance(value, date):
            return str(format_skeleton("MMMEd", value, locale=times.locale_of(language)))
        if isinstance(value, timedelta):
            return times.span_in_words(value, language)
        if name == "calendar":
            return calendar_words(value)
        if name == "name":
            return holiday_words(value)
        return f"{value:g}" if isinstance(value, float) else str(value)

    lines = []
    for line in explain_deadline(due):
        text = str(SENTENCES[line.code]) % {name: words(name, value) for name, value in line.values.items()}
        is_day = "day" in line.values
        counts = line.code in COUNTED
        lines.append(Explained(text, counts, is_day and not counts, is_day and line.predicted))
    more = []
    if record.extended_by_days:
        more.append(str(EXTENDED) % {"count": record.extended_by_days, "reason": record.extension_reason})
    if record.due_at > due.due:
        more.append(str(KEPT) % {"due": words("due", record.due_at)})
    if record.paused_at is not None:
        more.append(str(STANDS) % {"since": words("since", record.paused_at)})
    return [*lines, *(Explained(one) for one in more)]
