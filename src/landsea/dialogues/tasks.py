"""Background work of the dialogues app."""

from django.utils import timezone
from procrastinate.contrib.django import app

from landsea.dialogues.actions.promises import send_reminders


@app.periodic(cron="23 * * * *")
@app.task(name="dialogues.remind", queueing_lock="dialogues.remind")
def remind_owners(timestamp: int) -> None:
    """Once an hour: call promises to mind that are due soon or late."""
    send_reminders(timezone.now())
