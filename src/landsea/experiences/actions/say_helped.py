"""Keeps whether an answer helped, one opinion a reader; a second one replaces the first."""

from datetime import datetime

from django.db import transaction
from django.db.models import Count, Q

from landsea.base.actors import Actor
from landsea.experiences.models import Experience, Opinion, State


def name_voter(actor: Actor, network: str) -> str:
    """One opinion a person with an account, one a network otherwise: nobody lifts an answer by pressing twice."""
    return f"user:{actor.user_id}" if actor.user_id else network


def say_helped(experience_id: int, *, voter: str, helped: bool, now: datetime) -> bool:
    """Keep an opinion on a published experience; False when there is none such. Tallies are counted, never added up."""
    with transaction.atomic():
        row = Experience.objects.select_for_update().filter(pk=experience_id, state=State.PUBLISHED).first()
        if row is None:
            return False
        Opinion.objects.update_or_create(experience=row, voter=voter, defaults={"helped": helped, "at": now})
        counted = row.opinions.aggregate(yes=Count("pk", filter=Q(helped=True)), no=Count("pk", filter=Q(helped=False)))
        row.helped, row.not_helped = counted["yes"], counted["no"]
        row.save(update_fields=["helped", "not_helped"])
    return True
