"""Silence in the played year: what a coordinator overlooks, and the dialogues that take up what nobody answered."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction

from landsea.base.actors import Actor
from landsea.cases.actions.take_up import take_up
from landsea.cases.models import Case
from landsea.cases.open_cases import list_waiting_cases
from landsea_core.caseflow import Called

IN = 25
"""Of so many cases that come to the coordinator, one is overlooked until a dialogue talks about it, and two until the
secretariat is called."""
MONTHS = (3, 6, 9, 12)
DAY = 15


def is_overlooked(case: Case) -> bool:
    """Whether the coordinator overlooks this case as it stands; the same for a case each time."""
    share = case.pk % IN
    if share == 0:
        return True  # until a dialogue: whoever follows one up looks at its cases anyway
    return share <= 2 and case.called not in (Called.SECRETARIAT, Called.DIALOGUE)


def is_dialogue_day(now: datetime) -> bool:
    """Whether a dialogue is held on this day: four times a year."""
    return now.month in MONTHS and now.day == DAY


def talk_about_waiting_cases(coordinator: Actor, now: datetime) -> Iterator[Case]:
    """Take up every case that waits for a dialogue; yield them, for the coordinator to follow up."""
    with transaction.atomic():
        waiting = list_waiting_cases()
        take_up(coordinator, waiting, f"D-{now:%Y-%m}", now=now)
    yield from Case.objects.filter(pk__in=waiting).order_by("pk")
