"""Background work of the dialogues app."""

from django.utils import timezone
from procrastinate.contrib.django import app

from landsea.dialogues.actions.promises import send_reminders
from landsea.dialogues.actions.take_in import take_in_waiting_cases
from landsea.dialogues.actions.tell_coordinator import tell_coordinator


@app.periodic(cron="23 * * * *")
@app.task(name="dialogues.remind", queueing_lock="dialogues.remind")
def remind_owners(timestamp: int) -> None:
    """Once an hour: call promises to mind that are due soon or late, and tell the coordinator which became late."""
    now = timezone.now()
    send_reminders(now)
    tell_coordinator(now)


@app.periodic(cron="*/10 * * * *")
@app.task(name="dialogues.take_in")
def take_in(timestamp: int = 0) -> None:
    """When cases ask for a dialogue, and every ten minutes: put them on the agenda of the next one."""
    take_in_waiting_cases(timezone.now())
