"""What operators see of cases: those that the watcher could not compute and has put aside, by number only."""

from django.template.loader import render_to_string

from landsea.base.ui.cards import card
from landsea.cases.open_cases import put_aside


@card("operator", order=10)
def show_cases_put_aside(context) -> str:
    """The cases put aside, with what failed where and when they are tried again; nothing while there is none."""
    rows, total = put_aside()
    if not total:
        return ""
    return render_to_string("cases/put_aside.html", {"rows": rows, "more": total - len(rows), "total": total})
