"""The pages of dialogues: all of them, one of them, the form of its plan, and the calendar files."""

from zoneinfo import ZoneInfo

from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from landsea.base.doors import door
from landsea.base.files.kinds import ACCEPT
from landsea.base.files.papers import send_as_attachment
from landsea.base.ui.countries import list_country_options
from landsea.base.ui.reader import name_zone
from landsea.dialogues import access
from landsea.dialogues.actions.minutes import find_first_moment_of_minutes
from landsea.dialogues.labels import (
    KINDS,
    POSITIONS,
    ROLES,
    SIDES,
    STATES,
)
from landsea.dialogues.models import DialogueState
from landsea.dialogues.views.dialogue_rows import (
    list_clocks_of_parties,
    read_typed_line,
    shape_agenda,
    shape_consultation,
    shape_lines,
    shape_seat,
)
from landsea.directory.labels import name_languages
from landsea.directory.models.names import choose_title
from landsea_core.agenda import Position


@door("public")
@require_safe
def show_dialogues(request):
    """What is coming, what was held, and where one's own seats are."""
    actor, language, now = request.actor, get_language() or "en", timezone.now()
    rows = [
        {"dialogue": one, "title": choose_title(one, language), "kind": KINDS[one.kind], "state": STATES[one.state]}
        for one in access.list_dialogues()
    ]
    context = {
        "coming": [row for row in rows if row["dialogue"].state == DialogueState.PLANNED][::-1],
        "past": [row for row in rows if row["dialogue"].state != DialogueState.PLANNED],
        "own": [(one, choose_title(one, language)) for one, _seat in access.list_own_dialogues(actor, now)],
        "convenes": actor.is_coordinator,
    }
    return render(request, "dialogues/dialogues.html", context)


@door("public")
@require_safe
def show_dialogue(request, dialogue_id: int):
    """One dialogue: time on every party's clock, agenda, papers, minutes; each as far as the reader may see it."""
    return draw_dialogue_page(request, access.find_dialogue(dialogue_id))


@door("signed_in")
@require_safe
def send_paper_file(request, dialogue_id: int, file_id: int):
    """A file of a paper, as an attachment."""
    return send_as_attachment(access.find_paper_file(request.actor, access.find_dialogue(dialogue_id), file_id))


def draw_dialogue_page(request, found, *, refused: str = "", typed: dict | None = None, status: int = 200):
    """Return the page of a dialogue, with the sentence of a refused act and what was typed where there is one."""
    actor, language, now = request.actor, get_language() or "en", timezone.now()
    rights = access.find_rights(actor, found)
    seats = access.list_seats(found)
    agreed, accepted = access.is_agenda_agreed(found), access.list_accepted_sides(found)
    shows_agenda = rights.sees or agreed or found.state == DialogueState.HELD
    context = {
        "dialogue": found,
        "title": choose_title(found, language),
        "kind": KINDS[found.kind],
        "state": STATES[found.state],
        "zone": ZoneInfo(found.time_zone),
        "zone_words": name_zone(found.time_zone, language),
        "clocks": list_clocks_of_parties(found, seats, now, language),
        "languages": name_languages(found.languages, language),
        "rights": rights,
        "side_words": SIDES.get(rights.side, ""),
        "own_seat": access.find_seat(actor, found),
        "seats": [shape_seat(seat, language) for seat in seats] if rights.sees else [],
        "agenda": shape_agenda(found, language, sees=rights.sees, actor=actor) if shows_agenda else [],
        "agenda_agreed": agreed,
        "own_side_accepted": rights.side in accepted,
        "may_open_minutes": found.state == DialogueState.PLANNED and now >= find_first_moment_of_minutes(found),
        "accepted": [SIDES[side] for side in accepted],
        "papers": access.list_papers(actor, found),
        "accept": ACCEPT,
        "consultations": [shape_consultation(one, now, language) for one in access.list_consultations(actor, found)],
        "lines": shape_lines(access.list_lines(actor, found), rights, now, typed or {}),
        "new_line": read_typed_line(typed or {}),
        "held": found.state == DialogueState.HELD,
        "planned": found.state == DialogueState.PLANNED,
        "countries": list_country_options(language),
        "roles": ROLES.items(),
        "positions": [(one.value, POSITIONS[one]) for one in Position],
        "refused": refused,
        "typed": typed or {},
        "now": now,
    }
    return render(request, "dialogues/dialogue.html", context, status=status)
