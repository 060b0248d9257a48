"""What the rule proposes as barriers, for the coordinator to open or to refuse."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from landsea.barriers import access
from landsea.barriers.actions.members import refuse_proposal
from landsea.barriers.labels import ALIKE, SHARED, USUAL_REASONS
from landsea.barriers.views.coordinating import MOST_READ, make_initial_value
from landsea.base.doors import door
from landsea.base.refusal import Refused
from landsea.base.ui.paging import cut_part
from landsea.cases.access import list_visible_cases
from landsea.cases.models import Case
from landsea_core.likeness import find_common_words
from landsea_core.text import clean_text

A_PAGE, MOST_OPEN, FIRST_CASES = 4, 4, 3
"""Groups on a page; how many cases of a group stand open, and how many of a larger group do before the others are folded. Those
to be looked at first are never folded.
"""
NAMING = ("matter", "country", "place")
"""What a group is called by; the rest of what its cases share stands beneath."""


@door("coordinator")
@require_safe
def show_proposals(request):
    """What the rule proposes, each with what the cases share, how many parties, since when, and the cases."""
    return _proposals_page(request)


def _proposals_page(request, *, refused: str = "", status: int = 200):
    language, all_found = get_language() or "en", access.list_proposals(request.actor, timezone.now())
    found, pages = cut_part(request, all_found, A_PAGE)
    ids = [case for one in found for case in one.cases]
    cases = {case.pk: case for case in list_visible_cases(request.actor).filter(pk__in=ids).select_related("place")}
    shown = [
        {
            "proposal": one,
            "heading": ", ".join(
                make_initial_value(name, value, language) for name, value in one.shared if name in NAMING
            ),
            "shared": [(SHARED[name], value) for name, value in one.shared if name == "chapter"],
            "cases": lines[:shown_open],
            "more_cases": lines[shown_open:],
            "alike": ALIKE[evidence.degree] if evidence else "",
            "centre": cases.get(evidence.centre) if evidence else None,
            "words": find_common_words([cases[pk].text for pk in one.cases[-MOST_READ:] if pk in cases]),
        }
        for one, evidence in zip(found, access.find_evidence(request.actor, found), strict=True)
        for apart in [evidence.apart if evidence is not None else ()]
        for lines, shown_open in [_put_apart_first([(cases[pk], pk in apart) for pk in one.cases if pk in cases])]
    ]
    context = {"proposals": shown, "pages": pages, "refused": refused, "usual_reasons": list(USUAL_REASONS)}
    return render(request, "barriers/proposals.html", context, status=status)


def _put_apart_first(lines: list[tuple[Case, bool]]) -> tuple[list[tuple[Case, bool]], int]:
    """Return cases, each with whether it reads otherwise, those first that do, and how many of them stand open."""
    ordered = sorted(lines, key=lambda line: not line[1])
    open_ones = max(FIRST_CASES, sum(is_apart for _case, is_apart in lines))
    return ordered, len(lines) if len(lines) <= MOST_OPEN else open_ones


@door("coordinator")
@require_POST
def note_no_barrier(request):
    """Note that a pattern is no barrier."""
    try:
        refuse_proposal(
            request.actor,
            request.POST.get("signature", ""),
            clean_text(request.POST.get("reason", "")).text,
            now=timezone.now(),
        )
    except Refused as refused:
        return _proposals_page(request, refused=refused.sentence, status=422)
    messages.success(request, _("Noted. It is not proposed again for 30 days."))
    return redirect("barrier_proposals")
