"""The people of an installation: who is appointed to what, ending that and taking the end back, the table of who may appoint
whom, and one's own appointments.
"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST, require_safe

from landsea.accounts.step_up import proves_again
from landsea.base.doors import door
from landsea.base.outbox.access import reaches_nobody
from landsea.base.refusal import Refused
from landsea.base.ui.countries import list_country_options
from landsea.base.ui.paging import cut_part as rows_shown
from landsea.base.ui.shapes import Filter
from landsea.directory import rights
from landsea.directory.access import appointments as access
from landsea.directory.actions.end_appointment import end_appointment, take_end_back
from landsea.directory.part_labels import PART_MEANINGS, PART_NAMES, describe_unit, name_part
from landsea_core.appointing import APPOINTING_RIGHTS, Part, Where, may_appoint

MOST = 15
LONGEST = 100


@door("appointer")
@require_safe
def show_people(request: HttpRequest) -> HttpResponse:
    """List who is appointed to what, of the offices that concern this person; all for a coordinator."""
    asked = {name: request.GET.get(name, "")[:LONGEST] for name in ("part", "country", "q", "office")}
    wanted = access.Wanted(
        part=asked["part"] if asked["part"] in list(Part) else "",
        country=asked["country"],
        named=asked["q"].replace("\0", ""),
        office=asked["office"].replace("\0", ""),
    )
    now = timezone.now()
    found, pages = rows_shown(request, list(access.list_wanted_appointments(request.actor, wanted, now)), MOST)
    ended = access.list_appointments_ended_since(request.actor, now - access.RECENT, now)
    context = {
        "rows": [_row(request.actor, one) for one in found],
        "pages": pages,
        "ended": [_row(request.actor, one) for one in ended[:MOST]],
        "waiting": len(access.list_people_not_yet_in(request.actor, now)),
        "filters": _filters(wanted),
        "asked": asked,
        "is_filtered": any(asked.values()),
        "is_coordinator": request.actor.is_coordinator,
        "reaches_nobody": reaches_nobody(),
        "now": now,
    }
    return render(request, "directory/people.html", context)


@door("signed_in")
@require_safe
def show_own_appointments(request: HttpRequest) -> HttpResponse:
    """Show what somebody is appointed to, what that means, and how to lay it down."""
    rows = [
        _row(request.actor, one) for one in access.list_appointments_of_person(request.actor.user_id, timezone.now())
    ]
    return render(request, "directory/own_appointments.html", {"rows": rows})


@door("signed_in")
@proves_again()
@require_POST
def post_appointment_end(request: HttpRequest, appointment_id: int) -> HttpResponse:
    """End one appointment, with a reason: somebody else's, or one's own."""
    row = access.find_appointment_within_reach(request.actor, appointment_id)
    try:
        end_appointment(actor=request.actor, appointment_id=row.pk, why=request.POST.get("why", ""), now=timezone.now())
    except Refused as refused:
        messages.warning(request, refused.sentence)
    else:
        messages.success(request, gettext("The appointment has ended, and with it all that it let see."))
    return _back(request, row)


@door("appointer")
@proves_again()
@require_POST
def post_end_back(request: HttpRequest, appointment_id: int) -> HttpResponse:
    """Let an appointment that ended lately go on."""
    row = access.find_appointment_within_reach(request.actor, appointment_id)
    try:
        take_end_back(actor=request.actor, appointment_id=row.pk, now=timezone.now())
    except Refused as refused:
        messages.warning(request, refused.sentence)
    else:
        words = gettext("Taken back: %(name)s is appointed again. Duty has to be given anew.") % {"name": row.user.name}
        messages.success(request, words)
    return redirect("people")


@door("public")
@require_safe
def show_who_appoints(request: HttpRequest) -> HttpResponse:
    """Show the table of who may appoint whom, as the acts themselves ask it."""
    standing = rights.find_standing(request.actor)
    lines = [
        {
            "part": PART_NAMES[part],
            "meaning": PART_MEANINGS[part],
            "by": [_right_words(line) for line in APPOINTING_RIGHTS if line.part is part],
            "mine": any(may_appoint(standing, part, office) for office in (None, *standing.heads)),
        }
        for part in Part
    ]
    return render(request, "directory/who_appoints.html", {"lines": lines, "signed_in": request.actor.user_id})


def _right_words(line) -> str:
    if line.where is Where.EVERYWHERE:
        return gettext("a coordinator")
    return gettext("the head of that office")


def _row(actor, appointment) -> dict:
    return {
        "row": appointment,
        "part": name_part(rights.find_part(appointment)),
        "meaning": PART_MEANINGS[rights.find_part(appointment)],
        "unit": describe_unit(appointment, get_language() or "en"),
        "unit_url": _unit_url(appointment),
        "may_change": rights.may_change_appointment(actor, appointment),
    }


def _unit_url(appointment) -> str:
    if appointment.desk_id:
        return reverse("desk_page", args=[appointment.desk.code])
    return reverse("office_page", args=[appointment.office.code]) if appointment.office_id else ""


def _filters(wanted: access.Wanted) -> list[Filter]:
    parts = [("", gettext("to anything")), *((part.value, str(name)) for part, name in PART_NAMES.items())]
    countries = [("", gettext("in any country")), *list_country_options(get_language() or "en")]
    return [
        Filter("part", gettext("Part"), tuple(parts), wanted.part),
        Filter("country", gettext("Country"), tuple(countries), wanted.country),
    ]


def _back(request: HttpRequest, row) -> HttpResponse:
    """Return to the page from which an appointment was ended, as far as it is still open to this person."""
    if request.POST.get("back") == "desk" and row.desk_id:
        return redirect("desk_people", code=row.desk.code)
    may_list = request.actor.is_coordinator or request.actor.heads
    if request.POST.get("back") != "own" and may_list:
        return redirect("people")
    return redirect("own_appointments")
