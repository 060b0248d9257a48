"""The pages of dialogues: all of them, one of them, the form of its plan, and the calendar files."""

from zoneinfo import ZoneInfo

from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from landsea.base.doors import door
from landsea.base.files.kinds import ACCEPT
from landsea.base.files.papers import send_as_attachment
from landsea.base.ui.countries import country_options
from landsea.base.ui.reader import zone_label
from landsea.dialogues import access
from landsea.dialogues.actions.minutes import first_moment_of_minutes
from landsea.dialogues.labels import (
    KINDS,
    POSITIONS,
    ROLES,
    SIDES,
    STATES,
)
from landsea.dialogues.models import DialogueState
from landsea.dialogues.views.dialogue_rows import (
    agenda_rows,
    clocks_of_parties,
    consultation_row,
    line_rows,
    line_typed,
    seat_row,
)
from landsea.directory.labels import language_names
from landsea.directory.models.names import title_in
from landsea_core.agenda import Position


@door("public")
@require_safe
def show_dialogues(request):
    """What is coming, what was held, and where one's own seats are."""
    actor, language, now = request.actor, get_language() or "en", timezone.now()
    rows = [
        {"dialogue": one, "title": title_in(one, language), "kind": KINDS[one.kind], "state": STATES[one.state]}
        for one in access.all_dialogues()
    ]
    context = {
        "coming": [row for row in rows if row["dialogue"].state == DialogueState.PLANNED][::-1],
        "past": [row for row in rows if row["dialogue"].state != DialogueState.PLANNED],
        "own": [(one, title_in(one, language)) for one, _seat in access.own_dialogues(actor, now)],
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
    actor, language, now = request.actor, get_language() or "en", timezone.now()
    rights = access.rights_of(actor, found)
    seats = access.seats_of(found)
    agreed, accepted = access.agenda_is_agreed(found), access.accepted_sides(found)
    shows_agenda = rights.sees or agreed or found.state == DialogueState.HELD
    context = {
        "dialogue": found,
        "title": title_in(found, language),
        "kind": KINDS[found.kind],
        "state": STATES[found.state],
        "zone": ZoneInfo(found.time_zone),
        "zone_words": zone_label(found.time_zone, language),
        "clocks": clocks_of_parties(found, seats, now, language),
        "languages": language_names(found.languages, language),
        "rights": rights,
        "side_words": SIDES.get(rights.side, ""),
        "own_seat": access.seat_of(actor, found),
        "seats": [seat_row(seat, language) for seat in seats] if rights.sees else [],
        "agenda": agenda_rows(found, language, sees=rights.sees, actor=actor) if shows_agenda else [],
        "agenda_agreed": agreed,
        "own_side_accepted": rights.side in accepted,
        "may_open_minutes": found.state == DialogueState.PLANNED and now >= first_moment_of_minutes(found),
        "accepted": [SIDES[side] for side in accepted],
        "papers": access.papers_of(actor, found),
        "accept": ACCEPT,
        "consultations": [consultation_row(one, now, language) for one in access.consultations_of(actor, found)],
        "lines": line_rows(access.lines_of(actor, found), rights, now, typed or {}),
        "new_line": line_typed(typed or {}),
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
