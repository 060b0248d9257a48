"""The first page of a head of an office, and reminding a desk of its late cases."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.views.decorators.http import require_POST, require_safe

from landsea.base.doors import door
from landsea.base.refusal import Refused
from landsea.cases.actions.remind_desk import remind_desk
from landsea.cases.queue_rows import shape_row
from landsea.directory import access, rights
from landsea.directory.acting_people import find_people_to_tell_of_desks
from landsea.directory.contact_presenters import describe_freshness
from landsea.directory.display_names import name_desk
from landsea.directory.part_labels import describe_unit, name_part
from landsea.heads.late_cases import LateDesk, find_late_desks
from landsea.heads.people_at_desks import Away, PeopleAtDesks, gather_people

SHOWN = 12
"""Lines of one list; the rest is counted."""
AHEAD = ("gaps", "away")
"""Lists of the next two weeks."""


@door("head")
@require_safe
def show_headed_offices(request: HttpRequest) -> HttpResponse:
    """Show what needs a head first, each line with the act that mends it, and last what is in order."""
    now, actor, language = timezone.now(), request.actor, get_language() or "en"
    people = gather_people(actor, now)
    late = find_late_desks(actor, now)
    told = find_people_to_tell_of_desks(people.desks, now)
    alone = [one for one in people.away if one.uncovered]
    lists = {
        "late": [_late_line(one, people, told.get(one.desk.pk, ()), actor, language) for one in late],
        "empty": [(desk, *name_desk(desk, language)) for desk in people.empty],
        "unsure": [
            (one, name_desk(_desk_of(one, people), language)[0], describe_freshness(state, now, language))
            for one, state in people.unsure
        ],
        "alone": [_away_line(one, language) for one in alone],
        "gaps": [(gap, *name_desk(gap.desk, language)) for gap in people.gaps],
        "away": [_away_line(one, language) for one in people.away if not one.uncovered],
        "invited": [_invited_line(one, now, language) for one in people.not_yet_in],
    }
    context = {
        "now": now,
        "offices": sorted({name_desk(desk, language)[1] for desk in people.desks}),
        "desks": len(people.desks),
        "late_total": sum(one.total for one in late),
        "lists": {name: rows[:SHOWN] for name, rows in lists.items()},
        "totals": {name: len(rows) for name, rows in lists.items()}
        | {"ahead": sum(len(lists[name]) for name in AHEAD)},
        "has_order": not all(
            [*(rows for name, rows in lists.items() if name not in AHEAD), any(map(lists.get, AHEAD))]
        ),
        "more": {name: len(rows) - SHOWN for name, rows in lists.items()},
    }
    return render(request, "heads/offices.html", context)


@door("head")
@require_POST
def post_reminder(request: HttpRequest, code: str) -> HttpResponse:
    """Ask the people of one desk by mail to look at its late cases, once a day."""
    desk = access.find_desk(code)
    if desk is None or desk.office_id not in request.actor.heads:
        raise Http404
    try:
        count = remind_desk(request.actor, desk.pk, now=timezone.now())
    except Refused as refused:
        messages.warning(request, refused.sentence)
    else:
        words = ngettext("%(count)d person is reminded by mail.", "%(count)d people are reminded by mail.", count)
        messages.success(request, words % {"count": count})
    return redirect("headed_offices")


def _desk_of(contact, people: PeopleAtDesks):
    return next(desk for desk in people.desks if desk.pk == contact.desk_id)


def _late_line(one: LateDesk, people: PeopleAtDesks, told, actor, language: str) -> dict:
    """Return a desk with its late cases; `people` are those whom a reminder would reach."""
    present = people.present.get(one.desk.pk, {})
    name, office = name_desk(one.desk, language)
    return {
        "desk": one.desk,
        "name": name,
        "office": office,
        "total": one.total,
        "rows": [shape_row(case, actor) for case in one.cases],
        "more": one.total - len(one.cases),
        "people": [present[who.user_id] for who in told if who.user_id in present and who.user_id != actor.user_id],
    }


def _away_line(one: Away, language: str) -> dict:
    return {
        "leave": one.leave,
        "desks": [name_desk(desk, language)[0] for desk in one.desks],
        "uncovered": [(desk, name_desk(desk, language)[0]) for desk in one.uncovered],
    }


def _invited_line(who, now, language: str) -> dict:
    parts = [f"{name_part(rights.find_part(row))}, {describe_unit(row, language)}" for row in who.appointments]
    return {
        "who": who,
        "parts": [words.rstrip(", ") for words in parts],
        "is_open": who.invitation is not None and who.invitation.expires_at > now,
        "since": who.appointments[0].starts_at,
    }
