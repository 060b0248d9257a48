"""The network to look at: its services by mode."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from landsea.accounts.doors import door, proven
from landsea.corridor import access, access_editing
from landsea.corridor.words import GRADES, MODES, days_words
from landsea.ui.shapes import Tab
from landsea_core.planner.network.model import Corridor, Service


@door("public")
@require_safe
def network(request: HttpRequest) -> HttpResponse:
    """All lines, by mode; one mode at a time on a phone."""
    known = access.network()
    mode = request.GET.get("mode", "rail")
    lines = [one for one in known.services.values() if one.kind == "line" and one.mode == mode]
    context = {
        "modes": [Tab(words, f"?mode={key}", key == mode) for key, words in MODES.items()],
        "lines": [_line(known, one) for one in lines],
        "closures": access.closures_on(timezone.localdate()),
        "span": known.span,
        "may_edit": access_editing.may_edit(proven(request)),
    }
    return render(request, "corridor/network.html", context)


def _line(known: Corridor, one: Service) -> dict:
    ends = (known.places[one.calls[0].place], known.places[one.calls[-1].place])
    return {"service": one, "ends": ends, "days": days_words(one), "grade": GRADES[one.fact.grade]}
