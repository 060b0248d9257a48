"""Talks: times offered for a talk about the case that is one of each."""

from datetime import datetime, timedelta

from tests.contract.one_of_each.addresses import TYPED

from landsea.cases.models import Case
from landsea.talks.actions.arrange import offer_times


def make(world, now: datetime) -> dict:
    """Offer times about the association's case; whoever may offers them anew."""
    case = Case.objects.filter(association=world.chamber, member=world.member).order_by("pk").first()
    times = [now + timedelta(days=day) for day in (2, 3)]
    offer_times(world.actor("holder"), case.ref, times, minutes=30, now=now)
    offered = {"act": "offer", "times": [one.isoformat() for one in times], "minutes": "30", "key": "of each"}
    return dict.fromkeys(("case_talk", "mailbox_talk"), {"ref": case.ref, TYPED: offered})


def make_another(world, values: dict, number: int, now: datetime) -> None:
    """Other times, in place of those before."""
    times = [now + timedelta(days=number + day) for day in (2, 3)]
    offer_times(world.actor("holder"), values["case_talk"]["ref"], times, minutes=30, now=now)
