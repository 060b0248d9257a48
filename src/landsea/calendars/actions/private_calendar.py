"""Makes a person's secret calendar address, makes a new one in its place, ends it, notes that a program read it."""

from datetime import datetime, timedelta

from django.db import transaction

from landsea.accounts.models import User
from landsea.base.actors import Actor
from landsea.base.audit.actions.append import append_entry
from landsea.base.jobs.turns import wait_for_turn
from landsea.calendars.models import PrivateCalendar
from landsea.calendars.private_links import CALENDAR_LINKS

NOTED_EVERY = timedelta(minutes=15)


def make_calendar(actor: Actor, *, now: datetime) -> PrivateCalendar:
    """Return a new address of this person; one that was there before ends and opens nothing from now on."""
    with transaction.atomic():
        _end_live(actor, now)
        made = PrivateCalendar.objects.create(user_id=actor.user_id, made_at=now, **CALENDAR_LINKS.new_link())
        _record(actor, "make_private_calendar", now, made.pk)
    return made


def end_calendar(actor: Actor, *, now: datetime) -> None:
    """End this person's address; nothing where there is none."""
    with transaction.atomic():
        for ended in _end_live(actor, now):
            _record(actor, "end_private_calendar", now, ended)


def note_reading(calendar: PrivateCalendar, program: str, *, now: datetime) -> None:
    """Note which program read the calendar, to a quarter of an hour."""
    if calendar.last_read_at is None or now - calendar.last_read_at > NOTED_EVERY:
        PrivateCalendar.objects.filter(pk=calendar.pk).update(last_read_at=now, last_program=program[:80])


def _end_live(actor: Actor, now: datetime) -> list[int]:
    """End the live address, the account locked: two presses at one instant make one. The turn is that of all who write into
    the account's stream, as each try at its password does.
    """
    wait_for_turn(f"user:{actor.user_id}")
    User.objects.select_for_update().get(pk=actor.user_id)
    live = list(PrivateCalendar.objects.filter(user_id=actor.user_id, ended_at=None).values_list("pk", flat=True))
    PrivateCalendar.objects.filter(pk__in=live).update(ended_at=now)
    return live


def _record(actor: Actor, act: str, now: datetime, pk: int) -> None:
    append_entry(stream=f"user:{actor.user_id}", act=act, actor=actor.label, at=now, facts={"calendar": pk})
