"""The coordinator's board."""

from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from landsea.accounts.doors import door
from landsea.cases.board import concerns
from landsea.cases.views.queue import row_of


@door("coordinator")
@require_safe
def board(request):
    """Short lists, each with the act that mends it one press away: the case's own page."""
    words = {
        "with_us": (gettext("Accountable to nobody else"), gettext("Nothing waits at your own desk.")),
        "nobody_there": (gettext("At desks where nobody is appointed"), gettext("Every desk with a case has people.")),
        "late": (gettext("Late"), gettext("No deadline has passed in silence.")),
        "late_soon": (gettext("Late within 24 hours"), gettext("Nothing falls due within a day.")),
        "handed_twice": (gettext("Handed over twice"), gettext("No case is being passed around.")),
    }
    lists = [
        {
            "code": concern.code,
            "title": words[concern.code][0],
            "none": words[concern.code][1],
            "total": concern.total,
            "rows": [row_of(case, request.actor) for case in concern.cases],
            "more": concern.total - len(concern.cases),
        }
        for concern in concerns(request.actor, timezone.now())
    ]
    return render(request, "cases/board.html", {"lists": lists})
