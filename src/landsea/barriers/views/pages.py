"""The public pages: all barriers, and one of them."""

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from landsea.barriers import access
from landsea.barriers.labels import STANDINGS, tally_sentence
from landsea.barriers.models import Barrier
from landsea.barriers.stream import name_stream
from landsea.barriers.timeline import list_events
from landsea.base.doors import door
from landsea.base.ui.countries import name_country
from landsea.cases.answer_access import list_answers_about
from landsea.directory.access import find_matter_names
from landsea.directory.desk_cards import write_desk_title
from landsea.directory.models.names import choose_title, name_in

MOST_CASES = 50


@door("public")
@require_safe
def show_barriers(request):
    """All barriers, the open ones first, each with its tally."""
    language = get_language() or "en"
    rows = [
        {
            "barrier": seen.barrier,
            "title": choose_title(seen.barrier, language),
            "tally": tally_sentence(seen.tally),
            "where": describe_where(seen.barrier, language),
        }
        for seen in access.add_tallies(access.list_barriers())
    ]
    context = {
        "open": [row for row in rows if row["barrier"].closed_at is None],
        "closed": [row for row in rows if row["barrier"].closed_at is not None],
        "coordinates": request.actor.is_coordinator,
    }
    return render(request, "barriers/barriers.html", context)


@door("public")
@require_safe
def show_barrier(request, barrier_id: int):
    """One barrier: the tally large, what is done about it, what happened, and "I have this too"."""
    return draw_barrier_page(request, find_barrier_or_404(barrier_id))


def draw_barrier_page(request, found: Barrier, *, refused: str = "", status: int = 200):
    """Return the page of a barrier, with the sentence of a refused act where there is one."""
    actor, language, now = request.actor, get_language() or "en", timezone.now()
    seen = access.add_tallies([found])[0]
    standing = access.decide_on_closing(found, now)
    members = list(access.list_members(actor, found)[:MOST_CASES]) if actor.is_officer else []
    context = {
        "barrier": found,
        "title": choose_title(found, language),
        "text": name_in(found.texts, language),
        "tally": seen.tally,
        "tally_words": tally_sentence(seen.tally),
        "where": describe_where(found, language),
        "matter": name_in(find_matter_names([found.matter]).get(found.matter, {}), language),
        "desk": write_desk_title(found.desk, language),
        "standing": STANDINGS[standing.verdict],
        "closes_at": standing.closes_at,
        "costs": access.find_costs(found),
        "timeline": list_events(found, language),
        "members": members,
        "like_it": access.find_cases_like_it(actor, found, now),
        "may_answer": access.may_answer(actor) and bool(members),
        "coordinates": actor.is_coordinator,
        "answers": list_answers_about(actor, name_stream(found.pk)) if actor.works_at_desks else (),
        "refused": refused,
        "now": now,
    }
    return render(request, "barriers/barrier.html", context, status=status)


def find_barrier_or_404(barrier_id: int) -> Barrier:
    """Return a barrier or raise Http404."""
    found = access.find_barrier(barrier_id)
    if found is None:
        raise Http404
    return found


def describe_where(found: Barrier, language: str) -> str:
    """Return where a barrier is: its place and country, as far as they are known; empty where nobody narrowed it down."""
    place = name_in(found.place.names, language) if found.place else ""
    country = name_country(found.country, language) if found.country else ""
    return ", ".join(filter(None, (place, country)))
