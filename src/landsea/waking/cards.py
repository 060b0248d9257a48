"""Who was woken for a case, on the case's page: for those who act on it, never for its filer."""

from django.template.loader import render_to_string

from landsea.base.ui.cards import card
from landsea.waking.access import list_wakes_of_case
from landsea.waking.presenters import shape_wake
from landsea_core.caseflow import Lane


@card("case_woken", order=10)
def show_who_was_woken(context, case) -> str:
    """Who was tried, when, and what came back; nothing for cases that are not urgent, and for observers and chambers."""
    actor = context["request"].actor
    if case.lane != Lane.URGENT or not actor.works_at_desks:
        return ""
    wakes = [shape_wake(one) for one in list_wakes_of_case(case.pk)]
    return render_to_string("waking/card.html", {"wakes": wakes, "request": context["request"]}) if wakes else ""
