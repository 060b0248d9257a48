"""A country's observer puts a line on the agenda of a coming dialogue, and takes an own one off again. The chairs accept the
agenda anew, as after every change of it.
"""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext

from landsea.base.actors import Actor
from landsea.base.refusal import Refused
from landsea.dialogues.actions.agenda import note_change
from landsea.dialogues.actions.convene import lock_dialogue, refuse_unless_planned
from landsea.dialogues.models import AgendaItem, Dialogue

MOST_LINES = 3
"""Of one country at one dialogue: an agenda of a day holds about twelve."""


def put_country_line(actor: Actor, country: str, dialogue_id: int, words: str, *, now: datetime) -> AgendaItem:
    """Add a line of a country at the end. Raises PermissionDenied and Refused (`empty`, `enough`, `there`)."""
    if country not in actor.observed_countries:
        raise PermissionDenied
    if not words.strip():
        raise Refused("empty", gettext("Write what shall be talked about."))
    with transaction.atomic():
        dialogue = lock_dialogue(dialogue_id)
        refuse_unless_planned(dialogue)
        own = AgendaItem.objects.filter(dialogue=dialogue, country=country)
        if own.filter(words=words.strip()[:200]).exists():
            raise Refused("there", gettext("This line is on the agenda already."))
        if own.count() >= MOST_LINES:
            raise Refused("enough", gettext("Your country has three lines there. Take one off before you add another."))
        last = AgendaItem.objects.filter(dialogue=dialogue).aggregate(last=Max("position"))["last"] or 0
        item = AgendaItem.objects.create(
            dialogue=dialogue, position=last + 1, words=words.strip()[:200], country=country
        )
        note_change(dialogue, actor, "add_country_line", now, country=country)
    return item


def take_country_line_off(actor: Actor, country: str, item_id: int, *, now: datetime) -> None:
    """Take a line of the own country off. Raises PermissionDenied; a line that is gone already stays gone."""
    if country not in actor.observed_countries:
        raise PermissionDenied
    with transaction.atomic():
        dialogue_id = (
            AgendaItem.objects.filter(pk=item_id, country=country).values_list("dialogue_id", flat=True).first()
        )
        if dialogue_id is None:
            return
        dialogue: Dialogue = lock_dialogue(dialogue_id)
        refuse_unless_planned(dialogue)
        if AgendaItem.objects.filter(pk=item_id, country=country).delete()[0]:
            note_change(dialogue, actor, "take_country_line_off", now, country=country)
