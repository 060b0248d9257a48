"""The duty of a desk: its rota by week, what it comes to in the next weeks, gaps before they happen, and giving a turn away."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.forms import formset_factory
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_http_methods, require_POST

from landsea.base.doors import door
from landsea.base.messengers.ways import list_ways
from landsea.base.outbox.kinds import name_channel
from landsea.base.refusal import Refused
from landsea.base.ui import times
from landsea.directory import access
from landsea.directory.access import duty, managed_contacts
from landsea.directory.actions.give_duty import give_duty
from landsea.directory.actions.rota import (
    Turn,
    set_rota,
)
from landsea.directory.display_names import name_desk
from landsea.directory.duty import GAPS_AHEAD, list_duty_ahead, list_gaps
from landsea.directory.duty_forms import TurnForm

MOST_TURNS = 14
Turns = formset_factory(TurnForm, extra=2, max_num=MOST_TURNS, validate_max=True)


@door("desk")
@require_http_methods(["GET", "HEAD", "POST"])
def set_desk_duty(request: HttpRequest, code: str) -> HttpResponse:
    """Show and set the rota. A plan with a gap comes back as it was typed, with the hours that nobody would have."""
    desk = managed_contacts.find_desk_to_manage(request.actor, code)
    contacts = list(access.list_contacts_of_desk(request.actor, desk.pk))
    known, fault = {"contacts": contacts, "country": desk.office.country}, ""
    if request.method == "POST":
        turns = Turns(request.POST, form_kwargs=known)
        if turns.is_valid():
            try:
                set_rota(actor=request.actor, desk_id=desk.pk, turns=_typed_turns(turns), now=timezone.now())
            except Refused as refused:
                fault = refused.sentence
            else:
                messages.success(request, gettext("The rota is saved. Whose turns changed is told by mail."))
                return redirect("desk_duty", code=desk.code)
        else:
            fault = gettext("Something is missing in a turn; it is marked below.")
    else:
        turns = Turns(
            initial=_as_typed(duty.list_rota(desk.pk)),
            form_kwargs={"contacts": contacts, "country": desk.office.country},
        )
    return _duty_page(request, desk, contacts, turns, fault)


@door("desk")
@require_POST
def give_turn_away(request: HttpRequest, code: str) -> HttpResponse:
    """Give one stretch of duty to somebody else, perhaps in return for another."""
    desk = managed_contacts.find_desk_to_manage(request.actor, code)
    stretch, in_return = (
        _read_stretch(request.POST.get("stretch", "")),
        _read_stretch(request.POST.get("in_return", "")),
    )
    contact = request.POST.get("contact", "")
    try:
        if stretch is None or not contact.isdecimal() or len(contact) > 18:
            raise Refused("what", gettext("Choose the duty and who takes it."))
        give_duty(
            actor=request.actor,
            desk_id=desk.pk,
            contact_id=int(contact),
            begins=stretch[0],
            ends=stretch[1],
            in_return=in_return,
            now=timezone.now(),
        )
    except Refused as refused:
        messages.warning(request, refused.sentence)
    else:
        messages.success(request, gettext("Done. Both are told by mail; the list below shows who has duty now."))
    return redirect("desk_duty", code=desk.code)


def _duty_page(request: HttpRequest, desk, contacts, turns, fault: str) -> HttpResponse:
    now, language = timezone.now(), get_language() or "en"
    name, office = name_desk(desk, language)
    context = {
        "desk": desk,
        "name": name,
        "office_name": office,
        "now": now,
        "zone": ZoneInfo(desk.office.time_zone),
        "contacts": contacts,
        "turns": turns,
        "fault": fault,
        "ways": [name_channel(way.code) for way in list_ways()],
        "stretches": [
            (one, f"{one.begins.isoformat()}/{one.ends.isoformat()}", *_clock_in_words(one, now, language))
            for one in list_duty_ahead(desk, now)
        ],
        "gaps": [_clock_in_words(gap, now, language) for gap in list_gaps([desk], now, now + GAPS_AHEAD)],
    }
    return render(request, "directory/duty.html", context, status=422 if fault else 200)


def _clock_in_words(stretch, now: datetime, language: str) -> list[str]:
    """Return beginning and end in words, on the office's clock whatever the reader's is."""
    return [times.write_moment(at, at.tzinfo, now, language) for at in (stretch.begins, stretch.ends)]


def _typed_turns(forms) -> list[Turn]:
    typed = [form.cleaned_data for form in forms if form.cleaned_data.get("contact") is not None]
    return [
        Turn(
            one["contact"],
            one["first_day"],
            one["begins"],
            one["last_day"],
            one["ends"],
            one["every_weeks"] or 1,
            one["until"],
            one["phone"],
            one["first_way"],
        )
        for one in typed
    ]


def _as_typed(rota) -> list[dict]:
    return [
        {
            "contact": row.contact_id,
            "first_day": row.first_day,
            "begins": row.begins,
            "ends": row.ends,
            "last_day": row.first_day.fromordinal(row.first_day.toordinal() + row.days),
            "every_weeks": row.every_weeks,
            "until": row.until,
            "phone": row.phone,
            "first_way": row.first_way,
        }
        for row in rota
    ]


def _read_stretch(text: str) -> tuple[datetime, datetime] | None:
    """Read what the list of duties put into its choices; None for nothing, or for what nobody chose there."""
    begins, slash, ends = text.partition("/")
    try:
        found = datetime.fromisoformat(begins), datetime.fromisoformat(ends)
    except ValueError:
        return None
    return found if slash and all(edge.tzinfo for edge in found) else None
