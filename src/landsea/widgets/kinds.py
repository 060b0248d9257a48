"""The kinds of widgets and what each shows: who answers a question, one desk, a post with its hours, a barrier's tally.

Each function takes what its address names and returns a `Widget`, or None where there is no such thing. Clocks are those of
the place shown: a copy of a widget is kept for many readers.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from landsea.barriers import access as barriers
from landsea.barriers.labels import STANDINGS, tally_sentence
from landsea.base.ui.countries import name_country
from landsea.base.ui.reader import find_zone_of_language
from landsea.base.ui.shapes import StateKind
from landsea.base.ui.times import write_moment
from landsea.corridor import access as corridor
from landsea.corridor.gate_words import describe_gate
from landsea.directory import access as directory
from landsea.directory.desk_cards import FoundDesk, make_desk_cards, write_desk_title
from landsea.directory.forms import WhoForm
from landsea.directory.models import Desk
from landsea.directory.models.names import choose_title, name_in
from landsea.directory.question_reading import understand_question
from landsea.directory.routing import find_routing
from landsea.directory.telephones import list_telephones
from landsea_core.planner.diagram.gates import Gate

MOST_TELEPHONES = 2


@dataclass(frozen=True)
class Widget:
    """One widget, ready to be drawn. `page`: the path of the page that says more; `height` in pixels at a width of 320;
    `lasts`: for how many seconds anyone may keep a copy; `as_of`: the moment of the data, on the clock of what is shown.
    """

    kind: str
    title: str
    page: str
    as_of: str
    height: int
    lasts: int
    facts: dict[str, Any] = field(default_factory=dict)


def make_who_widget(asked: QueryDict, now: datetime, language: str) -> Widget | None:
    """Return the desk that answers a question, asked in the words of the form on "Who answers"; None for no question."""
    form = WhoForm({name: asked.get(name, "") for name in WhoForm.base_fields})
    if not form.is_valid():
        return None
    routing = find_routing(understand_question(form.cleaned_data).question)
    desk = directory.find_desks([routing.desk]).get(routing.desk)
    if desk is None:
        return None
    page = f"{reverse('who')}?{urlencode({name: value for name, value in form.cleaned_data.items() if value})}"
    return _desk_shown("who", _("Who answers for it?"), page, desk, now, language)


def make_desk_widget(code: str, now: datetime, language: str) -> Widget | None:
    """Return one desk with its clock and its public telephones."""
    desk = directory.find_desks([code]).get(code)
    if desk is None:
        return None
    return _desk_shown("desk", write_desk_title(desk, language), reverse("desk_page", args=[code]), desk, now, language)


def post_widget(code: str, now: datetime, language: str) -> Widget | None:
    """Return whether a place of the corridor is open now: what stands still there, its gate by its own hours where they are
    known, and beside it the clock of the desk that answers, which is not the gate's.
    """
    place = corridor.find_place(code)
    if place is None:
        return None
    zone = ZoneInfo(place.zone)
    closures = [row for row in corridor.list_closures(now.astimezone(zone).date()) if code in row.places]
    desk_code = corridor.find_desks([code]).get(code, "")
    desk = directory.find_desks([desk_code]).get(desk_code)
    name = name_in(place.names, language)
    with timezone.override(zone):
        card = make_desk_cards([FoundDesk(desk)], now, language)[0] if desk else None
        facts = {
            "name": name,
            "country": name_country(place.country, language),
            "closures": closures,
            "gate": None if closures else _shown_gate(corridor.find_gate_at_place(code, now)),
            "desk": card,
            "telephones": list_telephones(desk.office, language)[:MOST_TELEPHONES] if desk else (),
        }
        page = reverse("corridor_place", args=[code])
        as_of = write_moment(now, zone, now, language)
        return Widget("post", _("%(place)s: open now?") % {"place": name}, page, as_of, 360, 60, facts)


def _shown_gate(gate: Gate | None) -> tuple[StateKind, str] | None:
    """Return a gate as a state with its words: a sure one only by hours that somebody has said."""
    if gate is None:
        return None
    return ("waits" if not gate.is_open else "done" if gate.is_sure else "open"), describe_gate(gate)


def make_barrier_widget(barrier_id: int, now: datetime, language: str) -> Widget | None:
    """Return a barrier's tally and what is done about it. Firms are counted; under five nothing is shown."""
    found = barriers.find_barrier(barrier_id)
    if found is None:
        return None
    seen = barriers.add_tallies([found])[0]
    title = choose_title(found, language)
    facts = {
        "barrier": found,
        "tally": seen.tally,
        "tally_words": tally_sentence(seen.tally),
        "standing": STANDINGS[barriers.decide_on_closing(found, now).verdict],
    }
    as_of = write_moment(now, find_zone_of_language(language), now, language)
    return Widget("barrier", title, reverse("barrier", args=[found.pk]), as_of, 260, 300, facts)


def _desk_shown(kind: str, title: str, page: str, desk: Desk, now: datetime, language: str) -> Widget:
    zone = ZoneInfo(desk.office.time_zone)
    with timezone.override(zone):
        card = make_desk_cards([FoundDesk(desk)], now, language)[0]
        facts = {"desk": card, "telephones": list_telephones(desk.office, language)[:MOST_TELEPHONES]}
        return Widget(kind, title, page, write_moment(now, zone, now, language), 340, 60, facts)
