"""The pages of dialogues: all of them, one of them, the form of its plan, and the calendar files."""

from zoneinfo import ZoneInfo

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from landsea.base.doors import door, proven_actor
from landsea.base.files.kinds import ACCEPT
from landsea.base.files.papers import send_as_attachment
from landsea.base.refusal import Refused
from landsea.base.ui.countries import CORRIDOR, country_name, country_options
from landsea.base.ui.reader import zone_label
from landsea.base.ui.times import moment_in_words
from landsea.dialogues import access
from landsea.dialogues.actions.convene import change_plan, convene_dialogue
from landsea.dialogues.agenda import place_words
from landsea.dialogues.calendars import feed_of_dialogues, invitation_for_seat
from landsea.dialogues.forms import PlanForm, initial_of
from landsea.dialogues.labels import (
    KINDS,
    LINE_STATES,
    POSITIONS,
    REPLIES,
    RESULTS,
    ROLES,
    SIDES,
    STATES,
)
from landsea.dialogues.models import DialogueState
from landsea.dialogues.promise_rows import promise_rows
from landsea.directory.access import matter_names
from landsea.directory.labels import language_names
from landsea.directory.models.names import name_in
from landsea_core.agenda import Consultation, Position, derive_consultation_result, derive_line_state, find_side
from landsea_core.clock.countries import find_usual_hours


@door("public")
@require_safe
def show_dialogues(request):
    """What is coming, what was held, and where one's own seats are."""
    actor, language, now = proven_actor(request), get_language() or "en", timezone.now()
    rows = [
        {"dialogue": one, "title": name_in(one.titles, language), "kind": KINDS[one.kind], "state": STATES[one.state]}
        for one in access.all_dialogues()
    ]
    context = {
        "coming": [row for row in rows if row["dialogue"].state == DialogueState.PLANNED][::-1],
        "past": [row for row in rows if row["dialogue"].state != DialogueState.PLANNED],
        "own": [(one, name_in(one.titles, language)) for one, _seat in access.own_dialogues(actor, now)],
        "convenes": actor.is_coordinator,
    }
    return render(request, "dialogues/dialogues.html", context)


@door("public")
@require_safe
def show_dialogue(request, dialogue_id: int):
    """One dialogue: time on every party's clock, agenda, papers, minutes; each as far as the reader may see it."""
    return dialogue_page(request, access.dialogue_with_id(dialogue_id))


@door("signed_in")
@require_safe
def paper_file(request, dialogue_id: int, file_id: int):
    """A file of a paper, as an attachment."""
    return send_as_attachment(access.paper_file_for(request.actor, access.dialogue_with_id(dialogue_id), file_id))


def dialogue_page(request, found, *, refused: str = "", typed: dict | None = None, status: int = 200):
    """Return the page of a dialogue, with the sentence of a refused act and what was typed where there is one."""
    actor, language, now = proven_actor(request), get_language() or "en", timezone.now()
    rights = access.rights_of(actor, found)
    seats = access.seats_of(found)
    agreed = access.agenda_is_agreed(found)
    shows_agenda = rights.sees or agreed or found.state == DialogueState.HELD
    context = {
        "dialogue": found,
        "title": name_in(found.titles, language),
        "kind": KINDS[found.kind],
        "state": STATES[found.state],
        "zone": ZoneInfo(found.time_zone),
        "zone_words": zone_label(found.time_zone, language),
        "clocks": _clocks_of_parties(found, seats, now, language),
        "languages": language_names(found.languages, language),
        "rights": rights,
        "side_words": SIDES.get(rights.side, ""),
        "own_seat": access.seat_of(actor, found),
        "seats": [_seat_row(seat, language) for seat in seats] if rights.sees else [],
        "agenda": _agenda_rows(found, language, sees=rights.sees) if shows_agenda else [],
        "agenda_agreed": agreed,
        "accepted": [SIDES[side] for side in access.accepted_sides(found)],
        "papers": access.papers_of(actor, found),
        "accept": ACCEPT,
        "consultations": [_consultation_row(one, now, language) for one in access.consultations_of(actor, found)],
        "lines": _line_rows(access.lines_of(actor, found), rights, now),
        "held": found.state == DialogueState.HELD,
        "planned": found.state == DialogueState.PLANNED,
        "countries": country_options(language),
        "roles": ROLES.items(),
        "positions": [(one.value, POSITIONS[one]) for one in Position],
        "refused": refused,
        "typed": typed or {},
        "now": now,
    }
    return render(request, "dialogues/dialogue.html", context, status=status)


def _clocks_of_parties(found, seats, now, language: str) -> list[tuple[str, str]]:
    """Return (country, begin on its clock) for each country that sits there, countries of one clock together."""
    clocks: dict[str, list[str]] = {}
    for country in dict.fromkeys(seat.country for seat in seats if seat.country in CORRIDOR):
        at = moment_in_words(found.starts_at, ZoneInfo(find_usual_hours(country).tz), now, language)
        clocks.setdefault(at, []).append(country_name(country, language))
    return [(", ".join(sorted(countries)), at) for at, countries in clocks.items()]


def _seat_row(seat, language: str) -> dict:
    return {
        "seat": seat,
        "country": country_name(seat.country, language),
        "role": ROLES[seat.role],
        "reply": REPLIES[seat.reply],
        "speaks": seat.role != "observer" and find_side(seat.country) is not None,
    }


def _agenda_rows(found, language: str, *, sees: bool) -> list[dict]:
    rows = []
    for item in access.agenda_of(found):
        if item.case_id and not sees:
            continue
        if item.barrier_id:
            words = name_in(item.barrier.titles, language)
        elif item.case_id:
            matter = name_in(matter_names([item.case.matter]).get(item.case.matter, {}), language)
            place = place_words(item.case, language) or country_name(item.case.country, language)
            words = _("A case without a solution: %(about)s") % {"about": ", ".join(filter(None, (matter, place)))}
        else:
            words = item.words
        rows.append({"item": item, "words": words})
    return rows


def _consultation_row(one, now, language: str) -> dict:
    answers = list(one.answers.all())
    spoken = tuple((find_side(answer.country) or "", Position(answer.position)) for answer in answers)
    result = derive_consultation_result(Consultation(one.closes_at, spoken), now)
    return {
        "consultation": one,
        "result": RESULTS[result],
        "running": now < one.closes_at,
        "answers": [
            (country_name(answer.country, language), POSITIONS[answer.position], answer.comment) for answer in answers
        ],
    }


def _line_rows(lines, rights, now) -> list[dict]:
    rows = []
    for line in lines:
        promise = getattr(line, "action", None)
        rows.append(
            {
                "line": line,
                "state": LINE_STATES[derive_line_state(line.agreed_by)],
                "may_agree": bool(rights.side) and rights.side not in line.agreed_by,
                "promise": promise_rows([promise], now)[0] if promise else None,
            }
        )
    return rows


@door("coordinator")
@require_http_methods(["GET", "HEAD", "POST"])
def plan_dialogue(request):
    """Plan a dialogue."""
    return _plan_page(request)


@door("coordinator")
@require_http_methods(["GET", "HEAD", "POST"])
def change_dialogue(request, dialogue_id: int):
    """Change the plan of a dialogue; everybody is told."""
    return _plan_page(request, access.dialogue_with_id(dialogue_id))


def _plan_page(request, found=None):
    form = PlanForm(request.POST or None, initial=initial_of(found) if found else {"languages": ["zh", "en"]})
    if request.method == "POST" and form.is_valid():
        try:
            if found:
                done = change_plan(request.actor, found.pk, form.plan(), now=timezone.now())
            else:
                done = convene_dialogue(request.actor, form.plan(), now=timezone.now())
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            return redirect("dialogue", dialogue_id=done.pk)
    context = {"form": form, "dialogue": found}
    return render(request, "dialogues/form.html", context, status=422 if form.errors else 200)


@door("public")
@require_safe
def calendar_feed(request):
    """What is coming, as a calendar to subscribe to."""
    now = timezone.now()
    text = feed_of_dialogues(access.coming_dialogues(now), now=now, language=get_language() or "en")
    return _answer_with_calendar(text, "landsea-dialogues.ics")


@door("signed_in")
@require_safe
def own_invitation(request, dialogue_id: int):
    """One's own invitation, to put into a calendar by hand."""
    found = access.dialogue_with_id(dialogue_id)
    seat = access.seat_of(request.actor, found)
    if seat is None:
        raise Http404
    cancelled = found.state == DialogueState.CANCELLED
    text = invitation_for_seat(found, seat, now=timezone.now(), language=get_language() or "en", cancel=cancelled)
    return _answer_with_calendar(text, f"{found.ref}.ics")


def _answer_with_calendar(text: str, name: str) -> HttpResponse:
    return HttpResponse(
        text,
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
