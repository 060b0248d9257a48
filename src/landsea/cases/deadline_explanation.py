"""Why a step is due when it is: the core's explanation of its deadline, day by day, in the reader's language."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from landsea.base.translation.sentences import say_sentence
from landsea.base.ui import times
from landsea.base.ui.holidays import name_holidays
from landsea.cases.deadline_mapping import compute_deadline_of_record
from landsea.cases.models import Case, StepRecord
from landsea.cases.presenters import describe_calendar
from landsea_core.clock import EXPLANATIONS, explain_deadline

EXTENDED = _("%(count)s of the working days were added once, because the desk asked for more time: %(reason)s")
KEPT = _(
    "Counted by the calendar as it is now it would be earlier. A deadline never moves nearer: it stays at %(due)s."
)
STANDS = _(
    "The clock has been paused since %(since)s, because the filer was asked for something. This time will be added."
)
COUNTED = frozenset({"working", "make_up", "short_day"})


@dataclass(frozen=True)
class Explained:
    """One line: its words, whether it is a day that counts, a day that is passed over, or neither; and whether the day is
    only predicted."""

    words: str
    counts: bool = False
    passed_over: bool = False
    predicted: bool = False


def explain_step_deadline(case: Case, record: StepRecord) -> list[Explained]:
    """Return the lines that lead from the start of a running step to its deadline, in the reader's language. Times are on
    the desk's clock.
    """
    due, language, now = compute_deadline_of_record(case, record), get_language() or "en", timezone.now()

    def words(name: str, value) -> str:
        if isinstance(value, datetime):
            return times.write_moment(value, due.calendar.zone, now, language)
        if isinstance(value, date):
            return times.say_day("MMMEd", value, language)
        if isinstance(value, timedelta):
            return times.write_span(value, language)
        if name == "calendar":
            return describe_calendar(value)
        if name == "name":
            return name_holidays(value)
        return f"{value:g}" if isinstance(value, float) else str(value)

    lines = []
    for line in explain_deadline(due):
        text = say_sentence(
            EXPLANATIONS[line.code].fill(**{name: words(name, value) for name, value in line.values.items()})
        )
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
