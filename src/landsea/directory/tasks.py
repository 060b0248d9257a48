"""Background work of the directory. A job only wakes what finds in the rows what is to do."""

from django.utils import timezone
from procrastinate.contrib.django import app

from landsea.directory.actions.ask import ask_due_contacts, climb_due_ladders
from landsea.directory.actions.follow_invitations import remind_invited, tell_of_lapses


@app.periodic(cron="*/10 * * * *")
@app.task(name="directory.confirm", queueing_lock="directory.confirm")
def confirm_contacts(timestamp: int) -> None:
    """Every ten minutes: climb the ladders that are due, then ask contacts whose evidence has grown old."""
    now = timezone.now()
    climb_due_ladders(now)
    ask_due_contacts(now)


@app.periodic(cron="12 * * * *")
@app.task(name="directory.invitations", queueing_lock="directory.invitations")
def follow_invitations(timestamp: int) -> None:
    """Once an hour: remind who was invited and has not come, and tell whose invitation has lapsed."""
    now = timezone.now()
    remind_invited(now)
    tell_of_lapses(now)
