"""Background work of the API: what is kept of answers is forgotten in time."""

from django.utils import timezone
from procrastinate.contrib.django import app

from landsea.api.actions.answer_once import forget_old_answers


@app.periodic(cron="41 3 * * *")
@app.task(name="api.forget", queueing_lock="api.forget")
def forget_answers(timestamp: int) -> None:
    """Once a day: delete answers that are kept for longer than thirty days."""
    forget_old_answers(timezone.now())
