"""The coordinator's board."""

from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from landsea.base.doors import door
from landsea.board import concerns as lists_of
from landsea.board.cockpit import make_cockpit
from landsea.board.drawing import draw_weeks
from landsea.board.labels import describe_concerns
from landsea.cases.queue_rows import shape_rows
from landsea.directory.access import incoming
from landsea.directory.access.answering_desks import count_answering
from landsea.directory.contact_presenters import describe_freshness
from landsea.directory.display_names import name_desk
from landsea.directory.freshness import find_states

OPEN_ROWS = 3
"""Rows of a list that stand open where the cases are with others: the first to fall due."""


@door("coordinator")
@require_safe
def show_board(request):
    """All open cases together; then short lists, each case in one of them, and last in a line each what is in order. The act
    that mends a line stands on it, or one press away on the case's own page.
    """
    now, actor, language = timezone.now(), request.actor, get_language() or "en"
    words = describe_concerns()
    lists = [_list_of(concern, actor, words) for concern in lists_of.list_concerns(actor, now)]
    deserted, gaps = lists_of.find_deserted_desks(actor, now), lists_of.find_gaps(now)
    shaky, cockpit = lists_of.find_shaky_contacts(actor), make_cockpit(actor, now, language)
    context = {
        "now": now,
        "cockpit": cockpit,
        "drawing": draw_weeks(cockpit.weeks),
        "counts": count_answering(now),
        "lists": lists,
        "deserted": [(one, *name_desk(one.desk, language)) for one in deserted[: lists_of.SHOWN]],
        "deserted_total": len(deserted),
        "deserted_more": len(deserted) - lists_of.SHOWN,
        "shaky": _shaky_lines(shaky.requests, now, language),
        "shaky_total": shaky.total,
        "shaky_more": shaky.total - len(shaky.requests),
        "gaps": [(gap, *name_desk(gap.desk, language)) for gap in gaps[: lists_of.SHOWN]],
        "gaps_total": len(gaps),
        "gaps_more": len(gaps) - lists_of.SHOWN,
        "corrections": incoming.open_corrections(actor).count(),
    }
    return render(request, "board/board.html", context)


def _list_of(concern: lists_of.Concern, actor, words) -> dict:
    """A list of cases as the page shows it: one's own desk's all open, of the others the first ones, the rest folded."""
    rows = shape_rows(concern.cases, actor)
    open_rows = len(rows) if concern.code == "with_us" else OPEN_ROWS
    return {
        "code": concern.code,
        "title": words[concern.code][0],
        "none": words[concern.code][1],
        "total": concern.total,
        "rows": rows[:open_rows],
        "folded": rows[open_rows:],
        "more": concern.total - len(concern.cases),
    }


def _shaky_lines(requests, now, language: str) -> list:
    states = find_states([one.contact for one in requests], now)
    return [
        (one, *name_desk(one.contact.desk, language), describe_freshness(states[one.contact_id], now, language))
        for one in requests
    ]
