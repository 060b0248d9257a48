"""Erases who sits in a dialogue: seats of dialogues to come are freed, those of dialogues that were held keep the name only."""

from datetime import datetime

from django.db.models import CharField, QuerySet, Value
from django.db.models.functions import Cast, Concat

from landsea.dialogues.models import Seat

NOBODYS = "erased:"
"""How the address of a seat begins whose person was erased; its number follows, as one address sits once in a dialogue."""


def erase_seats(rows: QuerySet[Seat], now: datetime) -> int:
    """Free what is to come and take the address away everywhere; the minutes of a held dialogue still say who was there."""
    mine = Seat.objects.filter(pk__in=list(rows.values_list("pk", flat=True)))
    mine.filter(dialogue__held_at=None, left_at=None).update(left_at=now, name="")
    address = Concat(Value(NOBODYS), Cast("pk", CharField()), output_field=CharField())
    return mine.update(email=address, user=None, note="", proposed_at=None)
