"""What operators see of cases: those that the watcher could not compute and has put aside, by number only."""

from datetime import datetime

from django.utils.translation import gettext, gettext_lazy, ngettext

from landsea.base.actors import Actor
from landsea.base.impossible_rows import IMPOSSIBLE_ROWS, MOST_SHOWN, ImpossibleRow, KindOfRow
from landsea.cases.actions.begin_step_anew import begin_step_anew
from landsea.cases.deadline_watcher import look_again
from landsea.cases.open_cases import put_aside


def _find() -> tuple[list[ImpossibleRow], int]:
    cases, total = put_aside(MOST_SHOWN)
    return [_row_of(case) for case in cases], total


def _row_of(case) -> ImpossibleRow:
    why = gettext("The program stopped at it: %(error)s.") % {"error": case.wake_error}
    return ImpossibleRow(case.ref, case.ref, why, tries=case.wake_failures, next_try=case.wakes_at)


def look_or_begin_anew(actor: Actor, ref: str, now: datetime) -> bool:
    """Mend a case that is put aside: where looking at it again helps, it stays as late as it is; else its step begins anew."""
    return look_again(ref, now) or begin_step_anew(actor, ref, now)


IMPOSSIBLE_ROWS.put(
    KindOfRow(
        "cases",
        lambda total: (
            ngettext("%(total)s case is put aside", "%(total)s cases are put aside", total) % {"total": total}
        ),
        gettext_lazy(
            "Their deadlines could not be computed. They are tried again by themselves, and hold up no other case. Where"
            " that does not help, let the step begin anew: its days count from now."
        ),
        _find,
        look_or_begin_anew,
        gettext_lazy("Begin the step anew"),
    ),
    order=10,
)
