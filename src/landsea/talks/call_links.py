"""Where both sides of a talk meet: made from the installation's template, or nothing where it has none."""

from django.conf import settings

from landsea.base.secret_links import SecretLinks
from landsea.talks.models import Talk

ROOMS = SecretLinks("landsea room of a talk")
ROOM_SIGNS = 16


def make_link(talk: Talk) -> str:
    """Return the address of a room of its own for this talk, which nobody can guess; empty without a template. The template
    has `{room}` where the room's name goes: `https://meet.example/{room}`.
    """
    template = settings.CALL_LINK
    room = ROOMS.secret_of(f"{talk.case_id}:{talk.pk}")[:ROOM_SIGNS]
    return template.replace("{room}", room) if "{room}" in template else template
