"""Background work of the barriers app."""

from django.utils import timezone
from procrastinate.contrib.django import app

from landsea.barriers.actions.answer_members import send_left_waiting, send_waiting
from landsea.barriers.actions.review import review


@app.periodic(cron="11 * * * *")
@app.task(name="barriers.review", queueing_lock="barriers.review")
def review_barriers(timestamp: int) -> None:
    """Once an hour: close what stayed quiet, open what came back, send common answers that were left waiting."""
    now = timezone.now()
    review(now)
    send_left_waiting(now)


@app.task(name="barriers.answer")
def send_common_answer(answer_id: int) -> None:
    """Send a common answer to the cases that still wait for it."""
    send_waiting(answer_id, now=timezone.now())
