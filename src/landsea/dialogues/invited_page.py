"""What somebody without an account sees of a dialogue by an invitation link: what the public sees, and where it is held."""

from datetime import datetime
from zoneinfo import ZoneInfo

from landsea.base.ui.countries import name_country
from landsea.base.ui.reader import name_zone
from landsea.dialogues import access
from landsea.dialogues.access.by_invitation_link import Invited
from landsea.dialogues.labels import KINDS, REPLIES, STATES
from landsea.dialogues.models import DialogueState
from landsea.dialogues.views.dialogue_rows import shape_agenda
from landsea.directory.labels import name_languages
from landsea.directory.models.names import choose_title


def make_invited_context(opened: Invited, now: datetime, language: str) -> dict:
    """Return the context of dialogues/invited.html at `now` (aware)."""
    found, seat = opened.dialogue, opened.seat
    shows_agenda = access.is_agenda_agreed(found) or found.state == DialogueState.HELD
    return {
        "dialogue": found,
        "seat": seat,
        "title": choose_title(found, language),
        "kind": KINDS[found.kind],
        "state": STATES[found.state],
        "country": name_country(seat.country, language),
        "zone": ZoneInfo(found.time_zone),
        "zone_words": name_zone(found.time_zone, language),
        "languages": name_languages(found.languages, language),
        "agenda_agreed": shows_agenda,
        "agenda": shape_agenda(found, language, sees=False) if shows_agenda else [],
        "answered": REPLIES[seat.reply],
        "is_open": found.state == DialogueState.PLANNED and found.ends_at > now,
        "call_address": call_address_of(found.where),
        "now": now,
    }


def call_address_of(where: str) -> str:
    """Return where people meet when that is an address to follow; empty for a room, a number, or words."""
    return where if where.startswith(("https://", "http://")) and " " not in where else ""
