"""Background work of the phone books."""

from django.utils import timezone
from procrastinate.contrib.django import app

from landsea.phonebook.actions.keep_states import forget_old_states


@app.periodic(cron="23 2 * * *")
@app.task(name="phonebook.sweep", queueing_lock="phonebook.sweep")
def sweep_old_states(timestamp: int) -> None:
    """Once a night: forget states of books that no program asks for any more."""
    forget_old_states(timezone.now())
