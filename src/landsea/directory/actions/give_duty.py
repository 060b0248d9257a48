"""Gives a stretch of duty to somebody else, perhaps in return for another one."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext

from landsea.base.refusal import Refused
from landsea.directory.actions.rota import note_duty_change
from landsea.directory.actions.tell_people import tell_of_duty
from landsea.directory.duty import Stretch, list_duty
from landsea.directory.models import Contact, Desk, DutyShift

LONGEST_SWAP = timedelta(weeks=2)


def give_duty(
    *,
    actor,
    desk_id: int,
    contact_id: int,
    begins: datetime,
    ends: datetime,
    now: datetime,
    in_return: tuple[datetime, datetime] | None = None,
) -> None:
    """Give the duty between two instants (aware) to somebody else of the desk; with `in_return`, whoever had it gets the
    other person's duty of that time: a swap.

    Raises Refused: `past`, `order`, `too_long`, `stranger`, `away` (on leave then), `taken` (another single shift lies
    there), `nobody` (nobody to give something in return to).
    """
    with transaction.atomic():
        desk = Desk.objects.select_for_update(of=("self",)).select_related("office").get(pk=desk_id)
        before = list_duty(desk, begins, ends) if begins < ends else []
        returned = list_duty(desk, *in_return) if in_return and in_return[0] < in_return[1] else []
        _give_stretch(desk, contact_id, begins, ends, now)
        first = None
        if in_return is not None:
            first = next((one.person.contact_id for one in before if one.person.contact_id), None)
            if first is None:
                raise Refused(
                    "nobody", gettext("Nobody has duty at the first of these times, so there is nothing to swap.")
                )
            _give_stretch(desk, first, *in_return, now)
        after = {"contact": contact_id, "begins": begins.isoformat(), "ends": ends.isoformat()}
        once = f"{desk.pk}:{begins.timestamp():.0f}:{now.timestamp():.0f}"
        _tell_whose_duty_changed(desk, before, contact_id, begins, ends, actor, once, now)
        if in_return is not None and first is not None:
            _tell_whose_duty_changed(desk, returned, first, *in_return, actor, f"{once}:return", now)
        note_duty_change(desk, "swap_duty" if in_return else "give_duty", {}, after, actor, now)


def _tell_whose_duty_changed(
    desk: Desk,
    before: list[Stretch],
    contact_id: int,
    begins: datetime,
    ends: datetime,
    actor,
    once: str,
    now: datetime,
) -> None:
    """Tell who has this stretch of duty now, and who had it."""
    had = {one.person.contact_id for one in before if one.person and one.person.contact_id}
    people = {one.pk: one for one in Contact.objects.filter(pk__in={*had, contact_id}).select_related("user")}
    facts = {
        "contact": contact_id,
        "name": people[contact_id].name,
        "begins": begins.isoformat(),
        "ends": ends.isoformat(),
    }
    tell_of_duty(desk, people.values(), actor, once, now, **facts)


def _give_stretch(desk: Desk, contact_id: int, begins: datetime, ends: datetime, now: datetime) -> None:
    if ends <= begins:
        raise Refused("order", gettext("Duty ends after it begins; one across midnight ends on the next day."))
    if ends <= now:
        raise Refused("past", gettext("This time is over. Choose one that is still to come."))
    begins = max(begins, now)
    if ends - begins > LONGEST_SWAP:
        raise Refused("too_long", gettext("Give away at most two weeks at once; for longer, change the rota."))
    contact = Contact.objects.filter(pk=contact_id, desk=desk, ended_at=None).first()
    if contact is None:
        raise Refused("stranger", gettext("Choose people of this desk only. Add somebody as a contact first."))
    _make_room(desk, begins, ends, now)
    shift = DutyShift.objects.create(desk=desk, contact=contact, starts_at=begins, ends_at=ends)
    if any(one.away for one in list_duty(desk, begins, ends)):
        shift.delete()
        raise Refused(
            "away", gettext("%(name)s is on leave then. Choose somebody who is there.") % {"name": contact.name}
        )


def _make_room(desk: Desk, begins: datetime, ends: datetime, now: datetime) -> None:
    """Take away single shifts that lie within this time, and end one that runs; one that juts out of it is refused."""
    there = DutyShift.objects.filter(desk=desk, starts_at__lt=ends, ends_at__gt=begins)
    running = there.filter(starts_at__lt=now, ends_at__lte=ends) if begins == now else there.none()
    within = there.filter(starts_at__gte=begins, ends_at__lte=ends)
    if there.count() > within.count() + running.count():
        raise Refused("taken", gettext("A part of this time was given away already. Choose the same hours, or others."))
    within.delete()
    running.update(ends_at=now)
