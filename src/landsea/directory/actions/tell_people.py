"""Tells people by mail what moved to them or away from them: a person's work, a desk's work, duty outside office hours, and
what they stand in for while somebody is on leave.

Whoever did it is not told; the mails are queued in the transaction of the act.
"""

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext

from landsea.base.outbox.actions.queue import queue_mail
from landsea.directory import access
from landsea.directory.access import leave_and_handover
from landsea.directory.acting_people import find_own_people_to_tell
from landsea.directory.models import Contact, Desk, DeskHandover, Handover, Leave


def say_never_came(name: str) -> str:
    """Return why somebody (a person, or a desk whose people are all like that) cannot be given work, and what to do."""
    return gettext(
        "%(name)s was invited and has never signed in, so mails and cases would reach nobody there. Send the invitation "
        "again on the page of people, and choose somebody else until then. Nothing was changed."
    ) % {"name": name}


def tell_of_handover(handover: Handover, actor, now: datetime) -> None:
    """Tell both people that one's work is looked after by the other, or that this was taken back."""
    taken_back = handover.undone_at is not None
    for person in (handover.taker, handover.giver):
        if person.pk == actor.user_id or not person.is_active:
            continue
        queue_mail(
            template="work_handed_over",
            address=person.email,
            language=person.language,
            user_id=person.pk,
            stream=f"user:{person.pk}",
            once=f"work_handed_over:{handover.pk}:{person.pk}:{taken_back}",
            facts={
                "giver": handover.giver.name,
                "taker": handover.taker.name,
                "takes": person.pk == handover.taker_id,
                "taken_back": taken_back,
                "cases": handover.cases,
                "why": handover.why,
                "units": list(handover.desks.order_by("code").values_list("code", flat=True)),
            },
            now=now,
        )


def tell_of_desk_handover(handover: DeskHandover, actor, now: datetime) -> None:
    """Tell the people of both desks that the work of one is the other's, or that this was taken back."""
    taken_back = handover.undone_at is not None
    found = find_own_people_to_tell([handover.giver, handover.taker], now)
    people = {one.user_id: one for there in found.values() for one in there if one.user_id != actor.user_id}
    for person in people.values():
        queue_mail(
            template="desk_handed_over",
            address=person.email,
            language=person.language,
            user_id=person.user_id,
            stream=f"desk:{handover.taker_id}",
            once=f"desk_handed_over:{handover.pk}:{person.user_id}:{taken_back}",
            facts={
                "giver": handover.giver.code,
                "taker": handover.taker.code,
                "taken_back": taken_back,
                "cases": handover.cases,
                "why": handover.why,
            },
            now=now,
        )


def tell_of_leave(leave: Leave, actor, now: datetime) -> None:
    """Tell whoever stands in; where nobody is named, the others who have come at the desks of who is away."""
    desks = list(leave_and_handover.list_desks_held_by(leave.user_id, now))
    there = access.keep_who_came(access.list_people_of_desks([desk.pk for desk in desks], now))
    told = [leave.stand_in] if leave.stand_in else list({one.user_id: one.user for one in there}.values())
    for person in told:
        if person.pk in (leave.user_id, actor.user_id):
            continue
        queue_mail(
            template="leave_entered",
            address=person.email,
            language=person.language,
            user_id=person.pk,
            stream=f"user:{leave.user_id}",
            once=f"leave_entered:{leave.pk}:{person.pk}",
            facts={
                "name": leave.user.name,
                "first": leave.first_day.isoformat(),
                "last": leave.last_day.isoformat(),
                "stands_in": leave.stand_in_id == person.pk,
                "units": [desk.code for desk in desks],
            },
            now=now,
        )


def tell_of_duty(desk: Desk, contacts: Iterable[Contact], actor, once: str, now: datetime, **facts) -> None:
    """Tell these contacts of a desk that their duty changed. `facts` name one stretch (`begins`, `ends`: ISO instants) and who
    has it (`name`, `contact`); without them the whole rota changed. `once` names the act.
    """
    for contact in contacts:
        if contact.ended_at is not None or not contact.email or (actor.user_id and contact.user_id == actor.user_id):
            continue
        queue_mail(
            template="duty_changed",
            address=contact.email,
            language=contact.user.language if contact.user else (contact.languages or ["en"])[0],
            user_id=contact.user_id,
            contact_id=contact.pk,
            stream=f"desk:{desk.pk}",
            once=f"duty_changed:{once}:{contact.pk}"[:120],
            facts={
                "desk": desk.code,
                "yours": facts.get("contact") == contact.pk,
                "zone": desk.office.time_zone,
                **facts,
            },
            now=now,
        )
